import { day } from '../../../kernel/index.ts';
import { assumed, fileName, inboxPath, parseHardwareReport, type HardwareReport } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { moveUnderNewName } from '../generated-names.ts';
import { reportStatus } from '../status.ts';
import { filesIn, silent, tickCount, type InboxPass } from '../../inbox-pass.ts';
import { childReport } from './child-reports.ts';
import { bringBackOrphans, moveInto, type OrphanMemory } from './orphans.ts';

/** What the Data Loader remembers. */
export interface LoaderMemory extends InboxPass, OrphanMemory {
  finished: number;
  report: HardwareReport | null;
  /** It is of a child site of SMS 1.2. */
  isFromChild: boolean;
  resourceId: number;
  /** Tick count of the next look at BADMIFS. */
  nextRejectRetry: number;
  /** Names of the files that came back from BADMIFS: they ask for no resync a second time. */
  triedAgain: string[];
}

type LoaderSelf = Self<LoaderMemory>;

/** The registry value with the largest size that the Data Loader takes, as Setup writes it (Q319167, Q198766). */
export const largestMif = {
  key: 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_INVENTORY_DATA_LOADER',
  name: 'Max MIF Size',
  bytes: 5_000_000,
} as const;

/** What happens to the files of the Data Loader, from the inbox to their end. */
export const loaderFileEffects: Readonly<Record<string, Effect<LoaderMemory>>> = {
  'watch the inbox': silent((self) => self.watch(inboxPath(self.site, 'dataldr.box'))),
  'recover leftovers': { answers: ['recovered'], run: recoverLeftovers },
  'check the size': { answers: ['fits', 'too large', 'gone'], run: checkTheSize },
  'move it to Process': {
    answers: ['moved', 'in use'],
    run: (self) => {
      self.files.createFolder(loaderPath(self, 'Process'));
      return self.files.move(self.memory.file, workingCopy(self)).ok ? 'moved' : 'in use';
    },
  },
  'keep its name in BADMIFS': {
    answers: ['rejected'],
    run: (self) => {
      const target = moveInto(self, self.memory.file, loaderPath(self, 'BADMIFS'));
      self.log(`Cannot process MIF ${fileName(self.memory.file)}, moving it to ${target}`);
      reject(self, fileName(self.memory.file), target);
      return 'rejected';
    },
  },
  'move it to BADMIFS': {
    answers: ['rejected'],
    run: (self) => {
      const working = workingCopy(self);
      self.log(`~Cannot process MIF ${fileName(working)}, moving it to ${newReject(self, working)}`);
      return 'rejected';
    },
  },
  'put the file back': {
    answers: ['put back'],
    run: (self) => {
      self.files.move(workingCopy(self), self.memory.file);
      return 'put back';
    },
  },
  'bring back the orphans': silent((self) => bringBackOrphans(self, loaderPath(self), '*.mif')),
  'bring back rejected files': { answers: ['brought back'], run: bringBackRejected },
};

/** The file that is being worked on: in Process, under its name with an X before it. */
export function workingCopy(self: LoaderSelf): string {
  return loaderPath(self, 'Process', `X${fileName(self.memory.file)}`);
}

/** A file is done with, one way or the other. */
export function finish(self: LoaderSelf): void {
  self.memory.finished++;
  self.log(`Finished processing file ${fileName(self.memory.file)}`);
}

/** A path below Dataldr.box. */
function loaderPath(self: Self, ...parts: readonly string[]): string {
  return inboxPath(self.site, 'dataldr.box', ...parts);
}

/** What a crash left in Process is tried again, except for what can never be compiled (Q295309: it ends in BADMIFS). */
function recoverLeftovers(self: LoaderSelf): string {
  self.memory.nextRejectRetry = tickCount(self) + day;
  for (const left of filesIn(self, loaderPath(self, 'Process'), 'X*.mif')) {
    const text = self.files.readText(left);
    const readable =
      text.ok && (parseHardwareReport(text.value).ok || childReport(text.value, self.now()) !== undefined);
    if (readable) self.files.move(left, loaderPath(self, fileName(left).slice(1)));
    else moveToBadMifs(self, left);
  }
  return 'recovered';
}

function checkTheSize(self: LoaderSelf): string {
  const facts = self.files.stat(self.memory.file);
  if (!facts.ok) return 'gone';
  self.log(`Processing file ${fileName(self.memory.file)}`);
  const maximum = self.registry.getNumber(largestMif.key, largestMif.name) ?? largestMif.bytes;
  if (facts.value.size <= maximum) return 'fits';
  self.log('ERROR: File size exceeds defined maximum.');
  return 'too large';
}

/** Rejected files other than too large ones get a new name (Q256073, Q293225). */
function newReject(self: LoaderSelf, working: string): string {
  const target = moveToBadMifs(self, working);
  reject(self, fileName(self.memory.file), target);
  return target;
}

function moveToBadMifs(self: LoaderSelf, path: string): string {
  const folder = loaderPath(self, 'BADMIFS');
  self.files.createFolder(folder);
  const moved = moveUnderNewName(self.files, path, folder, '.MIF', self.random('MIF names'));
  return moved.ok ? moved.value : path;
}

const severity = assumed(
  'Message 2703 is a warning: "If you ignore this problem, SMS will probably fix it".',
  'Q275694',
);

function reject(self: LoaderSelf, name: string, target: string): void {
  self.restsOn('severity of message 2703', severity);
  reportStatus(self, 'SMS_INVENTORY_DATA_LOADER', { id: 2703, severity: 'W', inserts: [name, target] });
  finish(self);
}

const daily = assumed('Files in BADMIFS are tried again once a day.', 'Q275694 tells of 14 days, not how often');

/** Once a day everything in BADMIFS is tried again; what is too old is discarded (Q275694). */
function bringBackRejected(self: LoaderSelf): string {
  if (tickCount(self) < self.memory.nextRejectRetry) return 'brought back';
  self.memory.nextRejectRetry = tickCount(self) + day;
  self.memory.triedAgain = [];
  const days = Number(self.trait('days a rejected file is tried again'));
  if (days === 0) return 'brought back';
  for (const file of filesIn(self, loaderPath(self, 'BADMIFS'), '*.mif')) tryAgain(self, file, days * day);
  return 'brought back';
}

function tryAgain(self: LoaderSelf, file: string, longest: number): void {
  const facts = self.files.stat(file);
  if (!facts.ok) return;
  self.restsOn('daily retry of rejected files', daily);
  if (self.now() - facts.value.created > longest) {
    self.files.delete(file);
    return;
  }
  self.memory.triedAgain.push(fileName(moveInto(self, file, loaderPath(self))));
}
