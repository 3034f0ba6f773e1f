export type { Drive, DriveState } from './drives.ts';
export { bulkContent, firstBytes, sameContent, textContent, textOf } from './file.ts';
export type {
  Content,
  FileAttributes,
  FileChange,
  FileFacts,
  FileTimes,
  ProductHeader,
  WriteOptions,
} from './file.ts';
export { FileSystem } from './file-system.ts';
export type { FileHooks } from './storage.ts';
export type { Handle, OpenOptions, Sharing } from './handles.ts';
export { matchesPattern } from './pattern.ts';
export { rights } from './permissions.ts';
export type { Opener, PermissionEntry, Right, Wish } from './permissions.ts';
export type { SavedFileChanges, SavedFiles } from './saved-files.ts';
export type { Share } from './shares.ts';
