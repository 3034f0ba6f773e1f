import { done, failure, success, win32, type Outcome } from '../outcome.ts';
import { sortedChildren } from '../tree.ts';
import { factsOf, folderEntry, type FileFacts } from './file.ts';
import { localPath, type LocalPath } from './local-path.ts';
import { matchesPattern } from './pattern.ts';
import type { Opener, PermissionEntry } from './permissions.ts';
import type { Storage } from './storage.ts';

/** The entries of a folder that match a pattern: by name on NTFS, in the order they were made on FAT. */
export function listFolder(
  storage: Storage,
  opener: Opener,
  path: LocalPath,
  pattern: string,
): Outcome<readonly FileFacts[]> {
  const node = storage.tree.find(path.keys);
  if (node === undefined || path.name === '') return failure(win32.pathNotFound);
  if (!node.data.isFolder) return failure(win32.directoryName);
  if (!storage.allowed(opener, path, 'read')) return storage.refuse(opener, path, win32.accessDenied);
  const prefix = `${storage.displayed(path)}\\`;
  const children = storage.isFat(path) ? [...(node.children?.values() ?? [])] : sortedChildren(node);
  const found: FileFacts[] = [];
  for (const { name, data } of children) {
    if (matchesPattern(name, pattern)) found.push(factsOf(prefix + name, name, data));
  }
  return success(found);
}

/** Equal texts mean that somebody finds in a folder and below it what they found before, names, facts and rights. */
export function folderStamp(storage: Storage, opener: Opener, path: LocalPath): string {
  const revision = storage.tree.find(path.keys)?.revision ?? 0;
  return `${revision} ${rightsText(storage.permissions(path.keys))} ${opener.account} ${opener.groups.join()}`;
}

const rightsTexts = new WeakMap<readonly PermissionEntry[], string>();

function rightsText(entries: readonly PermissionEntry[] | undefined): string {
  if (entries === undefined) return '';
  const known = rightsTexts.get(entries);
  if (known !== undefined) return known;
  const text = JSON.stringify(entries);
  rightsTexts.set(entries, text);
  return text;
}

/** Makes a folder; with its missing parents where that is wished, and then one that is there already is no error. */
export function createFolder(storage: Storage, opener: Opener, path: LocalPath, parents: boolean): Outcome {
  const known = storage.entry(path);
  if (known !== undefined) return parents && known.isFolder ? done : storage.refuse(opener, path, win32.alreadyExists);
  if (!path.valid) return storage.refuse(opener, path, win32.invalidName);
  const above = localPath(path.parent);
  if (!storage.isFolder(path.parent)) {
    if (!parents || above.keys.length < 2) return failure(win32.pathNotFound);
    const made = createFolder(storage, opener, above, parents);
    if (!made.ok) return made;
  }
  const refusal = storage.refusalOfName(path);
  if (refusal !== undefined) return storage.refuse(opener, path, refusal);
  if (!storage.allowed(opener, above, 'write')) return storage.refuse(opener, path, win32.accessDenied);
  storage.tree.set(path.keys, path.name, folderEntry(storage.fileTime(path, storage.hooks.now())), true);
  storage.tell('created', storage.displayed(path), 'folder', opener.process);
  return done;
}
