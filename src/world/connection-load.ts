import { second, type Duration, type Instant } from '../kernel/index.ts';
import { assumed } from './provenance.ts';

/** Over which time the Server service counts connections that it could not take, before it says so (Q245723). */
export const shortageSpan: Duration = 60 * second;

/** How many computers a server takes in one second, where its registry value MaxFreeConnections says nothing else. */
export const defaultFreeConnections = 64;

export const assumedFreeConnections = assumed(
  `A server without MaxFreeConnections in its registry takes ${defaultFreeConnections} computers in one second; ` +
    'those beyond are only counted, and their connections hold.',
  'Q245723',
);

/** Connections that a server could not take, since the first of them. */
export interface Shortage {
  readonly times: number;
  /** The computer whose connection was the last. */
  readonly client: string;
}

/** The load of all servers in a checkpoint. */
export interface SavedConnectionLoad {
  readonly seconds: readonly (readonly [string, number, readonly string[]])[];
  readonly shortages: readonly (readonly [string, Shortage])[];
}

/** What the load needs from the world: the time, the limit of a server, and to be reminded when a span is over. */
export interface LoadHooks {
  readonly now: () => Instant;
  readonly limit: (server: string) => number;
  readonly shortageBegins: (server: string) => void;
}

/** Counts which computers reach into each server within one second. */
export class ConnectionLoad {
  readonly #hooks: LoadHooks;
  readonly #seconds = new Map<string, { second: number; clients: Set<string> }>();
  readonly #shortages = new Map<string, Shortage>();

  constructor(hooks: LoadHooks) {
    this.#hooks = hooks;
  }

  /** A computer reaches into a server; however often it does so in one second, it counts once. */
  reached(client: string, server: string): void {
    const now = Math.floor(this.#hooks.now() / second);
    const load = this.#seconds.get(server);
    if (load === undefined || load.second !== now) {
      this.#seconds.set(server, { second: now, clients: new Set([client]) });
    } else if (!load.clients.has(client)) {
      load.clients.add(client);
      if (load.clients.size > this.#hooks.limit(server)) this.#fallShort(client, server);
    }
  }

  /** What a server could not take in the span that is over now; forgotten with the question. */
  takeShortage(server: string): Shortage | undefined {
    const shortage = this.#shortages.get(server);
    this.#shortages.delete(server);
    return shortage;
  }

  save(): SavedConnectionLoad {
    const seconds = [...this.#seconds].map(([server, load]) => [server, load.second, [...load.clients]] as const);
    return { seconds, shortages: [...this.#shortages] };
  }

  restore(saved: SavedConnectionLoad): void {
    this.#seconds.clear();
    this.#shortages.clear();
    for (const [server, time, clients] of saved.seconds) {
      this.#seconds.set(server, { second: time, clients: new Set(clients) });
    }
    for (const [server, shortage] of saved.shortages) this.#shortages.set(server, shortage);
  }

  #fallShort(client: string, server: string): void {
    const times = this.#shortages.get(server)?.times ?? 0;
    if (times === 0) this.#hooks.shortageBegins(server);
    this.#shortages.set(server, { times: times + 1, client });
  }
}
