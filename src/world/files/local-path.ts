import { pathKeys } from '../tree.ts';

/** A local path taken apart once; the same object for the same text. */
export interface LocalPath {
  /** As it was given, without a backslash at the end: `C:\SMS\Logs`. */
  readonly text: string;
  /** The last name; empty for no path at all. */
  readonly name: string;
  /** Lower-case names from the drive on. */
  readonly keys: readonly string[];
  /** The path of the folder that holds it; empty for a drive. */
  readonly parent: string;
  /** Drive letter in upper case. */
  readonly letter: string;
  /** Whether Windows takes every name in it; otherwise error 123. */
  readonly valid: boolean;
}

const known = new Map<string, LocalPath>();
const knownLimit = 50_000;

/** Takes a local path apart. */
export function localPath(path: string): LocalPath {
  const found = known.get(path);
  if (found !== undefined) return found;
  const made = takenApart(path);
  if (known.size >= knownLimit) known.clear();
  known.set(path, made);
  return made;
}

function takenApart(path: string): LocalPath {
  const names = path.split('\\').filter((part) => part !== '');
  const [drive = '', ...below] = names;
  return {
    text: names.join('\\'),
    name: names.at(-1) ?? '',
    keys: pathKeys(path),
    parent: names.slice(0, -1).join('\\'),
    letter: path.charAt(0).toUpperCase(),
    valid: /^[a-z]:$/i.test(drive) && below.every((name) => !/[<>:"/|?*]/.test(name)),
  };
}
