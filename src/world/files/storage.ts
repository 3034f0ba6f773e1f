import type { Instant } from '../../kernel/index.ts';
import { failure, win32, type Win32Error } from '../outcome.ts';
import { Tree, pathKeys, type TreeNode } from '../tree.ts';
import { Drives } from './drives.ts';
import {
  firstBytes,
  folderEntry,
  noContent,
  plainAttributes,
  type Content,
  type Entry,
  type FileAttributes,
  type FileChange,
  type WriteOptions,
} from './file.ts';
import { Handles } from './handles.ts';
import type { LocalPath } from './local-path.ts';
import { allows, type Opener, type PermissionEntry, type Wish } from './permissions.ts';

/** What a file system reports to and asks of its computer. */
export interface FileHooks {
  /** The computer's own clock, for time stamps. */
  readonly now: () => Instant;
  readonly onChange: (change: FileChange) => void;
}

/** A refusal, as an outcome. */
export type Refusal = ReturnType<typeof failure>;

/**
 * What lies on the drives of one computer, below the rules of opening, deleting and moving: entries, room, rights,
 * open handles, and the reports of what happens to them.
 */
export class Storage {
  readonly hooks: FileHooks;
  readonly drives = new Drives();
  readonly handles = new Handles();
  tree: Tree<Entry>;

  constructor(hooks: FileHooks, tree: Tree<Entry> = new Tree(folderEntry(0))) {
    this.hooks = hooks;
    this.tree = tree;
  }

  entry(path: LocalPath): Entry | undefined {
    return this.tree.find(path.keys)?.data;
  }

  isFolder(path: string): boolean {
    return path !== '' && this.tree.find(pathKeys(path))?.data.isFolder === true;
  }

  /** Why there is nothing at a path: no such name (2), or no folder to hold it (3). */
  missing(path: LocalPath): Win32Error {
    return this.isFolder(path.parent) ? win32.fileNotFound : win32.pathNotFound;
  }

  /** Why a name cannot be given on its drive: not a name (123), or a drive that cannot be written (19). */
  refusalOfName(path: LocalPath): Win32Error | undefined {
    const drive = this.drives.of(path.letter);
    if (drive?.shortNames === true && !shortName.test(path.name)) return win32.invalidName;
    if (drive?.kind === 'cdrom') return win32.writeProtected;
    return path.valid ? undefined : win32.invalidName;
  }

  isFat(path: LocalPath): boolean {
    return this.drives.of(path.letter)?.fileSystem === 'FAT';
  }

  /** The permission list that holds for a path: its own or that of the nearest folder above that has one. */
  permissions(keys: readonly string[]): readonly PermissionEntry[] | undefined {
    let node: TreeNode<Entry> | undefined = this.tree.root;
    let nearest: readonly PermissionEntry[] | undefined;
    for (const key of keys) {
      node = node.children?.get(key);
      if (node === undefined) break;
      nearest = node.data.permissions ?? nearest;
    }
    return nearest;
  }

  /** Whether somebody may do something with a file, a folder or one that is still to be made; FAT has no rights. */
  allowed(opener: Opener, path: LocalPath, wish: Wish): boolean {
    return this.isFat(path) || allows(this.permissions(path.keys), opener, wish);
  }

  /** The path with the letters in which its names were given. */
  displayed(path: LocalPath): string {
    let node: TreeNode<Entry> | undefined = this.tree.root;
    let text = '';
    for (const key of path.keys) {
      node = node?.children?.get(key);
      text = text === '' ? (node?.name ?? key) : `${text}\\${node?.name ?? key}`;
    }
    return text;
  }

  /** Makes an empty file; its folder must exist. */
  create(path: LocalPath): void {
    const now = this.hooks.now();
    const modified = this.fileTime(path, now);
    const entry = { isFolder: false, content: noContent, attributes: plainAttributes, created: now, modified };
    this.tree.set(path.keys, path.name, entry, false);
  }

  /** Gives a file new bytes, as many as fit on the drive; error 112 where that is not all of them. */
  replace(path: LocalPath, content: Content, options: WriteOptions): Win32Error | undefined {
    const old = this.mustHave(path);
    const fitting = firstBytes(content, this.drives.free(path.letter) + old.content.size);
    this.drives.use(path.letter, fitting.size - old.content.size);
    const { version, product } = options;
    const entry = {
      isFolder: false,
      content: fitting,
      attributes: attributesAfterWrite(old.attributes, options.attributes),
      created: options.created ?? old.created,
      modified: this.fileTime(path, options.modified ?? this.hooks.now()),
      ...(version === undefined ? undefined : { version }),
      ...(product === undefined ? undefined : { product }),
      ...(old.permissions === undefined ? undefined : { permissions: old.permissions }),
    };
    this.tree.set(path.keys, path.name, entry, false);
    return fitting.size === content.size ? undefined : win32.diskFull;
  }

  /** Takes a file away and gives its room back. */
  remove(path: LocalPath): void {
    const node = this.tree.remove(path.keys);
    if (node !== undefined) this.drives.use(path.letter, -node.data.content.size);
  }

  /** The entry of a file whose existence was checked before; a missing one is a bug of ours. */
  mustHave(path: LocalPath): Entry {
    const entry = this.entry(path);
    if (entry === undefined) throw new Error(`nothing at ${path.text}`);
    return entry;
  }

  /** FAT keeps the time of the last write in steps of two seconds and rounds up. */
  fileTime(path: LocalPath, time: Instant): Instant {
    return this.isFat(path) ? Math.ceil(time / fatStep) * fatStep : time;
  }

  tell(kind: FileChange['kind'], path: string, detail: string, process: string, size?: number): void {
    const change = { kind, path, detail, opener: process };
    this.hooks.onChange(size === undefined ? change : { ...change, size });
  }

  /** Answers with an error, and tells of it where it is one that programs do not meet all day. */
  refuse(opener: Opener, path: LocalPath, error: Win32Error): Refusal {
    if (!everyday.has(error)) this.tell('refused', path.text, `Win32 error ${error}`, opener.process);
    return failure(error);
  }
}

/** What merely says that something is there or is not. */
const everyday: ReadonlySet<Win32Error> = new Set([
  win32.fileNotFound,
  win32.pathNotFound,
  win32.fileExists,
  win32.directoryNotEmpty,
  win32.alreadyExists,
]);

const fatStep = 2000;
const shortName = /^[^. ]{1,8}(?:\.[^. ]{1,3})?$/;

/** Writing sets the archive attribute, and whatever the writer asks for. */
function attributesAfterWrite(old: FileAttributes, wished: Partial<FileAttributes> | undefined): FileAttributes {
  if (wished === undefined && old.archive) return old;
  return { ...old, archive: true, ...wished };
}
