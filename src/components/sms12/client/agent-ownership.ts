import {
  documented,
  foreignEntry,
  inferred,
  logonServers,
  readDomainIni,
  smsIniValue,
  withIniValue,
  withoutIniValue,
  withSmsIniValue,
  type Ini,
} from '../../../world/index.ts';
import { readIni, readSmsIni, writeSmsIni } from './client-files.ts';
import { withDomainSettings } from './client-sms-ini.ts';
import type { AgentSelf } from './agent-memory.ts';

const moves = documented('Q121386, Q127052, Q131631');

const limits = inferred(
  'Q121386, Q168340',
  'The limit of foreign logons is that of the logon server that is met, since the agent reads its DOMAIN.INI.',
);

/** A client belongs to a site code and a domain; those of another logon server count only at the third logon. */
export function checkOwnership(self: AgentSelf): 'own site' | 'foreign site' | 'no configuration' {
  const ini = readSmsIni(self);
  const domainIni = readIni(self, `${self.memory.source}\\DOMAIN.INI`);
  if (ini === undefined || domainIni === undefined) return 'no configuration';
  self.memory.smsid = smsIniValue(ini, 'smsid') ?? '';
  const met = readDomainIni(domainIni);
  const isOwn = smsIniValue(ini, 'siteCode') === met.siteCode && smsIniValue(ini, 'domain') === met.domain;
  if (isOwn) {
    writeSmsIni(self, withServers(withDomainSettings(withoutHistory(noted(self, ini)), domainIni), domainIni));
    return 'own site';
  }
  return meetForeignSite(self, ini, domainIni);
}

function meetForeignSite(self: AgentSelf, ini: Ini, domainIni: Ini): 'own site' | 'foreign site' {
  const { siteCode, domain, falseLogonCount } = readDomainIni(domainIni);
  self.restsOn('moves between sites and domains', moves);
  self.restsOn('limit of foreign logons', limits);
  const entry = foreignEntry(siteCode, domain);
  const notes = self.trait('notes which foreign site it has met') === true;
  const goesOn = !notes || smsIniValue(ini, 'foreignEntry') === entry;
  const count = (goesOn ? Number(smsIniValue(ini, 'foreignCounter') ?? 0) : 0) + 1;
  if (count < falseLogonCount) {
    const counted = withSmsIniValue(ini, 'foreignCounter', String(count));
    writeSmsIni(self, notes ? withSmsIniValue(counted, 'foreignEntry', entry) : counted);
    const left = falseLogonCount - count;
    self.show(
      'SMS Inventory Agent',
      `Different Site/Domain combination: ${entry}. After ${left} more consecutive logons you will be switched to it.`,
    );
    self.log(`Different Site/Domain combination: ${entry}, logon ${count} of ${falseLogonCount}`);
    return 'foreign site';
  }
  const before = withoutHistory(noted(self, ini));
  const moved = withSmsIniValue(withSmsIniValue(before, 'siteCode', siteCode), 'domain', domain);
  writeSmsIni(self, withServers(withDomainSettings(moved, domainIni), domainIni));
  self.memory.moved = true;
  self.log(`Client has been switched to ${entry}`);
  return 'own site';
}

/** Who is logged on, and by which path the logon server was reached, stand in SMS.INI (Q158311, Q168340). */
function noted(self: AgentSelf, ini: Ini): Ini {
  const { user } = self.computer;
  const path = withSmsIniValue(ini, 'lastLogonServerPath', self.memory.source);
  return user === undefined ? path : withSmsIniValue(path, 'lastLoggedUser', user.name);
}

function withoutHistory(ini: Ini): Ini {
  const cleared = withSmsIniValue(ini, 'foreignCounter', '0');
  return withSmsIniValue(cleared, 'foreignEntry', '');
}

/** The list of servers is that of the domain; the one that is in use stays. */
function withServers(ini: Ini, domainIni: Ini): Ini {
  const current = smsIniValue(ini, 'currentLogonServer') ?? '';
  const listed = logonServers(domainIni).reduce(
    (whole, server, index) => withIniValue(whole, 'Servers', `Server${index + 1}`, server),
    withoutIniValue(ini, 'Servers'),
  );
  return withSmsIniValue(listed, 'currentLogonServer', current);
}
