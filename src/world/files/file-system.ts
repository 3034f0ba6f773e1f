import type { Instant } from '../../kernel/index.ts';
import { done, failure, success, win32, type Outcome } from '../outcome.ts';
import { Tree, pathKeys, type TreeNode } from '../tree.ts';
import { Drives, type Drive, type DriveState } from './drives.ts';
import {
  firstBytes,
  folderEntry,
  plainAttributes,
  type Content,
  type Entry,
  type FileAttributes,
  type FileChange,
  type FileFacts,
  type WriteOptions,
} from './file.ts';
import { Handles, type Handle, type OpenOptions } from './handles.ts';
import { matchesPattern } from './pattern.ts';
import { allows, type Opener, type PermissionEntry, type Wish } from './permissions.ts';
import { savedEntries, type SavedFiles } from './saved-files.ts';
import { Shares } from './shares.ts';

/** What a file system reports to and asks of its computer. */
export interface FileHooks {
  /** The computer's own clock, for time stamps. */
  readonly now: () => Instant;
  readonly onChange: (change: FileChange) => void;
}

/**
 * The drives of one computer as Windows answers for them: names without case, sharing rules, attributes, permissions
 * on NTFS, time stamps of two seconds on FAT, and a full drive that leaves a partial file.
 */
export class FileSystem extends Shares {
  #tree: Tree<Entry>;
  readonly #hooks: FileHooks;
  readonly #handles = new Handles();
  readonly #drives = new Drives();

  constructor(hooks: FileHooks, tree?: Tree<Entry>) {
    super();
    this.#hooks = hooks;
    this.#tree = tree ?? new Tree(folderEntry(0));
  }

  /** Takes over the files of a template; nothing is copied until one of the two is written. */
  adopt(template: FileSystem): void {
    this.#tree = template.#tree.fork();
    for (const drive of template.drives()) this.#drives.set(drive);
  }

  addDrive(drive: Drive): void {
    this.#drives.add(drive);
    const name = `${drive.letter.toUpperCase()}:`;
    this.#tree.set([name.toLowerCase()], name, folderEntry(this.#hooks.now()), true);
  }

  drives(): readonly DriveState[] {
    return this.#drives.all();
  }

  freeSpace(path: string): number {
    return this.#drives.free(path);
  }

  /** Leaves only so many bytes free on a drive; undefined gives the room back. */
  fillDrive(letter: string, leaving: number | undefined): void {
    this.#drives.fill(letter, leaving);
  }

  stat(opener: Opener, path: string): Outcome<FileFacts> {
    const entry = this.#entry(path);
    if (entry === undefined) return failure(this.#missing(path));
    if (!this.#allowed(opener, path, 'read')) return failure(win32.accessDenied);
    return success(facts(this.#displayed(path), entry));
  }

  /** Entries of a folder: by name on NTFS, in the order they were made on FAT. */
  list(opener: Opener, folder: string, pattern = '*.*'): Outcome<readonly FileFacts[]> {
    const node = this.#tree.find(pathKeys(folder));
    if (node === undefined) return failure(win32.pathNotFound);
    if (!node.data.isFolder) return failure(win32.directoryName);
    if (!this.#allowed(opener, folder, 'read')) return failure(win32.accessDenied);
    const prefix = folder.endsWith('\\') ? folder : `${folder}\\`;
    const found = [...(node.children ?? new Map<string, TreeNode<Entry>>())].filter(([key]) =>
      matchesPattern(key, pattern),
    );
    if (this.#drives.of(folder)?.fileSystem !== 'FAT') found.sort(([a], [b]) => (a < b ? -1 : 1));
    return success(found.map(([, child]) => facts(prefix + child.name, child.data)));
  }

  createFolder(opener: Opener, path: string, options: { readonly parents?: boolean } = {}): Outcome {
    const known = this.#entry(path);
    if (known !== undefined) return options.parents === true && known.isFolder ? done : failure(win32.alreadyExists);
    const parent = parentOf(path);
    if (this.#entry(parent)?.isFolder !== true) {
      if (options.parents !== true || parent === path || parent === '') return failure(win32.pathNotFound);
      const made = this.createFolder(opener, parent, options);
      if (!made.ok) return made;
    }
    if (!this.#allowed(opener, parent, 'write')) return this.#refused(opener, path, win32.accessDenied);
    this.#tree.set(pathKeys(path), nameOf(path), folderEntry(this.#stamp(path)), true);
    this.#tell('created', path, 'folder', opener);
    return done;
  }

  removeFolder(opener: Opener, path: string, options: { readonly recursive?: boolean } = {}): Outcome {
    const node = this.#tree.find(pathKeys(path));
    if (node === undefined) return failure(win32.pathNotFound);
    if (!node.data.isFolder) return failure(win32.directoryName);
    const below = [...(node.children?.values() ?? [])];
    if (below.length > 0 && options.recursive !== true) return failure(win32.directoryNotEmpty);
    for (const child of below) {
      const childPath = `${path}\\${child.name}`;
      const gone = child.data.isFolder ? this.removeFolder(opener, childPath, options) : this.delete(opener, childPath);
      if (!gone.ok) return gone;
    }
    if (!this.#allowed(opener, path, 'delete')) return this.#refused(opener, path, win32.accessDenied);
    this.#tree.remove(pathKeys(path));
    this.#tell('deleted', path, 'folder', opener);
    return done;
  }

  /** Opens a file and holds it until it is closed or its process ends. */
  open(opener: Opener, path: string, options: OpenOptions): Outcome<number> {
    const refusal = this.#refusalToOpen(opener, path, options);
    if (refusal !== undefined) return this.#refused(opener, path, refusal);
    const exists = this.#entry(path) !== undefined;
    if (!exists) this.#store(path, { size: 0 }, {});
    else if (options.create === 'create always') this.#replace(path, { size: 0 }, {});
    const handle = this.#handles.add(this.#displayed(path), opener, options);
    this.#tell(exists ? 'opened' : 'created', path, `${options.access}, sharing ${options.share}`, opener);
    return success(handle.id);
  }

  close(id: number): void {
    const handle = this.#handles.remove(id);
    if (handle === undefined) return;
    this.#hooks.onChange({ kind: 'closed', path: handle.path, detail: '', opener: handle.process });
    if (handle.access !== 'read') this.#hooks.onChange(written(handle, this.#entry(handle.path)));
  }

  /** Closes what a process that has ended held open. */
  closeProcess(process: string): void {
    for (const handle of this.#handles.all()) if (handle.process === process) this.close(handle.id);
  }

  /** Closes what other computers held open here; they have lost the connection. */
  closeRemote(): void {
    for (const handle of this.#handles.all()) if (!handle.local) this.close(handle.id);
  }

  openHandles(path?: string): readonly Handle[] {
    return path === undefined ? this.#handles.all() : this.#handles.on(path);
  }

  /** The bytes behind an open handle. */
  readHandle(id: number): Outcome<Content> {
    const handle = this.#handles.get(id);
    const entry = handle === undefined ? undefined : this.#entry(handle.path);
    return entry === undefined ? failure(win32.invalidHandle) : success(entry.content);
  }

  /** Shows the first bytes of what is being written through a handle; stops where the drive is full. */
  setPartial(id: number, content: Content, bytes: number): void {
    const handle = this.#handles.get(id);
    if (handle !== undefined) this.#replace(handle.path, firstBytes(content, bytes), {});
  }

  /** Writes the whole content through a handle: error 112 leaves what fits. */
  complete(id: number, content: Content, options: WriteOptions = {}): Outcome {
    const handle = this.#handles.get(id);
    if (handle === undefined) return failure(win32.invalidHandle);
    return this.#replace(handle.path, content, options) ? done : failure(win32.diskFull);
  }

  read(opener: Opener, path: string): Outcome<Content> {
    const refusal = this.#refusalToOpen(opener, path, { access: 'read', share: 'read', create: 'open existing' });
    if (refusal !== undefined) return this.#refused(opener, path, refusal);
    return success((this.#entry(path) as Entry).content);
  }

  write(opener: Opener, path: string, content: Content, options: WriteOptions = {}): Outcome {
    const refusal = this.#refusalToOpen(opener, path, { access: 'write', share: 'none', create: 'create always' });
    if (refusal !== undefined) return this.#refused(opener, path, refusal);
    const exists = this.#entry(path) !== undefined;
    const fits = exists ? this.#replace(path, content, options) : this.#store(path, content, options);
    this.#tell(exists ? 'written' : 'created', path, `${this.#entry(path)?.content.size ?? 0} bytes`, opener);
    return fits ? done : this.#refused(opener, path, win32.diskFull);
  }

  /** Adds to the end of a file, making it when missing; logs are written this way. */
  append(opener: Opener, path: string, text: string): Outcome {
    const old = this.#entry(path);
    const before = old === undefined || !('text' in old.content) ? '' : old.content.text;
    const refusal = this.#refusalToOpen(opener, path, { access: 'write', share: 'read', create: 'open always' });
    if (refusal !== undefined) return this.#refused(opener, path, refusal);
    const content = { text: before + text, size: (old?.content.size ?? 0) + text.length };
    const fits = old === undefined ? this.#store(path, content, {}) : this.#replace(path, content, {});
    this.#tell('appended', path, `${text.length} bytes`, opener);
    return fits ? done : failure(win32.diskFull);
  }

  delete(opener: Opener, path: string): Outcome {
    const entry = this.#entry(path);
    if (entry === undefined) return failure(this.#missing(path));
    if (entry.isFolder || entry.attributes.readOnly) return this.#refused(opener, path, win32.accessDenied);
    if (this.#handles.on(path).length > 0) return this.#refused(opener, path, win32.sharingViolation);
    if (!this.#allowed(opener, path, 'delete')) return this.#refused(opener, path, win32.accessDenied);
    const shown = this.#displayed(path);
    this.#tree.remove(pathKeys(path));
    this.#drives.use(path, -entry.content.size);
    this.#tell('deleted', shown, '', opener);
    return done;
  }

  /** Renames, or moves to another drive by copying and deleting. The target must not exist. */
  move(opener: Opener, from: string, to: string): Outcome {
    const node = this.#tree.find(pathKeys(from));
    if (node === undefined) return failure(this.#missing(from));
    const sameFile = from.toLowerCase() === to.toLowerCase();
    if (this.#entry(to) !== undefined && !sameFile) return this.#refused(opener, to, win32.alreadyExists);
    if (this.#entry(parentOf(to))?.isFolder !== true) return failure(win32.pathNotFound);
    if (this.#handles.on(from).length > 0) return this.#refused(opener, from, win32.sharingViolation);
    const denied = !this.#allowed(opener, from, 'delete') || !this.#allowed(opener, parentOf(to), 'write');
    if (denied) return this.#refused(opener, from, win32.accessDenied);
    if (from.charAt(0).toUpperCase() !== to.charAt(0).toUpperCase()) {
      const copied = this.copy(opener, from, to);
      return copied.ok ? this.delete(opener, from) : copied;
    }
    this.#tree.remove(pathKeys(from));
    this.#tree.put(pathKeys(to), nameOf(to), node);
    this.#tell('renamed', to, `from ${from}`, opener);
    return done;
  }

  /** Copies in no time, with the time stamp and version of the source, over whatever is there. */
  copy(opener: Opener, from: string, to: string): Outcome {
    const content = this.read(opener, from);
    if (!content.ok) return content;
    const { modified, version, product } = this.#entry(from) as Entry;
    const kept = { modified, ...(version === undefined ? {} : { version }), ...(product === undefined ? {} : { product }) };
    return this.write(opener, to, content.value, kept);
  }

  setAttributes(opener: Opener, path: string, attributes: Partial<FileAttributes>): Outcome {
    return this.#change(opener, path, 'attributes', JSON.stringify(attributes), (entry) => ({
      ...entry,
      attributes: { ...entry.attributes, ...attributes },
    }));
  }

  setTimes(opener: Opener, path: string, times: { readonly modified?: Instant; readonly created?: Instant }): Outcome {
    return this.#change(opener, path, 'attributes', 'times', (entry) => ({ ...entry, ...times }));
  }

  truncate(opener: Opener, path: string, bytes: number): Outcome {
    const entry = this.#entry(path);
    if (entry === undefined) return failure(this.#missing(path));
    return this.write(opener, path, firstBytes(entry.content, bytes));
  }

  /** Sets the permission list of a file or folder; undefined lets it inherit. FAT knows none: error 87. */
  setPermissions(opener: Opener, path: string, entries: readonly PermissionEntry[] | undefined): Outcome {
    if (this.#drives.of(path)?.fileSystem === 'FAT') return failure(win32.invalidParameter);
    const detail = entries?.map((entry) => `${entry.account} ${entry.right}`).join(', ') ?? 'inherited';
    return this.#change(opener, path, 'permissions', detail, ({ permissions: _old, ...entry }) => ({
      ...entry,
      ...(entries === undefined ? {} : { permissions: entries }),
    }));
  }

  /** The permission list that holds for a path: its own or that of the nearest folder above that has one. */
  permissions(path: string): readonly PermissionEntry[] | undefined {
    const keys = pathKeys(path);
    for (let depth = keys.length; depth > 0; depth--) {
      const entries = this.#tree.find(keys.slice(0, depth))?.data.permissions;
      if (entries !== undefined) return entries;
    }
    return undefined;
  }

  save(): SavedFiles {
    const { nextId, handles } = this.#handles.save();
    return { drives: this.drives(), shares: this.shares(), nextHandle: nextId, handles, entries: savedEntries(this.#tree) };
  }

  static restore(saved: SavedFiles, hooks: FileHooks): FileSystem {
    const files = new FileSystem(hooks);
    for (const [path, name, entry] of saved.entries) files.#tree.set(pathKeys(path), name, entry, entry.isFolder);
    for (const drive of saved.drives) files.#drives.set(drive);
    for (const share of saved.shares) files.addShare(share);
    files.#handles.restore({ nextId: saved.nextHandle, handles: saved.handles });
    return files;
  }

  #entry(path: string): Entry | undefined {
    return this.#tree.find(pathKeys(path))?.data;
  }

  #missing(path: string): number {
    return this.#entry(parentOf(path))?.isFolder === true ? win32.fileNotFound : win32.pathNotFound;
  }

  #allowed(opener: Opener, path: string, wish: Wish): boolean {
    return this.#drives.of(path)?.fileSystem === 'FAT' || allows(this.permissions(path), opener, wish);
  }

  #refusalToOpen(opener: Opener, path: string, options: OpenOptions): number | undefined {
    if (/[<>"|?*]/.test(path) || nameOf(path) === '') return win32.invalidName;
    const entry = this.#entry(path);
    if (entry === undefined) {
      if (this.#missing(path) === win32.pathNotFound) return win32.pathNotFound;
      if (options.create === 'open existing') return win32.fileNotFound;
      return this.#allowed(opener, parentOf(path), 'write') ? undefined : win32.accessDenied;
    }
    if (entry.isFolder) return win32.accessDenied;
    if (options.create === 'create new') return win32.fileExists;
    if (!this.#handles.compatible(path, options)) return win32.sharingViolation;
    const writes = options.access !== 'read';
    if (writes && entry.attributes.readOnly) return win32.accessDenied;
    return this.#allowed(opener, path, writes ? 'write' : 'read') ? undefined : win32.accessDenied;
  }

  #store(path: string, content: Content, options: WriteOptions): boolean {
    const now = this.#stamp(path);
    const empty = { isFolder: false, content: { size: 0 }, attributes: plainAttributes, created: now, modified: now };
    this.#tree.set(pathKeys(path), nameOf(path), empty, false);
    return this.#replace(path, content, options);
  }

  /** Gives a file new bytes, as many as fit; false when the drive was too full. */
  #replace(path: string, content: Content, options: WriteOptions): boolean {
    const entry = this.#entry(path) as Entry;
    const room = this.#drives.free(path) + entry.content.size;
    const fitting = firstBytes(content, room);
    this.#drives.use(path, fitting.size - entry.content.size);
    const { version, product, attributes, modified } = options;
    this.#tree.set(pathKeys(path), nameOf(path), {
      isFolder: false,
      content: fitting,
      attributes: { ...entry.attributes, archive: true, ...attributes },
      created: entry.created,
      modified: modified ?? this.#stamp(path),
      ...(version === undefined ? {} : { version }),
      ...(product === undefined ? {} : { product }),
      ...(entry.permissions === undefined ? {} : { permissions: entry.permissions }),
    }, false);
    return fitting.size === content.size;
  }

  #change(
    opener: Opener,
    path: string,
    kind: 'attributes' | 'permissions',
    detail: string,
    change: (entry: Entry) => Entry,
  ): Outcome {
    const entry = this.#entry(path);
    if (entry === undefined) return failure(this.#missing(path));
    if (!this.#allowed(opener, path, kind === 'permissions' ? 'full' : 'write')) return failure(win32.accessDenied);
    this.#tree.set(pathKeys(path), nameOf(path), change(entry), entry.isFolder);
    this.#tell(kind, path, detail, opener);
    return done;
  }

  /** FAT keeps two-second time stamps and rounds up. */
  #stamp(path: string): Instant {
    const now = this.#hooks.now();
    return this.#drives.of(path)?.fileSystem === 'FAT' ? Math.ceil(now / 2000) * 2000 : now;
  }

  /** The path with the letters in which its names were given. */
  #displayed(path: string): string {
    const keys = pathKeys(path);
    return keys.map((_, depth) => this.#tree.find(keys.slice(0, depth + 1))?.name ?? '').join('\\');
  }

  #refused(opener: Opener, path: string, error: number): { readonly ok: false; readonly error: number } {
    this.#tell('refused', path, `Win32 error ${error}`, opener);
    return failure(error);
  }

  #tell(kind: FileChange['kind'], path: string, detail: string, opener: Opener): void {
    this.#hooks.onChange({ kind, path, detail, opener: opener.process });
  }
}

function facts(path: string, entry: Entry): FileFacts {
  const { isFolder, attributes, created, modified, version, product } = entry;
  const base = { path, name: nameOf(path), isFolder, size: entry.content.size, attributes, created, modified };
  return { ...base, ...(version === undefined ? {} : { version }), ...(product === undefined ? {} : { product }) };
}

function written(handle: Handle, entry: Entry | undefined): FileChange {
  return { kind: 'written', path: handle.path, detail: `${entry?.content.size ?? 0} bytes`, opener: handle.process };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('\\')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}
