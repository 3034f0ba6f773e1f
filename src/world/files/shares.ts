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

  /** Shares a folder, or shares it anew when the name is taken. */
  add(share: Share): void {
    this.#shares.set(share.name.toUpperCase(), share);
  }

  /** False when there is no such share. */
  remove(name: string): boolean {
    return this.#shares.delete(name.toUpperCase());
  }

  /** All shares by name. */
  all(): readonly Share[] {
    return [...this.#shares.keys()].toSorted().flatMap((name) => this.#shares.get(name) ?? []);
  }

  get(name: string): Share | undefined {
    return this.#shares.get(name.toUpperCase());
  }

  /** False also when there is no such share. */
  allows(name: string, opener: Opener, wish: Wish): boolean {
    const share = this.get(name);
    return share !== undefined && allows(share.permissions, opener, wish);
  }
}
