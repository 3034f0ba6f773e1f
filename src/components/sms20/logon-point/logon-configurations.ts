import { day, hour, minute } from '../../../kernel/index.ts';
import {
  compareVersions,
  documented,
  inferred,
  logonPointPath,
  parseLogonConfiguration,
  type LogonConfiguration,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import type { LogonManagerMemory, LogonManagerSelf } from './logon-manager-memory.ts';
import { configurationName, siteOnLogonPoint } from './logon-point-files.ts';
import { removeFromLogonPoint } from './logon-point-share.ts';
import { logonManagerKey } from './logon-schedule.ts';

/** How Logon Server Manager learns of the other sites of a domain, and decides who is the senior one. */
export const configurationEffects: Readonly<Record<string, Effect<LogonManagerMemory>>> = {
  'list the configuration files': { answers: ['listed', 'cannot list'], run: listConfigurations },
  'read the next configuration file': { answers: ['more to read', 'all read', 'cannot read'], run: readNext },
  'elect the senior site': { answers: ['this site', 'another site'], run: elect },
  'remove sites': { answers: ['removed'], run: removeSites },
};

function listConfigurations(self: LogonManagerSelf): string {
  const { memory } = self;
  memory.known = [];
  const listed = self.files.list(logonPointPath(memory.controller, 'SitesCfg'), '*_cfg.lcf');
  if (!listed.ok) return 'cannot list';
  memory.unread = listed.value.map(({ name }) => name);
  return memory.unread.length === 0 ? 'cannot list' : 'listed';
}

/** A file that cannot be read is no reason for anything, but some builds take its site for gone (Q242492). */
function readNext(self: LogonManagerSelf): string {
  const { memory } = self;
  const name = memory.unread.shift() ?? '';
  const path = logonPointPath(memory.controller, 'SitesCfg', name);
  const text = self.files.readText(path);
  const facts = self.files.stat(path);
  if (text.ok && facts.ok) {
    const configuration = parseLogonConfiguration(text.value);
    const age = self.world.mustHave(memory.controller).now() - facts.value.modified;
    if (configuration !== undefined) memory.known.push({ configuration, age });
  } else if (self.trait('tells an unread configuration from a missing one') === true) {
    self.log(`~Warning could not read ${name}`);
    return 'cannot read';
  }
  return memory.unread.length > 0 ? 'more to read' : 'all read';
}

const direction = inferred('Q235726, Q263395', 'Of sites of one version the one whose code comes first is senior.');

function elect(self: LogonManagerSelf): string {
  const senior = named(self) ?? highest(self);
  const own = self.site.code.toUpperCase();
  if (senior === undefined || senior.toUpperCase() === own) {
    self.memory.controllers = [...(self.world.domain(self.memory.domain)?.controllers ?? [])];
    self.log('This site is senior site, updating all servers');
    return 'this site';
  }
  self.log(`This site is not the senior site, Site ${senior} is responsible for updating servers`);
  return 'another site';
}

/** The site in the first three characters of Senior.lst, in capitals, if it takes part (Q235726). */
function named(self: LogonManagerSelf): string | undefined {
  if (self.trait('obeys Senior.lst') === false) return undefined;
  const text = self.files.readText(logonPointPath(self.memory.controller, 'SitesCfg', 'Senior.lst'));
  const code = text.ok ? text.value.slice(0, 3) : '';
  return self.memory.known.find(({ configuration }) => configuration.siteCode === code)?.configuration.siteCode;
}

function highest(self: LogonManagerSelf): string | undefined {
  self.restsOn('order of site codes', direction);
  const candidates = self.memory.known.filter(({ age, configuration }) => age <= inactiveAfter(configuration));
  const [first] = candidates.map(({ configuration }) => configuration).toSorted(bySeniority);
  return first?.siteCode;
}

function bySeniority(a: LogonConfiguration, b: LogonConfiguration): number {
  return compareVersions(b.version, a.version) || (a.siteCode < b.siteCode ? -1 : 1);
}

/** A site that is late by four hours is inactive (Q227028). */
function inactiveAfter({ pollingMinutes }: LogonConfiguration): number {
  return pollingMinutes * minute + 4 * hour;
}

/** A site is dead after its interval and seven days, or seven intervals, whichever is longer (Q227028, Q259816). */
function deadAfter({ pollingMinutes }: LogonConfiguration): number {
  const interval = pollingMinutes * minute;
  return Math.max(interval + 7 * day, 7 * interval);
}

const removal = documented('Q242492, Q259816', 'Folder and configuration of a dead or unknown site are removed.');

/** The senior site takes dead sites off the PDC, and those that have no configuration file there. */
function removeSites(self: LogonManagerSelf): string {
  const { memory } = self;
  const alive = memory.known.filter(({ age, configuration }) => !isDead(self, age, configuration));
  const codes = new Set(alive.map(({ configuration }) => configuration.siteCode.toUpperCase()));
  codes.add(self.site.code.toUpperCase());
  const folders = self.files.list(logonPointPath(memory.controller, 'Sites'));
  for (const { name } of folders.ok ? folders.value : []) {
    if (codes.has(name.toUpperCase())) continue;
    self.restsOn('removal of sites', removal);
    self.log(`Deinstalling site ${name} from domain ${memory.domain}`);
    removeFromLogonPoint(self.world.mustHave(memory.controller), siteOnLogonPoint(name));
    self.files.delete(logonPointPath(memory.controller, 'SitesCfg', configurationName(name)));
  }
  return 'removed';
}

/** From SP2 on silent sites stay unless an administrator has set Always Active to 0 (Q259816). */
function isDead(self: LogonManagerSelf, age: number, configuration: LogonConfiguration): boolean {
  if (age <= deadAfter(configuration)) return false;
  if (self.trait('leaves silent sites alone') === false) return true;
  return self.registry.getNumber(logonManagerKey, 'Always Active') === 0;
}
