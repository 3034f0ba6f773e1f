import { allows, type Opener, type PermissionEntry, type Wish } from './permissions.ts';

/** A shared folder. */
export interface Share {
  readonly name: string;
  readonly path: string;
  /** Share permissions; undefined is Everyone Full Control, as Windows NT shares a folder. */
  readonly permissions?: readonly PermissionEntry[];
}

/** The shares of one computer. */
export class Shares {
  readonly #shares = new Map<string, Share>();

  addShare(share: Share): void {
    this.#shares.set(share.name.toUpperCase(), share);
  }

  /** False when there is no such share. */
  removeShare(name: string): boolean {
    return this.#shares.delete(name.toUpperCase());
  }

  shares(): readonly Share[] {
    return [...this.#shares.keys()].toSorted().flatMap((name) => this.#shares.get(name) ?? []);
  }

  /** The local folder behind a share. */
  resolveShare(name: string): string | undefined {
    return this.#shares.get(name.toUpperCase())?.path;
  }

  shareAllows(name: string, opener: Opener, wish: Wish): boolean {
    return allows(this.#shares.get(name.toUpperCase())?.permissions, opener, wish);
  }
}
