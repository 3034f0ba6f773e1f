import { failure, success, win32, type Outcome } from '../outcome.ts';
import { treeDifference } from '../tree-difference.ts';
import { pathKeys } from '../tree.ts';
import type { Drive, DriveState } from './drives.ts';
import {
  factsOf,
  firstBytes,
  folderEntry,
  noContent,
  textContent,
  textOf,
  type Content,
  type FileAttributes,
  type FileFacts,
  type FileTimes,
  type WriteOptions,
} from './file.ts';
import { createFolder, folderStamp, listFolder } from './folders.ts';
import type { Handle, OpenOptions } from './handles.ts';
import { closeHandle, openHandle, readHandle, writeHandle } from './holding.ts';
import { localPath } from './local-path.ts';
import { forWriting } from './opening.ts';
import type { Opener, PermissionEntry, Wish } from './permissions.ts';
import { deleteFile, removeFolder } from './removal.ts';
import type { SavedFileChanges, SavedFiles } from './saved-files.ts';
import { Shares, type Share } from './shares.ts';
import { Storage, type FileHooks } from './storage.ts';
import { appendText, changeEntry, copyFile, moveFile, putFile, readFile } from './whole-files.ts';

/**
 * The drives of one computer as Windows answers for them: names without case, sharing rules, attributes, permissions
 * on NTFS, time stamps of two seconds on FAT, and a full drive that leaves a partial file. All paths are local.
 */
export class FileSystem {
  readonly #storage: Storage;
  readonly #shares = new Shares();

  constructor(hooks: FileHooks) {
    this.#storage = new Storage(hooks);
  }

  /** A file system with the same drives, shares and files (no open handles); both share what neither has written. */
  fork(hooks: FileHooks): FileSystem {
    const copy = new FileSystem(hooks);
    copy.#storage.tree = this.#storage.tree.fork();
    for (const drive of this.drives()) copy.#storage.drives.set(drive);
    for (const share of this.shares()) copy.addShare(share);
    return copy;
  }

  /** Another number after every change of what lies on the drives; only ever to be compared. */
  get revision(): number {
    return this.#storage.tree.root.revision;
  }

  addDrive(drive: Drive): void {
    const letter = drive.letter.toUpperCase();
    this.#storage.drives.add(drive);
    this.#storage.tree.set(pathKeys(`${letter}:`), `${letter}:`, folderEntry(this.#storage.hooks.now()), true);
  }

  /** All drives by letter. */
  drives(): readonly DriveState[] {
    return this.#storage.drives.all();
  }

  /** Bytes free on the drive of a path or letter; 0 where there is no such drive. */
  freeSpace(path: string): number {
    return this.#storage.drives.free(path.charAt(0).toUpperCase());
  }

  /** Leaves only so many bytes free on a drive; undefined gives the room back. */
  fillDrive(letter: string, leaving: number | undefined): void {
    this.#storage.drives.fill(letter.charAt(0).toUpperCase(), leaving);
  }

  addShare(share: Share): void {
    this.#shares.add(share);
  }

  /** False when there is no such share. */
  removeShare(name: string): boolean {
    return this.#shares.remove(name);
  }

  /** All shares by name. */
  shares(): readonly Share[] {
    return this.#shares.all();
  }

  /** The local folder behind a share. */
  resolveShare(name: string): string | undefined {
    return this.#shares.get(name)?.path;
  }

  /** Whether the share's own permissions let somebody in; those of the folder behind it are asked besides. */
  shareAllows(name: string, opener: Opener, wish: Wish): boolean {
    return this.#shares.allows(name, opener, wish);
  }

  stat(opener: Opener, path: string): Outcome<FileFacts> {
    const place = localPath(path);
    const node = this.#storage.tree.find(place.keys);
    if (node === undefined || place.name === '') return failure(this.#storage.missing(place));
    if (!this.#storage.allowed(opener, place, 'read')) return this.#storage.refuse(opener, place, win32.accessDenied);
    return success(factsOf(this.#storage.displayed(place), node.name, node.data));
  }

  /** Whether a file or folder of this name is there and may be looked at. */
  exists(opener: Opener, path: string): boolean {
    const place = localPath(path);
    return this.#storage.entry(place) !== undefined && this.#storage.allowed(opener, place, 'read');
  }

  /** Entries of a folder that fit a DOS pattern: by name on NTFS, in the order they were made on FAT. */
  list(opener: Opener, folder: string, pattern = '*.*'): Outcome<readonly FileFacts[]> {
    return listFolder(this.#storage, opener, localPath(folder), pattern);
  }

  /** Equal texts mean that this opener finds the same in a folder and below it. */
  stamp(opener: Opener, folder: string): string {
    return folderStamp(this.#storage, opener, localPath(folder));
  }

  /** Makes a folder; with `parents` also those above it, and then one that exists is no error (183). */
  createFolder(opener: Opener, path: string, options: { readonly parents?: boolean } = {}): Outcome {
    return createFolder(this.#storage, opener, localPath(path), options.parents === true);
  }

  removeFolder(opener: Opener, path: string, options: { readonly recursive?: boolean } = {}): Outcome {
    return removeFolder(this.#storage, opener, localPath(path), options.recursive === true);
  }

  /** Opens a file and holds it until it is closed or its process ends; the value is the handle. */
  open(opener: Opener, path: string, options: OpenOptions): Outcome<number> {
    return openHandle(this.#storage, opener, localPath(path), options);
  }

  /** Closes a handle; only now others hear that the file was written. Error 6 when it was closed before. */
  close(id: number): Outcome {
    return closeHandle(this.#storage, id);
  }

  /** Closes every handle that the question is answered with yes for, the oldest first. */
  closeWhere(chosen: (handle: Handle) => boolean): void {
    if (this.#storage.handles.size === 0) return;
    for (const handle of this.openHandles()) if (chosen(handle)) this.close(handle.id);
  }

  /** Closes what a process that has ended held open. */
  closeProcess(process: string): void {
    this.closeWhere((handle) => handle.process === process);
  }

  /** Closes what other computers held open here; they have lost the connection. */
  closeRemote(): void {
    this.closeWhere((handle) => !handle.local);
  }

  /** The open handles, on one file or on all, the oldest first. */
  openHandles(path?: string): readonly Handle[] {
    return path === undefined ? this.#storage.handles.all() : this.#storage.handles.on(path);
  }

  /** The bytes behind a handle; error 5 when it was opened only for writing. */
  readHandle(id: number): Outcome<Content> {
    return readHandle(this.#storage, id);
  }

  /** Writes the whole content through a handle: error 112 leaves what fits. */
  writeHandle(id: number, content: Content, options: WriteOptions = {}): Outcome {
    return writeHandle(this.#storage, id, content, options);
  }

  /** Shows the first bytes of what is being written through a handle; error 112 leaves what fits. */
  setPartial(id: number, content: Content, bytes: number): Outcome {
    return this.writeHandle(id, firstBytes(content, bytes));
  }

  /** Ends what `setPartial` began: all bytes, with the version, attributes and times of their source. */
  complete(id: number, content: Content, options: WriteOptions = {}): Outcome {
    return this.writeHandle(id, content, options);
  }

  /** Reads a whole file in one moment (open sharing reading, read, close). */
  read(opener: Opener, path: string): Outcome<Content> {
    return readFile(this.#storage, opener, localPath(path));
  }

  readText(opener: Opener, path: string): Outcome<string> {
    const content = this.read(opener, path);
    return content.ok ? success(textOf(content.value)) : content;
  }

  /** Writes a whole file in one moment (create always, share none). A version not given again is gone. */
  write(opener: Opener, path: string, content: Content, options: WriteOptions = {}): Outcome {
    return putFile(this.#storage, opener, localPath(path), forWriting, content, options);
  }

  writeText(opener: Opener, path: string, text: string, options: WriteOptions = {}): Outcome {
    return this.write(opener, path, textContent(text), options);
  }

  /** Adds to the end of a file, making it when missing; logs are written this way. */
  append(opener: Opener, path: string, text: string): Outcome {
    return appendText(this.#storage, opener, localPath(path), text);
  }

  /** Keeps only the first bytes of a file. */
  truncate(opener: Opener, path: string, bytes: number): Outcome {
    const entry = this.#storage.entry(localPath(path));
    const content = entry === undefined ? noContent : firstBytes(entry.content, bytes);
    return putFile(this.#storage, opener, localPath(path), { ...forWriting, create: 'open existing' }, content);
  }

  /** Deletes a file; open ones are error 32, unless everybody shares deletion: then it goes with the last handle. */
  delete(opener: Opener, path: string): Outcome {
    return deleteFile(this.#storage, opener, localPath(path));
  }

  /** Renames, or moves a file to another drive by copying and deleting. The target must not exist (183). */
  move(opener: Opener, from: string, to: string): Outcome {
    return moveFile(this.#storage, opener, localPath(from), localPath(to));
  }

  /** Copies in no time over whatever is there, with the attributes, version and last write of the source. */
  copy(opener: Opener, from: string, to: string): Outcome {
    return copyFile(this.#storage, opener, localPath(from), localPath(to));
  }

  setAttributes(opener: Opener, path: string, attributes: Partial<FileAttributes>): Outcome {
    return changeEntry(this.#storage, opener, localPath(path), 'attributes', JSON.stringify(attributes), (entry) => ({
      ...entry,
      attributes: { ...entry.attributes, ...attributes },
    }));
  }

  setTimes(opener: Opener, path: string, times: FileTimes): Outcome {
    const place = localPath(path);
    const modified = times.modified === undefined ? {} : { modified: this.#storage.fileTime(place, times.modified) };
    return changeEntry(this.#storage, opener, place, 'attributes', 'times', (entry) => ({
      ...entry,
      ...times,
      ...modified,
    }));
  }

  /** Sets the permission list of a file or folder; undefined lets it inherit. FAT knows none: error 87. */
  setPermissions(opener: Opener, path: string, entries: readonly PermissionEntry[] | undefined): Outcome {
    const place = localPath(path);
    if (this.#storage.isFat(place)) return failure(win32.invalidParameter);
    const detail = entries?.map((entry) => `${entry.account} ${entry.right}`).join(', ') ?? 'inherited';
    return changeEntry(this.#storage, opener, place, 'permissions', detail, ({ permissions: _old, ...entry }) =>
      entries === undefined ? entry : { ...entry, permissions: entries },
    );
  }

  /** The permission list that holds for a path: its own or that of the nearest folder above that has one. */
  permissions(path: string): readonly PermissionEntry[] | undefined {
    return this.#storage.permissions(pathKeys(path));
  }

  save(): SavedFiles {
    return { ...this.#savedState(), entries: treeDifference(this.#storage.tree.root).written };
  }

  /** What differs from the template that this file system was forked from. */
  saveChanges(template: FileSystem): SavedFileChanges {
    const { removed, written } = treeDifference(this.#storage.tree.root, template.#storage.tree.root);
    return { ...this.#savedState(), removed, entries: written };
  }

  static restore(saved: SavedFiles, hooks: FileHooks): FileSystem {
    return new FileSystem(hooks).#restored(saved);
  }

  /** The inverse of `saveChanges`, with the same template. */
  static restoreChanges(saved: SavedFileChanges, template: FileSystem, hooks: FileHooks): FileSystem {
    const files = new FileSystem(hooks);
    files.#storage.tree = template.#storage.tree.fork();
    for (const path of saved.removed) files.#storage.tree.remove(pathKeys(path));
    return files.#restored(saved);
  }

  #savedState(): Omit<SavedFiles, 'entries'> {
    const { nextId, handles, doomed } = this.#storage.handles.save();
    return { drives: this.drives(), shares: this.shares(), nextHandle: nextId, handles, doomed };
  }

  #restored(saved: SavedFiles): this {
    const { tree, drives, handles } = this.#storage;
    for (const [path, name, entry] of saved.entries) tree.set(pathKeys(path), name, entry, entry.isFolder);
    for (const drive of saved.drives) drives.set(drive);
    for (const share of saved.shares) this.addShare(share);
    handles.restore({ nextId: saved.nextHandle, handles: saved.handles, doomed: saved.doomed });
    return this;
  }
}
