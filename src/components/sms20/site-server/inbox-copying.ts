import { accessPointPath, accessPointShare, fileName, folderOf, inboxPath, win32 } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { downInboxes } from '../inbox-definitions.ts';
import { filesIn, foldersIn, silent } from '../../inbox-pass.ts';

/** One thing to do on the way to equal folders. */
type CopyStep =
  | { readonly kind: 'lock' | 'unlock'; readonly path: string }
  | { readonly kind: 'copy'; readonly source: string; readonly target: string };

/** What a round of copying works on. */
export interface CopyWork {
  steps: CopyStep[];
  step: CopyStep | null;
  changed: boolean;
  settingsChanged: boolean;
  /** Copies of this round that failed, and rounds in which some failed since the last trigger. */
  failed: number;
  tries: number;
  lockTries: number;
  /** Why the copy in hand could not even begin, 0 where it could. */
  refusal: number;
}

/** The token that keeps clients out of a folder (Q275617). */
const lockName = 'Inboxlck.tok';

export function newCopyWork(): CopyWork {
  const flags = { changed: false, settingsChanged: false };
  return { steps: [], step: null, ...flags, failed: 0, tries: 0, lockTries: 0, refusal: 0 };
}

/** Compares source inboxes and CAPs, and copies what differs, one file at a time. */
export function copyEffects<Memory extends CopyWork>(): Readonly<Record<string, Effect<Memory>>> {
  return {
    'remember the change': silent((self) => {
      self.memory.changed = true;
    }),
    'remember the new settings': silent((self) => {
      self.memory.settingsChanged = true;
    }),
    'watch the source inboxes': silent((self) => {
      if (looksAsBefore(self)) return;
      for (const { inbox } of downInboxes) watchTree(self, inboxPath(self.site, inbox));
    }),
    'remove leftover locks': { answers: ['locks removed'], run: removeLeftoverLocks },
    'compare the inboxes': {
      answers: ['differences found', 'all the same'],
      run: (self) => {
        self.memory.changed = false;
        self.memory.failed = 0;
        self.memory.steps = looksAsBefore(self) ? [] : plannedAnew(self);
        return self.memory.steps.length > 0 ? 'differences found' : 'all the same';
      },
    },
    'take the next step': {
      answers: ['lock', 'copy', 'unlock', 'none left'],
      run: (self) => {
        self.memory.step = self.memory.steps.shift() ?? null;
        self.memory.lockTries = 0;
        return self.memory.step?.kind ?? 'none left';
      },
    },
    'create the lock': {
      answers: ['lock created', 'cannot lock'],
      run: (self) => (self.files.writeText(lockOf(self), '').ok ? 'lock created' : 'cannot lock'),
    },
    'remove the lock': { answers: ['lock removed', 'lock in use', 'lock stays'], run: removeLock },
    'start the copy': { answers: ['refused'], run: startCopy },
    'log the success': silent((self) => {
      const { source, target } = copyOf(self);
      self.log(`Copying ${source} to ${target}, OK`);
    }),
    'log the failure': silent((self) => {
      const { source, target } = copyOf(self);
      const error = self.memory.refusal === 0 ? Number(self.message.data?.['error'] ?? 0) : self.memory.refusal;
      self.memory.failed++;
      self.log(`Copying ${source} to ${target}, Failed, Win32 Error = ${error}`);
    }),
    'look back': { answers: ['settings changed', 'changed meanwhile', 'worth another try', 'finished'], run: lookBack },
  };
}

/** The folder of the site's CAP on a server as Inbox Manager writes it: local paths on its own computer. */
function accessPointFolder(self: Self, server: string, ...parts: readonly string[]): string {
  const own = server.toUpperCase() === self.computer.name.toUpperCase();
  const folder = own ? self.computer.files.resolveShare(accessPointShare(self.site.code)) : undefined;
  return folder === undefined ? accessPointPath(self.site, server, ...parts) : [folder, ...parts].join('\\');
}

/** By memory of a process: how the folders looked when nothing was to be copied. */
const allTheSame = new WeakMap<CopyWork, string>();

/** Whether a look at every folder would show once more that nothing is to be copied, so that it can be spared. */
function looksAsBefore(self: Self<CopyWork>): boolean {
  return allTheSame.get(self.memory) === stamp(self);
}

function stamp(self: Self<CopyWork>): string {
  const { site } = self;
  const sources = downInboxes.map(({ inbox }) => inboxPath(site, inbox));
  const points = site.accessPoints.map(({ server }) => accessPointFolder(self, server));
  const targets = points.flatMap((point) => downInboxes.map(({ box }) => `${point}\\${box}`));
  return [...points, ...[...sources, ...targets].map((folder) => self.files.stamp(folder))].join();
}

function plannedAnew(self: Self<CopyWork>): CopyStep[] {
  const { failures } = self.files;
  const steps = planCopies(self);
  if (steps.length === 0 && self.files.failures === failures) allTheSame.set(self.memory, stamp(self));
  return steps;
}

/** All copies that would make the CAPs equal to the sources; files that only a CAP has are left alone (Q256905). */
function planCopies(self: Self<CopyWork>): CopyStep[] {
  return self.site.accessPoints.flatMap(({ server }) => {
    if (!self.files.exists(accessPointFolder(self, server))) return [];
    return downInboxes.flatMap(({ inbox, box, locked }) => {
      const source = inboxPath(self.site, inbox);
      const target = accessPointFolder(self, server, box);
      if (locked === 'never') return copiesOf(self, source, target);
      const folders = foldersIn(self, source);
      const inFolders = folders.flatMap((folder) => lockedCopies(self, folder, `${target}\\${fileName(folder)}`));
      return [...filesToCopy(self, source, target), ...inFolders];
    });
  });
}

function lockedCopies(self: Self<CopyWork>, source: string, target: string): CopyStep[] {
  const copies = copiesOf(self, source, target);
  const locks = copies.length > 0 && self.trait('locks folders while it refreshes them') === true;
  const path = `${target}\\${lockName}`;
  return locks ? [{ kind: 'lock', path }, ...copies, { kind: 'unlock', path }] : copies;
}

function copiesOf(self: Self, source: string, target: string): CopyStep[] {
  const below = foldersIn(self, source).flatMap((folder) => copiesOf(self, folder, `${target}\\${fileName(folder)}`));
  return [...filesToCopy(self, source, target), ...below];
}

/** A file is new or changed when the CAP has none, or one of another size or time stamp. */
function filesToCopy(self: Self, source: string, target: string): CopyStep[] {
  return filesIn(self, source, '*.*').flatMap((file): CopyStep[] => {
    const there = self.files.stat(`${target}\\${fileName(file)}`);
    const here = self.files.stat(file);
    if (!here.ok) return [];
    const same = there.ok && there.value.size === here.value.size && there.value.modified === here.value.modified;
    return same ? [] : [{ kind: 'copy', source: file, target: `${target}\\${fileName(file)}` }];
  });
}

function startCopy(self: Self<CopyWork>): string | undefined {
  const { source, target } = copyOf(self);
  let started = self.copy(source, target);
  if (!started.ok && started.error === win32.pathNotFound) {
    self.files.createFolder(folderOf(target));
    started = self.copy(source, target);
  }
  self.memory.refusal = started.ok ? 0 : started.error;
  return started.ok ? undefined : 'refused';
}

function removeLock(self: Self<CopyWork>): string {
  const deleted = self.files.delete(lockOf(self));
  if (deleted.ok || deleted.error === win32.fileNotFound) return 'lock removed';
  self.memory.lockTries++;
  return self.memory.lockTries < Number(self.trait('tries to remove a lock')) ? 'lock in use' : 'lock stays';
}

/** A lock that an earlier run left behind goes at the start, unless it is in use again (Q275617, workaround). */
function removeLeftoverLocks(self: Self<CopyWork>): string {
  for (const { server } of self.site.accessPoints) {
    for (const { box, locked } of downInboxes) {
      if (locked === 'never') continue;
      const folders = foldersIn(self, accessPointFolder(self, server, box));
      for (const folder of folders) self.files.delete(`${folder}\\${lockName}`);
    }
  }
  return 'locks removed';
}

function lookBack(self: Self<CopyWork>): string {
  if (self.memory.settingsChanged) return 'settings changed';
  if (self.memory.changed) return 'changed meanwhile';
  if (self.memory.failed === 0) return 'finished';
  self.memory.tries++;
  return self.memory.tries < Number(self.trait('tries of a refused copy')) ? 'worth another try' : 'finished';
}

function watchTree(self: Self, folder: string): void {
  self.watch(folder);
  for (const inner of foldersIn(self, folder)) watchTree(self, inner);
}

function copyOf(self: Self<CopyWork>): Extract<CopyStep, { kind: 'copy' }> {
  const step = self.memory.step;
  if (step?.kind !== 'copy') throw new Error('Inbox Manager has no copy in hand');
  return step;
}

function lockOf(self: Self<CopyWork>): string {
  const step = self.memory.step;
  if (step === null || step.kind === 'copy') throw new Error('Inbox Manager has no lock in hand');
  return step.path;
}
