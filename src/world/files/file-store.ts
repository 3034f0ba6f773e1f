import type { Instant } from '../../kernel/index.ts';
import { win32, type Win32Error } from '../outcome.ts';
import { Tree, pathKeys, type TreeNode } from '../tree.ts';
import { Drives } from './drives.ts';
import { firstBytes, folderEntry, plainAttributes, type Content, type Entry, type WriteOptions } from './file.ts';
import { allows, type Opener, type PermissionEntry, type Wish } from './permissions.ts';

/** Files and folders on the drives of one computer: what is there, who may touch it and how much room is left. */
export class FileStore {
  readonly drives = new Drives();
  readonly #now: () => Instant;
  #tree: Tree<Entry> = new Tree(folderEntry(0));

  constructor(now: () => Instant) {
    this.#now = now;
  }

  get root(): TreeNode<Entry> {
    return this.#tree.root;
  }

  /** Takes over everything of another store; nothing is copied until one of the two is written. */
  adopt(other: FileStore): void {
    this.#tree = other.#tree.fork();
    for (const drive of other.drives.all()) this.drives.set(drive);
  }

  node(path: string): TreeNode<Entry> | undefined {
    return this.#tree.find(pathKeys(path));
  }

  entry(path: string): Entry | undefined {
    return this.node(path)?.data;
  }

  /** Puts an entry in the place of what was there, or makes it. */
  set(path: string, entry: Entry, name = nameOf(path)): void {
    this.#tree.set(pathKeys(path), name, entry, entry.isFolder);
  }

  /** Makes an empty folder, stamped with the time. */
  addFolder(path: string): void {
    this.set(path, folderEntry(this.stamp(path)));
  }

  /** Takes an entry away and gives its room back. */
  remove(path: string): void {
    this.drives.use(path, -(this.entry(path)?.content.size ?? 0));
    this.#tree.remove(pathKeys(path));
  }

  /** Gives an entry, with everything below it, another place on the same drive. */
  rename(from: string, to: string): void {
    const node = this.#tree.remove(pathKeys(from));
    if (node !== undefined) this.#tree.put(pathKeys(to), nameOf(to), node);
  }

  /** Gives a file new bytes, as many as fit, making it when missing; false when the drive was too full. */
  store(path: string, content: Content, options: WriteOptions): boolean {
    const entry = this.entry(path) ?? this.#newFile(path);
    const fitting = firstBytes(content, this.drives.free(path) + entry.content.size);
    this.drives.use(path, fitting.size - entry.content.size);
    const { version, product, attributes, modified } = options;
    this.set(path, {
      isFolder: false,
      content: fitting,
      attributes: { ...entry.attributes, archive: true, ...attributes },
      created: entry.created,
      modified: modified ?? this.stamp(path),
      ...(version === undefined ? {} : { version }),
      ...(product === undefined ? {} : { product }),
      ...(entry.permissions === undefined ? {} : { permissions: entry.permissions }),
    });
    return fitting.size === content.size;
  }

  /** The error for something that is not there: 2 in an existing folder, else 3. */
  missing(path: string): Win32Error {
    return this.entry(parentOf(path))?.isFolder === true ? win32.fileNotFound : win32.pathNotFound;
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

  allowed(opener: Opener, path: string, wish: Wish): boolean {
    return this.drives.of(path)?.fileSystem === 'FAT' || allows(this.permissions(path), opener, wish);
  }

  /** The time as this drive's file system stamps it: FAT keeps two seconds and rounds up. */
  stamp(path: string): Instant {
    const now = this.#now();
    return this.drives.of(path)?.fileSystem === 'FAT' ? Math.ceil(now / 2000) * 2000 : now;
  }

  /** The path with the letters in which its names were given. */
  displayed(path: string): string {
    const keys = pathKeys(path);
    return keys.map((_, depth) => this.#tree.find(keys.slice(0, depth + 1))?.name ?? '').join('\\');
  }

  #newFile(path: string): Entry {
    const now = this.stamp(path);
    return { isFolder: false, content: { size: 0 }, attributes: plainAttributes, created: now, modified: now };
  }
}

/** The folder that holds a path; empty for a drive. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('\\')));
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}
