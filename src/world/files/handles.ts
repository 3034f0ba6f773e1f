import { pathKeys } from '../tree.ts';
import type { Opener } from './permissions.ts';

/** What others may do with a file while it is open. */
export type Sharing =
  | 'none'
  | 'read'
  | 'write'
  | 'read write'
  | 'delete'
  | 'read delete'
  | 'write delete'
  | 'read write delete';

/** How a file is opened, as CreateFile takes it. */
export interface OpenOptions {
  readonly access: 'read' | 'write' | 'read write';
  readonly share: Sharing;
  readonly create: 'open existing' | 'create new' | 'create always' | 'open always';
}

type Wished = Pick<OpenOptions, 'access' | 'share'>;

/** An open file. */
export interface Handle {
  readonly id: number;
  readonly path: string;
  readonly process: string;
  readonly local: boolean;
  readonly access: OpenOptions['access'];
  readonly share: Sharing;
  /** Whether bytes have passed through it; the change is announced when it is closed. */
  readonly changed: boolean;
}

/** The open handles of a computer in a checkpoint. */
export interface SavedHandles {
  readonly nextId: number;
  readonly handles: readonly Handle[];
  /** Files that go when their last handle is closed. */
  readonly doomed: readonly string[];
}

/** The open handles of one computer, by file. */
export class Handles {
  readonly #handles = new Map<number, Handle>();
  readonly #byFile = new Map<string, Set<number>>();
  readonly #doomed = new Set<string>();
  #nextId = 1;

  get(id: number): Handle | undefined {
    return this.#handles.get(id);
  }

  get size(): number {
    return this.#handles.size;
  }

  /** All of them, the oldest first. */
  all(): readonly Handle[] {
    return [...this.#handles.values()];
  }

  /** The handles on one file. */
  on(path: string): readonly Handle[] {
    if (this.#handles.size === 0) return [];
    const ids = this.#byFile.get(fileKey(path));
    return ids === undefined ? [] : [...ids].flatMap((id) => this.#handles.get(id) ?? []);
  }

  /** The handles on files anywhere below a folder. */
  below(folder: string): readonly Handle[] {
    if (this.#handles.size === 0) return [];
    const prefix = `${fileKey(folder)}\\`;
    return this.all().filter((handle) => fileKey(handle.path).startsWith(prefix));
  }

  add(path: string, opener: Opener, options: Wished, changed: boolean): Handle {
    const { access, share } = options;
    const { process, local } = opener;
    const handle = { id: this.#nextId++, path, process, local, access, share, changed };
    this.#insert(handle);
    return handle;
  }

  /** Notes that bytes have passed through a handle. */
  markChanged(handle: Handle): void {
    if (!handle.changed) this.#handles.set(handle.id, { ...handle, changed: true });
  }

  remove(id: number): Handle | undefined {
    const handle = this.#handles.get(id);
    if (handle === undefined) return undefined;
    this.#handles.delete(id);
    const key = fileKey(handle.path);
    this.#byFile.get(key)?.delete(id);
    if (this.#byFile.get(key)?.size === 0) this.#byFile.delete(key);
    return handle;
  }

  /** Lets the handles follow a file that was renamed while it was open. */
  follow(from: string, to: string): void {
    for (const handle of this.on(from)) {
      this.remove(handle.id);
      this.#insert({ ...handle, path: to });
    }
  }

  /** Whether a file could be opened this way now: every open handle and the wish must tolerate each other. */
  compatible(path: string, wish: Wished): boolean {
    return this.on(path).every((held) => tolerates(held.share, wish.access) && tolerates(wish.share, held.access));
  }

  /** Whether a file could be deleted or renamed now: everybody who has it open must share deletion. */
  sharesDeletion(path: string): boolean {
    return this.on(path).every((held) => held.share.includes('delete'));
  }

  /** Dooms an open file: nobody can open it any more, and it goes when the last handle is closed. */
  doom(path: string): void {
    this.#doomed.add(fileKey(path));
  }

  isDoomed(path: string): boolean {
    return this.#doomed.size > 0 && this.#doomed.has(fileKey(path));
  }

  /** Whether a doomed file has just lost its last handle; it is then forgotten here. */
  released(path: string): boolean {
    return this.isDoomed(path) && this.on(path).length === 0 && this.#doomed.delete(fileKey(path));
  }

  save(): SavedHandles {
    return { nextId: this.#nextId, handles: this.all(), doomed: [...this.#doomed] };
  }

  restore(saved: SavedHandles): void {
    this.#nextId = saved.nextId;
    for (const handle of saved.handles) this.#insert(handle);
    for (const key of saved.doomed) this.#doomed.add(key);
  }

  #insert(handle: Handle): void {
    this.#handles.set(handle.id, handle);
    const key = fileKey(handle.path);
    const ids = this.#byFile.get(key) ?? new Set<number>();
    this.#byFile.set(key, ids.add(handle.id));
  }
}

function tolerates(share: Sharing, access: OpenOptions['access']): boolean {
  if (access.includes('read') && !share.includes('read')) return false;
  return !access.includes('write') || share.includes('write');
}

function fileKey(path: string): string {
  return pathKeys(path).join('\\');
}
