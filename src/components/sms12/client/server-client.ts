import { inferred, smsIniValue, withSmsIniValue } from '../../../world/index.ts';
import { logonServerShare } from '../folders.ts';
import { allocateSmsid } from '../smsid-allocation.ts';
import { newAgentMemory, type AgentKind, type AgentSelf } from './agent-memory.ts';
import { clientPath, logonShare, readIni, readSmsIni, writeSmsIni } from './client-files.ts';
import { newSmsIni } from './client-sms-ini.ts';

const ownSetup = inferred(
  'Q127052, Q155626',
  'On a server the inventory service itself has the computer set up as a client, with the SMSIDs of its logon server.',
);

/**
 * A service begins a cycle: the local one of a workstation with what Client Monitor has fetched, that of a server with
 * its own LOGON.SRV, once Maintenance Manager has filled it.
 */
export function prepareServer(self: AgentSelf, kind: AgentKind): 'configuration found' | 'no configuration' {
  Object.assign(self.memory, newAgentMemory());
  const isLocal = kind.output === 'local RAW';
  self.memory.source = isLocal ? clientPath('DATA') : serverShare(self);
  const domainIni = readIni(self, `${self.memory.source}\\DOMAIN.INI`);
  if (!isLocal) self.log(`DOMAIN.INI path: ${self.memory.source}\\DOMAIN.INI.`);
  if (domainIni === undefined) return 'no configuration';
  const ini = readSmsIni(self);
  if (ini !== undefined && (smsIniValue(ini, 'smsid') ?? '') !== '') return 'configuration found';
  const smsid = isLocal ? undefined : allocateSmsid(self, self.memory.source);
  if (smsid === undefined) return 'no configuration';
  self.restsOn('SMSID of a server', ownSetup);
  const made = newSmsIni(self, domainIni, smsid, self.computer.name);
  for (const name of ['DATA', 'LOGS', 'NOIDMIFS']) self.files.createFolder(clientPath(name));
  writeSmsIni(self, withSmsIniValue(made, 'setupPhase', 'INSTALLED'));
  return 'configuration found';
}

/** A logon server works with itself; another server with the one that its SMS.INI names. */
function serverShare(self: AgentSelf): string {
  const own = self.computer.files.resolveShare(logonServerShare);
  return own ?? logonShare(readSmsIni(self));
}
