import { done, failure, success, win32, type Outcome } from '../outcome.ts';
import { noContent, type Content, type WriteOptions } from './file.ts';
import type { OpenOptions } from './handles.ts';
import { localPath, type LocalPath } from './local-path.ts';
import { refusalToOpen } from './opening.ts';
import type { Opener } from './permissions.ts';
import { takeAway } from './removal.ts';
import type { Storage } from './storage.ts';

/** Opens a file and holds it; the value is the handle. */
export function openHandle(storage: Storage, opener: Opener, path: LocalPath, options: OpenOptions): Outcome<number> {
  const refusal = refusalToOpen(storage, opener, path, options);
  if (refusal !== undefined) return storage.refuse(opener, path, refusal);
  const exists = storage.entry(path) !== undefined;
  const emptied = exists && options.create === 'create always';
  if (!exists) storage.create(path);
  if (emptied) storage.replace(path, noContent, {});
  const shown = storage.displayed(path);
  const handle = storage.handles.add(shown, opener, options, emptied);
  if (!exists) storage.tell('created', shown, '0 bytes', opener.process, 0);
  storage.tell('opened', shown, `${options.access}, sharing ${options.share}`, opener.process);
  return success(handle.id);
}

/** Closes a handle. Only now others hear that the file was written, and only now a doomed file goes. */
export function closeHandle(storage: Storage, id: number): Outcome {
  const handle = storage.handles.remove(id);
  if (handle === undefined) return failure(win32.invalidHandle);
  const { path, process, changed } = handle;
  if (changed) {
    const { size } = storage.mustHave(localPath(path)).content;
    storage.tell('written', path, `${size} bytes`, process, size);
  }
  storage.tell('closed', path, '', process);
  if (storage.handles.released(path)) takeAway(storage, localPath(path), process);
  return done;
}

/** The bytes behind a handle that was opened for reading. */
export function readHandle(storage: Storage, id: number): Outcome<Content> {
  const handle = storage.handles.get(id);
  if (handle === undefined) return failure(win32.invalidHandle);
  if (handle.access === 'write') return failure(win32.accessDenied);
  return success(storage.mustHave(localPath(handle.path)).content);
}

/** Gives the file behind a handle new bytes; error 112 leaves what fits. */
export function writeHandle(storage: Storage, id: number, content: Content, options: WriteOptions): Outcome {
  const handle = storage.handles.get(id);
  if (handle === undefined) return failure(win32.invalidHandle);
  if (handle.access === 'read') return failure(win32.accessDenied);
  storage.handles.markChanged(handle);
  const full = storage.replace(localPath(handle.path), content, options);
  if (full === undefined) return done;
  storage.tell('refused', handle.path, `Win32 error ${full}`, handle.process);
  return failure(full);
}
