import { z } from 'zod';
import { failure, win32, win32Text, type FileAccess, type Outcome } from '../world/index.ts';
import { actorOn } from './actor.ts';
import type { Play } from './play.ts';
import { computerName } from './references.ts';

/** The two arguments that name a file in a step; spread into the shape of its verb. */
export const pathShape = {
  on: computerName().optional().describe('Computer at which somebody does it; without it, the one the UNC path names'),
  path: z.string().min(1).describe('Local path with on, or UNC path'),
};

/** A path in a step: a UNC path (`\\CAP1\CAP_ABC\ddr.box\a.ddr`), or a local path of the computer `on`. */
export interface GivenPath {
  readonly on?: string | undefined;
  readonly path: string;
}

/** One of two paths of a step, when they may lie on different computers. */
export const pathSchema = z
  .union([z.string().min(1), z.strictObject(pathShape)])
  .describe("UNC path, or { on: COMPUTER, path: 'C:\\...' }");

/** Whether a path says at which computer it is to be reached. */
export function isPlaced(given: GivenPath | string): boolean {
  const { on, path } = asGivenPath(given);
  return on !== undefined || path.startsWith('\\\\');
}

/** The message of the check `isPlaced`. */
export const unplaced = 'a local path needs "on" with the name of its computer';

/** Both spellings of a path as one; a path that names no computer is reached from `on`. */
export function asGivenPath(given: GivenPath | string, on?: string): GivenPath {
  const path: GivenPath = typeof given === 'string' ? { path: given } : given;
  return path.on === undefined ? { ...path, on } : path;
}

/** Where a path leads, with who opens it there. */
export type Location = Extract<ReturnType<FileAccess['locate']>, { readonly ok: true }>['value'];

/** The files of somebody at the computer of a path; nobody can sit at one that does not exist (53) or is off (53). */
export function filesFor(play: Play, given: GivenPath): Outcome<FileAccess> {
  const name = given.on ?? given.path.slice(2).split('\\', 1)[0] ?? '';
  const computer = play.world.computer(name);
  if (computer === undefined || computer.power === 'off') return failure(win32.badNetPath);
  return { ok: true, value: actorOn(play, computer.name) };
}

/** Does something with a file as somebody at its computer; what Windows refuses becomes the failure of the step. */
export function withFiles(play: Play, given: GivenPath, act: (files: FileAccess, path: string) => Outcome): void {
  const files = filesFor(play, given);
  refuse(play, given.path, files.ok ? act(files.value, given.path) : files);
}

/** The same for what only the file system itself can do. */
export function withLocation(play: Play, given: GivenPath, act: (location: Location) => Outcome): void {
  withFiles(play, given, (files, path) => {
    const location = files.locate(path, 'write');
    return location.ok ? act(location.value) : location;
  });
}

/** Lets the step fail with Windows' sentence where there was an error. */
export function refuse(play: Play, subject: string, outcome: Outcome<unknown>): void {
  if (!outcome.ok) play.fail(`${subject}: ${win32Text(outcome.error)}`);
}
