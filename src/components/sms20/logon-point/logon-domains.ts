import {
  documented,
  logonPointPath,
  printLogonConfiguration,
  type Domain,
  type SiteDomain,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';
import { siteBuild } from '../site-build.ts';
import { reportStatus } from '../status.ts';
import { takeAgentAway } from './logon-agent-service.ts';
import type { LogonManagerMemory, LogonManagerSelf } from './logon-manager-memory.ts';
import {
  clicoreSources,
  configurationName,
  netConfiguration,
  netConfigurationSource,
  siteOnLogonPoint,
  wantedFiles,
  type LogonPointFile,
} from './logon-point-files.ts';
import { ensureLogonPoint, removeFromLogonPoint, removeLogonPoint } from './logon-point-share.ts';
import { logonManagerKey, rememberTheCycle } from './logon-schedule.ts';

const managedValue = 'Domains';

const noController = 2453;

/** How Logon Server Manager begins and ends its work on a domain. */
export const domainEffects: Readonly<Record<string, Effect<LogonManagerMemory>>> = {
  'list the domains': { answers: ['listed'], run: listDomains },
  'take the next domain': {
    answers: ['domain taken', 'all domains done'],
    run: (self) => {
      const domain = self.memory.domains.shift();
      Object.assign(self.memory, { domain: domain ?? '', token: null, copied: [], unread: [], known: [] });
      return domain === undefined ? 'all domains done' : 'domain taken';
    },
  },
  'find the PDC': { answers: ['PDC ready', 'no PDC'], run: findController },
  'take the token': { answers: ['token taken', 'token in use'], run: takeToken },
  'write its configuration': { answers: ['written', 'domain given up'], run: writeConfiguration },
  'leave the domain': { answers: ['left', 'last site left'], run: leaveDomain },
  'release the token': {
    answers: ['released'],
    run: (self) => {
      releaseToken(self);
      return 'released';
    },
  },
};

/** The domain in hand with what the site wants of it; without a method, the site gives it up. */
export function domainInHand(self: LogonManagerSelf): SiteDomain {
  const found = (self.site.domains ?? []).find((one) => one.name.toUpperCase() === self.memory.domain.toUpperCase());
  return found ?? { name: self.memory.domain, logonDiscovery: false, logonInstallation: false };
}

/** The files the site wants in the domain in hand. */
export function filesInHand(self: LogonManagerSelf): readonly LogonPointFile[] {
  const bundle = clicoreSources(self.site).flatMap((folder) => filesIn(self, folder, '*.*'));
  return wantedFiles(self.site, domainInHand(self), bundle, self.trait('hands out COMPVER.INI') === true);
}

/** Domains that the site has given up stay in the list until it has left them (Q262942). */
function listDomains(self: LogonManagerSelf): string {
  rememberTheCycle(self);
  const before = self.registry.getList(logonManagerKey, managedValue) ?? [];
  const now = (self.site.domains ?? []).filter(isUsed).map(({ name }) => name);
  const data = [...new Set([...now, ...before])];
  self.memory.domains = [...data];
  self.registry.set(logonManagerKey, managedValue, { type: 'REG_MULTI_SZ', data });
  return 'listed';
}

function isUsed(domain: SiteDomain): boolean {
  return domain.logonDiscovery || domain.logonInstallation;
}

function findController(self: LogonManagerSelf): string {
  const { memory } = self;
  const domain: Domain | undefined = self.world.domain(memory.domain);
  const [controller] = domain?.controllers ?? [];
  if (controller === undefined || !self.world.answers(self.computer.name, controller).ok) {
    self.log(`~NetGetDCName domain: ${memory.domain} server return: ${noController}`);
    self.log(`~Warning could not find domain controller for ${memory.domain}`);
    reportStatus(self, 'SMS_NT_LOGON_SERVER_MANAGER', { id: 4610, severity: 'W', inserts: [memory.domain] });
    return 'no PDC';
  }
  memory.controller = controller;
  return ensureLogonPoint(self, controller, domainInHand(self).logonDiscovery) ? 'PDC ready' : 'no PDC';
}

function takeToken(self: LogonManagerSelf): string {
  const path = logonPointPath(self.memory.controller, 'SitesCfg', 'Nt_logon.tok');
  const opened = self.files.open(path, { access: 'write', share: 'none', create: 'open always' });
  if (!opened.ok) {
    self.log('~Warning Unable to get sole access to domain skipping');
    return 'token in use';
  }
  self.memory.token = opened.value;
  return 'token taken';
}

function writeConfiguration(self: LogonManagerSelf): string {
  const domain = domainInHand(self);
  if (!isUsed(domain)) return 'domain given up';
  writeIfChanged(self, netConfigurationSource(self.site), netConfiguration(self.site));
  const text = printLogonConfiguration({
    siteCode: self.site.code,
    siteServer: self.site.server,
    version: siteBuild(self) ?? '',
    logonDiscovery: domain.logonDiscovery,
    logonInstallation: domain.logonInstallation,
    pollingMinutes: Number(self.setting('Logon point update interval (minutes)')),
    files: filesInHand(self).map(({ path }) => path),
  });
  self.files.writeText(ownConfiguration(self), text);
  return 'written';
}

function writeIfChanged(self: LogonManagerSelf, path: string, text: string): void {
  const before = self.files.readText(path);
  if (!before.ok || before.value !== text) self.files.writeText(path, text);
}

function ownConfiguration(self: LogonManagerSelf): string {
  return logonPointPath(self.memory.controller, 'SitesCfg', configurationName(self.site.code));
}

const leaving = documented('Q263345', 'Folder and configuration of the site go; lines of Copylog.tcf stay.');

/** What the site has put there goes; the lines of Copylog.tcf stay as they are (Q263345). */
function leaveDomain(self: LogonManagerSelf): string {
  const { memory } = self;
  self.restsOn('leaving a domain', leaving);
  removeFromLogonPoint(self.world.mustHave(memory.controller), siteOnLogonPoint(self.site.code));
  self.files.delete(ownConfiguration(self));
  const managed = self.registry.getList(logonManagerKey, managedValue) ?? [];
  const data = managed.filter((name) => name !== memory.domain);
  self.registry.set(logonManagerKey, managedValue, { type: 'REG_MULTI_SZ', data });
  const others = self.files.list(logonPointPath(memory.controller, 'SitesCfg'), '*_cfg.lcf');
  if (!others.ok || others.value.length > 0) return 'left';
  takeDomainDown(self);
  return 'last site left';
}

function releaseToken(self: LogonManagerSelf): void {
  if (self.memory.token !== null) self.files.close(self.memory.token);
  self.memory.token = null;
}

function takeDomainDown(self: LogonManagerSelf): void {
  releaseToken(self);
  for (const controller of self.world.domain(self.memory.domain)?.controllers ?? []) {
    if (!self.world.answers(self.computer.name, controller).ok) continue;
    takeAgentAway(self, controller);
    removeLogonPoint(self.world.mustHave(controller));
  }
}
