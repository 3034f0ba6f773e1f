import { done, failure, success, win32, type Outcome } from '../outcome.ts';
import { noContent, textOf, type Content, type Entry, type WriteOptions } from './file.ts';
import type { OpenOptions } from './handles.ts';
import type { LocalPath } from './local-path.ts';
import { rename } from './moving.ts';
import { forAppending, forReading, forWriting, refusalToOpen } from './opening.ts';
import { mayTakeOwnership, type Opener, type Wish } from './permissions.ts';
import { deleteFile } from './removal.ts';
import type { Storage } from './storage.ts';

/** Reads a whole file in one moment: open, read, close. */
export function readFile(storage: Storage, opener: Opener, path: LocalPath): Outcome<Content> {
  const refusal = refusalToOpen(storage, opener, path, forReading);
  if (refusal !== undefined) return storage.refuse(opener, path, refusal);
  return success(storage.mustHave(path).content);
}

/** Gives a file new bytes in one moment (open, write, close), making it where the way of opening allows that. */
export function putFile(
  storage: Storage,
  opener: Opener,
  path: LocalPath,
  way: OpenOptions,
  content: Content,
  options: WriteOptions = {},
): Outcome {
  const refusal = refusalToOpen(storage, opener, path, way, options.attributes);
  if (refusal !== undefined) return storage.refuse(opener, path, refusal);
  const before = storage.entry(path)?.content.size;
  if (before === undefined) storage.create(path);
  const full = storage.replace(path, content, options);
  const { size } = storage.mustHave(path).content;
  const shown = storage.displayed(path);
  if (before === undefined) storage.tell('created', shown, `${size} bytes`, opener.process, size);
  else if (way.create === 'open always')
    storage.tell('appended', shown, `${size - before} bytes`, opener.process, size);
  else storage.tell('written', shown, `${size} bytes`, opener.process, size);
  return full === undefined ? done : storage.refuse(opener, path, full);
}

/**
 * Adds to the end of a file, making it when missing. JavaScript engines keep the sum of two strings as a pair until
 * somebody reads it, so a thousand lines cost a thousand pairs and one join.
 */
export function appendText(storage: Storage, opener: Opener, path: LocalPath, text: string): Outcome {
  const old = storage.entry(path)?.content ?? noContent;
  const content = { text: textOf(old) + text, size: old.size + text.length };
  return putFile(storage, opener, path, forAppending, content);
}

/** Copies in no time over whatever is there, with the attributes, version and last write of the source. */
export function copyFile(storage: Storage, opener: Opener, from: LocalPath, to: LocalPath): Outcome {
  const content = readFile(storage, opener, from);
  if (!content.ok) return content;
  const sameFile = storage.tree.find(from.keys) === storage.tree.find(to.keys);
  if (sameFile) return storage.refuse(opener, to, win32.sharingViolation);
  const { attributes, modified, version, product } = storage.mustHave(from);
  const resource = { ...(version === undefined ? {} : { version }), ...(product === undefined ? {} : { product }) };
  return putFile(storage, opener, to, forWriting, content.value, { attributes, modified, ...resource });
}

/** Renames, or moves a file to another drive by copying and deleting; a folder stays on its drive (5). */
export function moveFile(storage: Storage, opener: Opener, from: LocalPath, to: LocalPath): Outcome {
  if (from.letter === to.letter) return rename(storage, opener, from, to);
  const entry = storage.entry(from);
  if (entry === undefined) return failure(storage.missing(from));
  if (entry.isFolder) return storage.refuse(opener, from, win32.accessDenied);
  if (storage.entry(to) !== undefined) return failure(win32.alreadyExists);
  const copied = copyFile(storage, opener, from, to);
  return copied.ok ? deleteFile(storage, opener, from) : copied;
}

/** Changes what is known of a file or folder besides its bytes; open handles do not hinder that. */
export function changeEntry(
  storage: Storage,
  opener: Opener,
  path: LocalPath,
  kind: 'attributes' | 'permissions',
  detail: string,
  change: (entry: Entry) => Entry,
): Outcome {
  const entry = storage.entry(path);
  if (entry === undefined) return failure(storage.missing(path));
  const wish: Wish = kind === 'permissions' ? 'full' : 'write';
  const owner = kind === 'permissions' && mayTakeOwnership(opener);
  if (!owner && !storage.allowed(opener, path, wish)) return storage.refuse(opener, path, win32.accessDenied);
  if (storage.drives.of(path.letter)?.kind === 'cdrom') return storage.refuse(opener, path, win32.writeProtected);
  storage.tree.set(path.keys, path.name, change(entry), entry.isFolder);
  storage.tell(kind, storage.displayed(path), detail, opener.process);
  return done;
}
