import { win32, type Win32Error } from '../outcome.ts';
import type { Entry, FileAttributes } from './file.ts';
import type { OpenOptions } from './handles.ts';
import { localPath, type LocalPath } from './local-path.ts';
import type { Opener } from './permissions.ts';
import type { Storage } from './storage.ts';

/** How the plain reads and writes open a file for the moment they take. */
export const forReading: OpenOptions = { access: 'read', share: 'read', create: 'open existing' };
export const forWriting: OpenOptions = { access: 'write', share: 'none', create: 'create always' };
export const forAppending: OpenOptions = { access: 'write', share: 'read', create: 'open always' };

/**
 * Why a file cannot be opened this way, in the order in which Windows NT looks: the name, what is there, rights and
 * attributes (5), and only then what others have open (32).
 */
export function refusalToOpen(
  storage: Storage,
  opener: Opener,
  path: LocalPath,
  options: OpenOptions,
  attributes?: Partial<FileAttributes>,
): Win32Error | undefined {
  const entry = storage.entry(path);
  if (entry === undefined) return refusalToCreate(storage, opener, path, options);
  if (entry.isFolder) return win32.accessDenied;
  if (options.create === 'create new') return win32.fileExists;
  if (storage.handles.isDoomed(path.text)) return win32.accessDenied;
  const denied = deniedAccess(storage, opener, path, options) ?? refusalByAttributes(entry, options, attributes);
  if (denied !== undefined) return denied;
  return storage.handles.compatible(path.text, options) ? undefined : win32.sharingViolation;
}

function refusalToCreate(
  storage: Storage,
  opener: Opener,
  path: LocalPath,
  options: OpenOptions,
): Win32Error | undefined {
  if (!path.valid) return win32.invalidName;
  const missing = storage.missing(path);
  if (missing === win32.pathNotFound || options.create === 'open existing') return missing;
  const folder = localPath(path.parent);
  return storage.refusalOfName(path) ?? (storage.allowed(opener, folder, 'write') ? undefined : win32.accessDenied);
}

function deniedAccess(storage: Storage, opener: Opener, path: LocalPath, options: OpenOptions): Win32Error | undefined {
  if (changes(options) && storage.drives.of(path.letter)?.kind === 'cdrom') return win32.writeProtected;
  if (options.access !== 'write' && !storage.allowed(opener, path, 'read')) return win32.accessDenied;
  return changes(options) && !storage.allowed(opener, path, 'write') ? win32.accessDenied : undefined;
}

/** Read-only files cannot be written; hidden and system ones are overwritten only by who asks for the same again. */
function refusalByAttributes(
  entry: Entry,
  options: OpenOptions,
  wished: Partial<FileAttributes> | undefined,
): Win32Error | undefined {
  const { readOnly, hidden, system } = entry.attributes;
  if (readOnly && changes(options)) return win32.accessDenied;
  if (options.create !== 'create always') return undefined;
  const lost = (hidden && wished?.hidden !== true) || (system && wished?.system !== true);
  return lost ? win32.accessDenied : undefined;
}

function changes(options: OpenOptions): boolean {
  return options.access !== 'read' || options.create === 'create always';
}
