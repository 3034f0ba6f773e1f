import { done, failure, win32, type Outcome, type Win32Error } from '../outcome.ts';
import { localPath, type LocalPath } from './local-path.ts';
import type { Opener } from './permissions.ts';
import type { Storage } from './storage.ts';

/** Deletes a file. One that is open everywhere with shared deletion goes when its last handle is closed. */
export function deleteFile(storage: Storage, opener: Opener, path: LocalPath): Outcome {
  const refusal = refusalToDelete(storage, opener, path);
  if (refusal !== undefined) return storage.refuse(opener, path, refusal);
  if (storage.handles.on(path.text).length > 0) storage.handles.doom(path.text);
  else takeAway(storage, path, opener.process);
  return done;
}

/** Takes a file away that nobody holds any more, and tells of it. */
export function takeAway(storage: Storage, path: LocalPath, process: string): void {
  const shown = storage.displayed(path);
  storage.remove(path);
  storage.tell('deleted', shown, '', process);
}

/** Removes a folder; with everything below it where that is wished, up to the first file that cannot be deleted. */
export function removeFolder(storage: Storage, opener: Opener, path: LocalPath, recursive: boolean): Outcome {
  const node = storage.tree.find(path.keys);
  if (node === undefined) return failure(storage.missing(path));
  if (!node.data.isFolder) return failure(win32.directoryName);
  const below = [...(node.children?.values() ?? [])];
  if (below.length > 0 && !recursive) return storage.refuse(opener, path, win32.directoryNotEmpty);
  for (const child of below) {
    const childPath = localPath(`${path.text}\\${child.name}`);
    const gone = child.data.isFolder
      ? removeFolder(storage, opener, childPath, true)
      : deleteFile(storage, opener, childPath);
    if (!gone.ok) return gone;
  }
  const refusal = refusalToRemove(storage, opener, path);
  if (refusal !== undefined) return storage.refuse(opener, path, refusal);
  const shown = storage.displayed(path);
  storage.tree.remove(path.keys);
  storage.tell('deleted', shown, 'folder', opener.process);
  return done;
}

function refusalToDelete(storage: Storage, opener: Opener, path: LocalPath): Win32Error | undefined {
  const entry = storage.entry(path);
  if (entry === undefined) return storage.missing(path);
  if (storage.drives.of(path.letter)?.kind === 'cdrom') return win32.writeProtected;
  if (entry.isFolder || entry.attributes.readOnly) return win32.accessDenied;
  if (!storage.allowed(opener, path, 'delete') || storage.handles.isDoomed(path.text)) return win32.accessDenied;
  return storage.handles.sharesDeletion(path.text) ? undefined : win32.sharingViolation;
}

/** A drive cannot be removed, and a folder that still holds a doomed file is not empty. */
function refusalToRemove(storage: Storage, opener: Opener, path: LocalPath): Win32Error | undefined {
  const node = storage.tree.find(path.keys);
  if ((node?.children?.size ?? 0) > 0) return win32.directoryNotEmpty;
  const drive = path.parent === '' || storage.drives.of(path.letter)?.kind === 'cdrom';
  const locked = node?.data.attributes.readOnly === true;
  return drive || locked || !storage.allowed(opener, path, 'delete') ? win32.accessDenied : undefined;
}
