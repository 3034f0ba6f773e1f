import { hashText, minute, type Duration } from '../../../kernel/index.ts';
import { assumed, inboxPath, inferred, type Site } from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { siteBuild } from '../site-build.ts';
import type { LogonManagerMemory, LogonManagerSelf } from './logon-manager-memory.ts';

/** The registry key of the component (Q259816). */
export const logonManagerKey = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_NT_LOGON_SERVER_MANAGER';

const dueValue = 'Next Cycle';
const settingsValue = 'Settings';

const fromTheEnd = inferred(
  'Q227028',
  'A site is late only four hours after its interval, so the interval leaves out the time that a cycle takes itself.',
);

const kept = assumed('The registry keeps when the next cycle is due and what the last one was about.', 'Q249333');

const upgraded = inferred(
  'Q249333, Q263345',
  'Setup of a service pack writes the site control file anew, which counts as a change of its logon points.',
);

/** When Logon Server Manager begins a cycle. */
export const scheduleEffects: Readonly<Record<string, Effect<LogonManagerMemory>>> = {
  'watch for notifications': silent((self) => {
    const folder = notificationFolder(self);
    self.files.createFolder(folder);
    self.watch(folder);
  }),
  'see whether a cycle is due': {
    answers: ['cycle due', 'not due'],
    run: (self) => {
      self.restsOn('record of the cycles', kept);
      const atEveryStart = self.trait('keeps to its interval at a restart') === false;
      return atEveryStart || untilTheNextCycle(self) === 0 || settingsChanged(self) ? 'cycle due' : 'not due';
    },
  },
  'look at the notification': {
    answers: ['cycle wanted', 'nothing wanted'],
    run: (self) => {
      if (self.trait('waits for Nt_logon.not') === false) return 'cycle wanted';
      return self.files.delete(`${notificationFolder(self)}\\Nt_logon.not`).ok ? 'cycle wanted' : 'nothing wanted';
    },
  },
  'remember the new settings': silent((self) => {
    self.memory.settingsChanged = true;
  }),
  'compare the settings': {
    answers: ['logon points changed', 'logon points unchanged'],
    run: (self) => (settingsChanged(self) ? 'logon points changed' : 'logon points unchanged'),
  },
  'look back': {
    answers: ['changed meanwhile', 'finished'],
    run: (self) => {
      if (self.memory.settingsChanged && settingsChanged(self)) return 'changed meanwhile';
      rememberTheEnd(self);
      return 'finished';
    },
  },
};

/** A cycle that was missed while the component was stopped is due at once. */
export function untilTheNextCycle(self: LogonManagerSelf): Duration {
  const due = Number(self.registry.getText(logonManagerKey, dueValue) ?? 0);
  return Math.max(0, due - self.now());
}

/** A cycle begins now, and this is what it is about. */
export function rememberTheCycle(self: LogonManagerSelf): void {
  self.memory.settingsChanged = false;
  self.registry.set(logonManagerKey, settingsValue, { type: 'REG_DWORD', data: settingsMark(self) });
}

/** Two sites that meet at the token of a domain do not meet again a day later: the one that was refused is earlier. */
function rememberTheEnd(self: LogonManagerSelf): void {
  self.restsOn('interval between two cycles', fromTheEnd);
  const interval = Number(self.setting('Logon point update interval (minutes)')) * minute;
  self.registry.set(logonManagerKey, dueValue, { type: 'REG_SZ', data: String(self.now() + interval) });
}

function settingsChanged(self: LogonManagerSelf): boolean {
  self.memory.settingsChanged = false;
  return self.registry.getNumber(logonManagerKey, settingsValue) !== settingsMark(self);
}

/** The build of the site is in it: after an upgrade the logon points are to follow. */
function settingsMark(self: LogonManagerSelf): number {
  self.restsOn('cycle after an upgrade', upgraded);
  const { domains, boundaries } = self.site;
  const interval = self.setting('Logon point update interval (minutes)');
  return hashText(JSON.stringify([domains, boundaries, interval, siteBuild(self) ?? '']));
}

function notificationFolder(self: LogonManagerSelf): string {
  return logonInbox(self.site, self.trait('waits for Nt_logon.not') === false ? 'Locks' : 'Notify');
}

function logonInbox(site: Site, folder: string): string {
  return inboxPath(site, 'NT_logon.box', folder);
}
