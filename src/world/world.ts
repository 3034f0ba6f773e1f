import type { Duration, Instant, RandomStream, TraceKind } from '../kernel/index.ts';
import { Accounts } from './accounts.ts';
import { Computer, type ComputerDescription, type SavedComputer } from './computer.ts';
import type { FileChange } from './files/index.ts';
import { FolderWatches } from './folder-watches.ts';
import { Network } from './network.ts';
import { done, failure, win32, type Outcome } from './outcome.ts';
import type { RegistryChange } from './registry.ts';
import type { Site } from './site.ts';
import type { SiteDatabase } from './site-database/index.ts';
import { Transfers } from './transfers.ts';

/** A message to a process: a type out of a small declared set, and plain data for the effects to look at. */
export interface Message {
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What the world needs from whoever drives it: time, order, chance and a history. */
export interface WorldHooks {
  readonly now: () => Instant;
  readonly record: (kind: TraceKind, process: string, subject: string, detail: string) => number;
  /** Posts a message; returns the number by which it can be cancelled. */
  readonly post: (sender: string, receiver: string, message: Message, delay: Duration) => number;
  readonly cancel: (order: number) => void;
  readonly random: (stream: string) => RandomStream;
}

/** The world in a checkpoint. */
export interface SavedWorld {
  readonly computers: readonly (readonly [ComputerDescription, SavedComputer])[];
  readonly network: ReturnType<Network['save']>;
  readonly accounts: ReturnType<Accounts['save']>;
  readonly sites: readonly Site[];
  readonly databases: readonly (readonly [string, ReturnType<SiteDatabase['save']>])[];
  readonly watches: ReturnType<FolderWatches['save']>;
  readonly transfers: ReturnType<Transfers['save']>;
  readonly sessions: readonly (readonly [string, string])[];
}

/** Everything that exists: computers, network, accounts, sites and their databases. */
export class World {
  readonly hooks: WorldHooks;
  readonly computers = new Map<string, Computer>();
  readonly network = new Network();
  readonly accounts = new Accounts();
  readonly sites = new Map<string, Site>();
  readonly databases = new Map<string, SiteDatabase>();
  readonly watches: FolderWatches;
  readonly transfers: Transfers;
  /** Hears of every file that is read; only explanations need it, no run depends on it. */
  onLook: ((computer: string, path: string) => void) | undefined;
  /** Network sessions: which account a computer is connected to a server with. */
  readonly sessions = new Map<string, string>();

  constructor(hooks: WorldHooks) {
    this.hooks = hooks;
    this.watches = new FolderWatches(hooks);
    this.transfers = new Transfers(this);
  }

  /** Adds a computer; names are unique without case. */
  addComputer(description: ComputerDescription): Computer {
    const computer = new Computer(description, {
      now: this.hooks.now,
      fileChanged: (where, change) => this.#fileChanged(where, change),
      registryChanged: (where, change) => this.#registryChanged(where, change),
    });
    this.computers.set(description.name.toUpperCase(), computer);
    return computer;
  }

  computer(name: string): Computer | undefined {
    return this.computers.get(name.toUpperCase());
  }

  /** The computer of this name; a missing one is a bug of ours, because scenarios are checked before they run. */
  mustHave(name: string): Computer {
    const computer = this.computer(name);
    if (computer === undefined) throw new Error(`no computer named ${name} in this world`);
    return computer;
  }

  site(code: string): Site | undefined {
    return this.sites.get(code.toUpperCase());
  }

  database(code: string): SiteDatabase | undefined {
    return this.databases.get(code.toUpperCase());
  }

  /** Whether packets pass between two computers: both on, the wires whole. Error 53 otherwise. */
  reach(from: string, to: string): Outcome {
    const target = this.computer(to);
    if (target === undefined || target.power === 'off') return failure(win32.badNetPath);
    if (this.computer(from)?.power === 'off') return failure(win32.badNetPath);
    return this.network.connected(from, to) ? done : failure(win32.badNetPath);
  }

  /** Opens a session on a server with an account and its password, as a client connection account is used. */
  connect(from: string, to: string, account: string, password: string): Outcome {
    const reached = this.reach(from, to);
    if (!reached.ok) return reached;
    const accepted = this.accounts.authenticate(account, password, this.hooks.now());
    const detail = accepted.ok ? 'connected' : `refused, Win32 error ${accepted.error}`;
    this.hooks.record('account', from, account, `${detail} at ${to}`);
    if (accepted.ok) this.sessions.set(sessionName(from, to), account);
    return accepted;
  }

  /** The account of the session between two computers. */
  sessionAccount(from: string, to: string): string | undefined {
    return this.sessions.get(sessionName(from, to));
  }

  /** Ends the sessions between computers that no longer reach each other; whoever comes back logs on anew. */
  endBrokenSessions(): void {
    for (const key of [...this.sessions.keys()]) {
      const [from = '', to = ''] = key.split(' > ');
      if (!this.reach(from, to).ok) this.sessions.delete(key);
    }
  }

  /** Ends every session of a computer: at restart or power loss. */
  disconnect(computer: string): void {
    const name = computer.toUpperCase();
    for (const key of [...this.sessions.keys()]) {
      if (key.startsWith(`${name} `) || key.endsWith(` ${name}`)) this.sessions.delete(key);
    }
  }

  save(): SavedWorld {
    return {
      computers: [...this.computers.values()].map((computer) => [computer.description(), computer.save()]),
      network: this.network.save(),
      accounts: this.accounts.save(),
      sites: [...this.sites.values()],
      databases: [...this.databases].map(([code, database]) => [code, database.save()]),
      watches: this.watches.save(),
      transfers: this.transfers.save(),
      sessions: [...this.sessions],
    };
  }

  /** Puts this world into a saved state; databases must exist already, made by the same site setup. */
  restore(saved: SavedWorld): void {
    this.computers.clear();
    for (const [description, computer] of saved.computers) this.addComputer(description).restore(computer);
    this.network.restore(saved.network);
    this.accounts.restore(saved.accounts);
    this.sites.clear();
    for (const site of saved.sites) this.sites.set(site.code.toUpperCase(), site);
    for (const [code, database] of saved.databases) this.databases.get(code)?.restore(database);
    this.watches.restore(saved.watches);
    this.transfers.restore(saved.transfers);
    this.sessions.clear();
    for (const [name, account] of saved.sessions) this.sessions.set(name, account);
  }

  #fileChanged(computer: Computer, change: FileChange): void {
    const process = change.opener === '' ? computer.name : change.opener;
    const told = change.kind !== 'appended' && change.opener !== setup;
    if (told) {
      this.hooks.record('file', process, `${computer.name}:${change.path}`, `${change.kind} ${change.detail}`.trim());
    }
    if (change.kind === 'created' || change.kind === 'written' || change.kind === 'renamed') {
      this.watches.changed(computer.name, change.path);
    }
  }

  #registryChanged(computer: Computer, change: RegistryChange): void {
    const value = change.value === undefined ? '' : `${change.name ?? ''} = ${describeValue(change.value)}`;
    this.hooks.record('registry', computer.name, change.key, `${change.kind} ${value || (change.name ?? '')}`.trim());
  }
}

/** The opener in whose name an installation writes its many files; the history has one record of it instead. */
const setup = 'Setup';

function describeValue(value: { readonly data: unknown }): string {
  return Array.isArray(value.data) ? value.data.join(', ') : String(value.data);
}

function sessionName(from: string, to: string): string {
  return `${from.toUpperCase()} > ${to.toUpperCase()}`;
}
