import { done, failure, win32, type Outcome, type Win32Error } from '../outcome.ts';
import { localPath, type LocalPath } from './local-path.ts';
import type { Opener } from './permissions.ts';
import type { Storage } from './storage.ts';

/** Renames a file or folder on its drive; its bytes, times, attributes and own permissions go with it. */
export function rename(storage: Storage, opener: Opener, from: LocalPath, to: LocalPath): Outcome {
  const missing = missingForMove(storage, from, to);
  if (missing !== undefined) return failure(missing);
  const taken = refusalOfTarget(storage, opener, from, to);
  if (taken !== undefined) return storage.refuse(opener, to, taken);
  const held = refusalOfSource(storage, opener, from, to);
  if (held !== undefined) return storage.refuse(opener, from, held);
  const shown = storage.displayed(from);
  const node = storage.tree.remove(from.keys);
  if (node !== undefined) storage.tree.put(to.keys, to.name, node);
  storage.handles.follow(from.text, to.text);
  storage.tell('renamed', storage.displayed(to), `from ${shown}`, opener.process);
  return done;
}

function missingForMove(storage: Storage, from: LocalPath, to: LocalPath): Win32Error | undefined {
  if (storage.entry(from) === undefined) return storage.missing(from);
  return storage.isFolder(to.parent) ? undefined : win32.pathNotFound;
}

function refusalOfTarget(storage: Storage, opener: Opener, from: LocalPath, to: LocalPath): Win32Error | undefined {
  const sameEntry = storage.tree.find(from.keys) === storage.tree.find(to.keys);
  if (storage.entry(to) !== undefined && !sameEntry) return win32.alreadyExists;
  const name = storage.refusalOfName(to);
  if (name !== undefined) return name;
  return storage.allowed(opener, localPath(to.parent), 'write') ? undefined : win32.accessDenied;
}

/** A folder cannot be moved into itself (32), nor while anything below it is open (5). */
function refusalOfSource(storage: Storage, opener: Opener, from: LocalPath, to: LocalPath): Win32Error | undefined {
  if (from.parent === '' || !storage.allowed(opener, from, 'delete')) return win32.accessDenied;
  if (storage.handles.isDoomed(from.text) || storage.handles.below(from.text).length > 0) return win32.accessDenied;
  const intoItself = to.keys.length > from.keys.length && from.keys.every((key, depth) => to.keys[depth] === key);
  return intoItself || !storage.handles.sharesDeletion(from.text) ? win32.sharingViolation : undefined;
}
