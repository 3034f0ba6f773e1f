import type { Instant } from '../kernel/index.ts';
import { fileName } from '../world/index.ts';
import type { Effect, Self } from './component.ts';

/**
 * What a component that empties folders remembers. One pass works on the files that were there when it began; a
 * change noticed during the pass leads to another pass, so no notice is lost.
 */
export interface InboxPass {
  /** Full paths still to be handled in this pass. */
  waiting: string[];
  /** Full path of the file in hand. */
  file: string;
  changed: boolean;
}

export function newInboxPass(): InboxPass {
  return { waiting: [], file: '', changed: false };
}

/** The files of a folder that match a pattern, as full paths in the order the file system lists them. */
export function filesIn(self: Self, folder: string, pattern: string): string[] {
  const listed = self.files.list(folder, pattern);
  if (listed.ok && listed.value.length === 0) return [];
  return listed.ok ? listed.value.filter((entry) => !entry.isFolder).map((entry) => `${folder}\\${entry.name}`) : [];
}

/** The folders directly in a folder, as full paths. */
export function foldersIn(self: Self, folder: string): string[] {
  const listed = self.files.list(folder);
  return listed.ok ? listed.value.filter((entry) => entry.isFolder).map((entry) => `${folder}\\${entry.name}`) : [];
}

/** The effects every pass is made of; `look` gives the files to handle now, `left` what is a reason to look again. */
export function passEffects<Memory extends InboxPass>(
  look: (self: Self<Memory>) => string[],
  left: (self: Self<Memory>) => string[] = look,
): Readonly<Record<'look for files' | 'take the next file' | 'remember the change' | 'look back', Effect<Memory>>> {
  return {
    'look for files': {
      answers: ['files waiting', 'nothing to do'],
      run: (self) => {
        self.memory.changed = false;
        self.memory.waiting = look(self);
        return self.memory.waiting.length > 0 ? 'files waiting' : 'nothing to do';
      },
    },
    'take the next file': {
      answers: ['file taken', 'none left'],
      run: (self) => {
        self.memory.file = self.memory.waiting.shift() ?? '';
        return self.memory.file === '' ? 'none left' : 'file taken';
      },
    },
    'remember the change': {
      answers: [],
      run: (self) => {
        self.memory.changed = true;
        return undefined;
      },
    },
    'look back': {
      answers: ['changed meanwhile', 'files left', 'nothing new'],
      run: (self) => {
        if (self.memory.changed) return 'changed meanwhile';
        return left(self).length > 0 ? 'files left' : 'nothing new';
      },
    },
  };
}

/**
 * The states after a pass, which begins again in `looking`: at the next change, or after the named delay where files
 * are left.
 */
export function statesAfterPass(delay: string): {
  readonly 'looking back': object;
  readonly waiting: object;
  readonly 'waiting with files left': object;
} {
  return {
    'looking back': {
      entry: 'look back',
      on: { 'changed meanwhile': 'looking', 'files left': 'waiting with files left', 'nothing new': 'waiting' },
    },
    waiting: { on: { 'folder changed': 'looking' } },
    'waiting with files left': { on: { 'folder changed': 'looking' }, after: { [delay]: 'looking' } },
  };
}

/** An effect that never answers. */
export function silent<Memory>(run: (self: Self<Memory>) => void): Effect<Memory> {
  return {
    answers: [],
    run: (self) => {
      run(self);
      return undefined;
    },
  };
}

/** The extension of a path in lower case, with its dot; empty where it has none. */
export function extension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot).toLowerCase();
}

/** Milliseconds the computer has run, as GetTickCount tells: waits are measured with it, not with the clock. */
export function tickCount(self: Self): Instant {
  return self.world.hooks.now() - self.computer.startedAt;
}
