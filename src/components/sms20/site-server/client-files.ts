import type { Instant } from '../../../kernel/index.ts';
import {
  accessPointPath,
  assumed,
  inboxPath,
  parseCompver,
  printCapList,
  printClientBaseConfiguration,
  printComponentConfiguration,
  printOffer,
  type AgentConfiguration,
  type ComponentSetting,
  type OfferedComponent,
  type ProtectedProgram,
  type Site,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { checkedPrograms, programCrc } from '../client-programs.ts';
import { agentSettings, boundaryAgent, clientBaseSettings, numbersOf, verifyAgent } from '../settings.ts';

const hardwareAgent = 'Hardware Inventory Agent';
const softwareAgent = 'Software Inventory Agent';

/**
 * Client components by their folder in Clicomp.src, with the names logs give them and the setting that offers them.
 * The agents stand at offer indexes 3, 4 and 5, after the base group (Q236596).
 */
const components: readonly { readonly directory: string; readonly name: string; readonly enabledBy?: string }[] = [
  { directory: 'base', name: 'SMS Client Base Components' },
  { directory: 'wbem', name: 'Windows Management' },
  { directory: 'smsapm32', name: 'Available Programs Manager Win32' },
  { directory: 'hinv', name: hardwareAgent, enabledBy: 'Hardware inventory enabled' },
  { directory: 'sinv', name: softwareAgent, enabledBy: 'Software inventory enabled' },
  { directory: 'SWDist', name: 'Software Distribution', enabledBy: 'Advertised programs enabled' },
  { directory: 'RemCtrl', name: 'Remote Control', enabledBy: 'Remote tools enabled' },
  { directory: 'LicMtr', name: 'LICENSE METERING', enabledBy: 'Software metering enabled' },
];

const installationCommand = assumed('A component is installed by the program named after its folder.', 'Q236596');

/** The components the site offers: installed on the site server and switched on, with the version of Compver.ini. */
export function offeredComponents(self: Self): readonly OfferedComponent[] {
  self.restsOn('command of an offer', installationCommand);
  return components.flatMap(({ directory, name, enabledBy }) => {
    if (enabledBy !== undefined && self.setting(enabledBy) !== true) return [];
    const text = self.files.readText(inboxPath(self.site, 'clicomp.src', directory, 'Compver.ini'));
    const version = text.ok ? parseCompver(text.value)?.version : undefined;
    return version === undefined ? [] : [{ name, version, directory, command: `${directory}.exe` }];
  });
}

/** The text of Clibase.cfg and Cli_inst.cfg, with the CRCs and dated with the time given. */
export function clientBaseConfiguration(
  self: Self,
  programs: readonly ProtectedProgram[],
  lastUpdate: Instant,
): string {
  return printClientBaseConfiguration({
    siteCode: self.site.code,
    siteServer: self.site.server,
    lastUpdate,
    settings: baseSettings(self),
    programs,
    connectionAccounts: connectionAccounts(self),
    agents: [agent(self, 'Hardware'), agent(self, 'Software'), verification(self), boundaries(self.site)],
  });
}

/** The text of the .CFG of one component. */
export function componentFile(
  self: Self,
  component: OfferedComponent,
  lastUpdate: Instant,
  withVersion: boolean,
): string {
  return printComponentConfiguration({
    name: component.name,
    lastUpdate,
    keyFlags: 1,
    ...(withVersion ? { version: component.version } : {}),
    settings: componentSettings(self, component.name),
    sections: [],
  });
}

/** The text of an offer file. */
export function offer(self: Self): string {
  return printOffer({ components: offeredComponents(self) });
}

/** The text of Caplist.ini. */
export function capList(site: Site): string {
  return printCapList({
    siteCode: site.code,
    paths: site.accessPoints.map(({ server }) => accessPointPath(site, server)),
  });
}

function baseSettings(self: Self): readonly (readonly [string, number])[] {
  const retries = numbersOf(self.setting('Copy queue retry sequence (minutes)'));
  return [
    [clientBaseSettings.ccimPeriod, Number(self.setting('CCIM period (minutes)'))],
    [clientBaseSettings.ccimRetry, Number(self.setting('CCIM retry (minutes)'))],
    [clientBaseSettings.copyQueueWakeup, Number(self.setting('Copy queue wake-up cycle (minutes)'))],
    [clientBaseSettings.copyQueueLifetime, Number(self.setting('Copy queue item lifetime (minutes)'))],
    ...retries.map((minutes, index) => [`${clientBaseSettings.copyQueueRetry}${index + 1}`, minutes] as const),
    [clientBaseSettings.heartbeatEnabled, self.setting('Heartbeat enabled') === true ? 1 : 0],
    [clientBaseSettings.heartbeatInterval, Number(self.setting('Heartbeat interval (days)'))],
  ];
}

/** CRCs are taken of the site server's own copies in Bin (Q246331); a program that is not there is not checked. */
export function protectedPrograms(self: Self): readonly ProtectedProgram[] {
  return checkedPrograms.flatMap(([file, flag]) => {
    const facts = self.files.stat(`${self.site.folder}\\bin\\i386\\${file}`);
    return facts.ok ? [{ file: `Bin\\i386\\${file}`, flag, crc: programCrc(facts.value) }] : [];
  });
}

const storedPasswords = assumed('The site knows the password an account has when the file is written.', 'Q227033');

function connectionAccounts(self: Self): readonly { readonly name: string; readonly password: string }[] {
  self.restsOn('passwords of client connection accounts', storedPasswords);
  return self.site.connectionAccounts.map((name) => ({
    name,
    password: self.world.accounts.get(name)?.password ?? '',
  }));
}

function agent(self: Self, kind: 'Hardware' | 'Software'): AgentConfiguration {
  return {
    name: kind === 'Hardware' ? hardwareAgent : softwareAgent,
    enabled: self.setting(`${kind} inventory enabled`) === true,
    schedule: String(self.setting(`${kind} inventory schedule`)),
    settings: [
      [agentSettings.scheduleKind, String(self.setting(`${kind} inventory schedule kind`))],
      ...(kind === 'Software' ? wishedFiles(self) : []),
    ],
  };
}

/** Which files clients look for, and which of them they send along. */
function wishedFiles(self: Self): AgentConfiguration['settings'] {
  return [
    [agentSettings.fileTypes, listed(self, 'Software inventory file types')],
    [agentSettings.collectedNames, listed(self, 'File collection names')],
    [agentSettings.collectedMaximum, String(self.setting('File collection maximum per client (MB)'))],
  ];
}

function verification(self: Self): AgentConfiguration {
  const schedule = String(self.setting('Component verify interval (schedule)'));
  return { name: verifyAgent, enabled: true, schedule, settings: [] };
}

/** Clients read the boundaries in Clidata.box when they check their assignment (Q234484, Q200344). */
function boundaries(site: Site): AgentConfiguration {
  return { name: boundaryAgent, enabled: true, settings: [[agentSettings.subnets, site.boundaries.join(';')]] };
}

function componentSettings(self: Self, name: string): readonly ComponentSetting[] {
  if (name !== hardwareAgent && name !== softwareAgent) return [];
  const { enabled, schedule = '', settings } = agent(self, name === hardwareAgent ? 'Hardware' : 'Software');
  return [
    { type: 'REG_DWORD', name: 'Enabled', value: enabled ? 1 : 0 },
    { type: 'REG_SZ', name: 'Schedule', value: schedule },
    ...settings.map(([key, value]): ComponentSetting => ({ type: 'REG_SZ', name: key, value })),
  ];
}

function listed(self: Self, setting: string): string {
  const value = self.setting(setting);
  return Array.isArray(value) ? value.join(';') : String(value);
}
