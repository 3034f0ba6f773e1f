import type { Duration } from '../kernel/index.ts';

/** What lies between two computers. Speeds hold in both directions. */
export interface Link {
  readonly bytesPerSecond: number;
  readonly latency: Duration;
  /** Cut: nothing passes, and what is under way breaks off. */
  readonly cut: boolean;
  /** Held: copies under way wait, and nothing of them is lost; requests are not answered (121). */
  readonly held: boolean;
}

/** 10 Mbit Ethernet of the era, as far as one copy of one client gets (assumed; scenarios set their own). */
export const defaultLink: Link = { bytesPerSecond: 1_000_000, latency: 1, cut: false, held: false };

/** A copy from a drive to a drive of the same computer, in bytes per second (assumed). */
export const localBytesPerSecond = 5_000_000;

/** The state of the network in a checkpoint. */
export interface SavedNetwork {
  readonly links: readonly (readonly [string, Link])[];
  readonly traffic: readonly (readonly [string, number])[];
  readonly groups: readonly (readonly string[])[];
}

/** The links between computers, who can reach whom, and how many bytes each link has carried. */
export class Network {
  readonly #links = new Map<string, Link>();
  readonly #traffic = new Map<string, number>();
  #groups: readonly (readonly string[])[] = [];

  /** The link between two computers. */
  link(a: string, b: string): Link {
    return this.#links.get(linkName(a, b)) ?? defaultLink;
  }

  /** Changes some properties of a link and keeps the others. */
  change(a: string, b: string, change: Partial<Link>): void {
    this.#links.set(linkName(a, b), { ...this.link(a, b), ...change });
  }

  /** Splits the network: computers of different groups cannot reach each other; an empty list heals it. */
  partition(groups: readonly (readonly string[])[]): void {
    this.#groups = groups.map((group) => group.map((name) => name.toUpperCase()));
  }

  /** Whether the wires between two computers carry anything (power is not looked at here). */
  connected(a: string, b: string): boolean {
    if (a.toUpperCase() === b.toUpperCase()) return true;
    if (this.link(a, b).cut) return false;
    if (this.#groups.length === 0) return true;
    return this.#groupOf(a) === this.#groupOf(b);
  }

  /** How long so many bytes take from one computer to the other. */
  transferTime(a: string, b: string, bytes: number): Duration {
    if (a.toUpperCase() === b.toUpperCase()) return Math.ceil((bytes * 1000) / localBytesPerSecond);
    const { bytesPerSecond, latency } = this.link(a, b);
    return latency + Math.ceil((bytes * 1000) / bytesPerSecond);
  }

  /** Counts bytes that crossed a link. */
  count(a: string, b: string, bytes: number): void {
    if (a.toUpperCase() === b.toUpperCase() || bytes === 0) return;
    const name = linkName(a, b);
    this.#traffic.set(name, (this.#traffic.get(name) ?? 0) + bytes);
  }

  /** Bytes carried so far between two computers. */
  carried(a: string, b: string): number {
    return this.#traffic.get(linkName(a, b)) ?? 0;
  }

  save(): SavedNetwork {
    return { links: [...this.#links], traffic: [...this.#traffic], groups: this.#groups };
  }

  restore(saved: SavedNetwork): void {
    this.#links.clear();
    this.#traffic.clear();
    for (const [name, link] of saved.links) this.#links.set(name, link);
    for (const [name, bytes] of saved.traffic) this.#traffic.set(name, bytes);
    this.#groups = saved.groups;
  }

  /** A computer that no group names forms the rest, group -1. */
  #groupOf(name: string): number {
    return this.#groups.findIndex((group) => group.includes(name.toUpperCase()));
  }
}

function linkName(a: string, b: string): string {
  const [left, right] = [a.toUpperCase(), b.toUpperCase()];
  return left < right ? `${left} - ${right}` : `${right} - ${left}`;
}
