import { day, second, type Instant } from '../../../kernel/index.ts';
import {
  assumed,
  fileName,
  inboxPath,
  insertStatusMessage,
  isPrimary,
  parseStatusMessageFile,
  printStatusMessageFile,
  toUniversal,
  win32,
  win32Text,
  type SettingValue,
  type StatusMessage,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { copyToParent, priorities } from '../hierarchy/replication.ts';
import { numbersOf } from '../settings.ts';
import { reportStatus, statusInbox } from '../status.ts';
import { onDatabase } from './database-access.ts';
import { filesIn, silent, tickCount, type InboxPass } from '../../inbox-pass.ts';
import { moveInto } from './orphans.ts';

/** What Status Manager remembers. */
export interface StatusMemory extends InboxPass {
  message: StatusMessage | null;
  /** Why the file in hand could not be opened. */
  error: number;
  /** Tick count of the last report of a message from the future, by file name. */
  reported: Record<string, number>;
}

type StatusSelf = Self<StatusMemory>;

/** What Status Manager does with one file. */
export const statusEffects: Readonly<Record<string, Effect<StatusMemory>>> = {
  'watch the inbox': {
    answers: ['watching'],
    run: (self) => {
      self.watch(inboxPath(self.site, statusInbox));
      return 'watching';
    },
  },
  'bring back what is due': silent(bringBackWhatIsDue),
  'read the message': { answers: ['read', 'cannot open', 'corrupt', 'gone'], run: read },
  'delete the corrupt file': { answers: ['deleted', 'cannot delete'], run: deleteCorrupt },
  'judge the message': { answers: ['store', 'discard', 'from the future'], run: judge },
  'move it to Futureq': { answers: ['postponed'], run: postpone },
  'store the message': { answers: ['stored', 'no database'], run: store },
  'delete the file': {
    answers: ['deleted', 'cannot delete'],
    run: (self) => (self.files.delete(self.memory.file).ok ? 'deleted' : 'cannot delete'),
  },
};

function read(self: StatusSelf): string {
  const { file } = self.memory;
  const text = self.files.readText(file);
  self.memory.error = text.ok ? 0 : text.error;
  if (!text.ok && text.error === win32.fileNotFound) return 'gone';
  if (!text.ok) {
    self.log(`ERROR: Could not open file "${file}", the file is assumed to be corrupt. ${reported(text.error)}`);
    return 'cannot open';
  }
  const message = parseStatusMessageFile(text.value);
  self.memory.message = message.ok ? message.value : null;
  if (message.ok) return 'read';
  self.restsOn('log line of a damaged status message', damagedLine);
  self.log(`ERROR: The file "${file}" is corrupt.`);
  return 'corrupt';
}

const damagedLine = assumed('A file that opens but holds no message is called corrupt and deleted.', 'Q311212');

function reported(error: number): string {
  return `The operating system reported error ${error}: ${win32Text(error)}`;
}

function deleteCorrupt(self: StatusSelf): string {
  const { file } = self.memory;
  const deleted = self.files.delete(file);
  if (deleted.ok) self.log(`Deleted corrupt file "${file}".`);
  else self.log(`ERROR: Could not delete corrupt file "${file}". ${reported(deleted.error)}`);
  return deleted.ok ? 'deleted' : 'cannot delete';
}

function judge(self: StatusSelf): string {
  const message = messageOf(self);
  if (isAhead(self, message.time)) return 'from the future';
  const discarded: SettingValue = self.setting('Discarded status messages');
  return numbersOf(discarded).includes(message.id) ? 'discard' : 'store';
}

/** Status messages are stamped in UTC. */
function universalTime(self: Self): Instant {
  return toUniversal(self.computer.zone, self.now());
}

function isAhead(self: Self, time: Instant): boolean {
  const tolerance = Number(self.setting('Status message clock tolerance (seconds)')) * second;
  return time - universalTime(self) >= tolerance;
}

/** Message 1215 comes at once and then every 24 hours (Q295450). */
function postpone(self: StatusSelf): string {
  const { file } = self.memory;
  const { component, machine, time } = messageOf(self);
  moveInto(self, file, futureQueue(self));
  const last = self.memory.reported[fileName(file)];
  if (last !== undefined && tickCount(self) - last < day) return 'postponed';
  self.memory.reported[fileName(file)] = tickCount(self);
  const seconds = String(Math.ceil((time - universalTime(self)) / second));
  reportStatus(self, 'SMS_STATUS_MANAGER', { id: 1215, severity: 'W', inserts: [component, machine, seconds] });
  return 'postponed';
}

/** A postponed message comes back when the clock has passed its time, or when it is to be reported again. */
function bringBackWhatIsDue(self: StatusSelf): void {
  for (const file of postponedMessages(self)) {
    const text = self.files.readText(file);
    const message = text.ok ? parseStatusMessageFile(text.value) : undefined;
    const passed = message?.ok !== true || message.value.time <= universalTime(self);
    const last = self.memory.reported[fileName(file)] ?? 0;
    if (passed || tickCount(self) - last >= day) moveInto(self, file, inboxPath(self.site, statusInbox));
  }
}

/** The files in the inbox. */
export function waitingMessages(self: Self): string[] {
  return filesIn(self, inboxPath(self.site, statusInbox), '*.svf');
}

/** The files in Futureq. */
export function postponedMessages(self: Self): string[] {
  return filesIn(self, futureQueue(self), '*.svf');
}

function futureQueue(self: Self): string {
  return inboxPath(self.site, 'statmgr.box', 'futureq');
}

function store(self: StatusSelf): string {
  const message = messageOf(self);
  if (isPrimary(self.site)) {
    const stored = onDatabase(self, (database) => insertStatusMessage(database, message, isSummarized(self, message)));
    if (!stored.ok) return 'no database';
  }
  replicateUpwards(self, message);
  return 'stored';
}

/** A rule may keep messages from the summarizers and nothing else: they are stored all the same (Q295450). */
function isSummarized(self: StatusSelf, { id }: StatusMessage): boolean {
  return !numbersOf(self.setting('Status messages not forwarded to summarizers')).includes(id);
}

/** The two rules for other messages replicate those of clients at low and all others at medium priority (Q320676). */
function replicateUpwards(self: StatusSelf, message: StatusMessage): void {
  if (self.site.parent === undefined) return;
  const priority = message.module === 'SMS Client' ? priorities.clientStatus : priorities.status;
  copyToParent(self, { inbox: statusInbox, extension: '.svf', text: printStatusMessageFile(message) }, priority);
}

function messageOf(self: StatusSelf): StatusMessage {
  if (self.memory.message === null) throw new Error('Status Manager has no message in hand');
  return self.memory.message;
}
