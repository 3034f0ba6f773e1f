import type { DriveState } from './drives.ts';
import type { Entry } from './file.ts';
import type { Handle } from './handles.ts';
import type { Share } from './shares.ts';

/** The files of one computer in a checkpoint; parents come before what they hold, in the order things were made. */
export interface SavedFiles {
  readonly drives: readonly DriveState[];
  readonly shares: readonly Share[];
  readonly nextHandle: number;
  readonly handles: readonly Handle[];
  /** Files that go when their last handle is closed. */
  readonly doomed: readonly string[];
  readonly entries: readonly (readonly [path: string, name: string, entry: Entry])[];
}

/** The same of a computer that was forked from a template: only the entries that differ from the template's. */
export interface SavedFileChanges extends SavedFiles {
  /** What the template has and the computer has not, each with everything below it. */
  readonly removed: readonly string[];
}
