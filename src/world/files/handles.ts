import type { Opener } from './permissions.ts';

/** How a file is opened, as CreateFile takes it. */
export interface OpenOptions {
  readonly access: 'read' | 'write' | 'read write';
  /** What others may do at the same time. */
  readonly share: 'none' | 'read' | 'write' | 'read write';
  readonly create: 'open existing' | 'create new' | 'create always' | 'open always';
}

/** An open file. */
export interface Handle {
  readonly id: number;
  readonly path: string;
  readonly process: string;
  readonly local: boolean;
  readonly access: OpenOptions['access'];
  readonly share: OpenOptions['share'];
}

/** The open handles of one computer, by file. */
export class Handles {
  readonly #handles = new Map<number, Handle>();
  readonly #byPath = new Map<string, Set<number>>();
  #nextId = 1;

  get(id: number): Handle | undefined {
    return this.#handles.get(id);
  }

  all(): readonly Handle[] {
    return [...this.#handles.values()];
  }

  /** The handles on one file. */
  on(path: string): readonly Handle[] {
    const ids = this.#byPath.get(path.toLowerCase());
    return ids === undefined ? [] : [...ids].flatMap((id) => this.#handles.get(id) ?? []);
  }

  add(path: string, opener: Opener, options: Pick<OpenOptions, 'access' | 'share'>): Handle {
    const { access, share } = options;
    const handle = { id: this.#nextId++, path, process: opener.process, local: opener.local, access, share };
    this.#insert(handle);
    return handle;
  }

  remove(id: number): Handle | undefined {
    const handle = this.#handles.get(id);
    if (handle === undefined) return undefined;
    this.#handles.delete(id);
    const key = handle.path.toLowerCase();
    this.#byPath.get(key)?.delete(id);
    if (this.#byPath.get(key)?.size === 0) this.#byPath.delete(key);
    return handle;
  }

  /** Whether a file could be opened this way now: every open handle and the wish must tolerate each other. */
  compatible(path: string, wish: Pick<OpenOptions, 'access' | 'share'>): boolean {
    return this.on(path).every((held) => tolerates(held.share, wish.access) && tolerates(wish.share, held.access));
  }

  save(): { readonly nextId: number; readonly handles: readonly Handle[] } {
    return { nextId: this.#nextId, handles: this.all() };
  }

  restore(saved: { readonly nextId: number; readonly handles: readonly Handle[] }): void {
    this.#nextId = saved.nextId;
    for (const handle of saved.handles) this.#insert(handle);
  }

  #insert(handle: Handle): void {
    this.#handles.set(handle.id, handle);
    const key = handle.path.toLowerCase();
    const ids = this.#byPath.get(key) ?? new Set<number>();
    this.#byPath.set(key, ids.add(handle.id));
  }
}

function tolerates(share: OpenOptions['share'], access: OpenOptions['access']): boolean {
  if (access.includes('read') && !share.includes('read')) return false;
  return !access.includes('write') || share.includes('write');
}
