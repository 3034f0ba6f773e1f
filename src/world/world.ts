import { hour, type Duration, type Instant, type RandomStream, type TraceKind } from '../kernel/index.ts';
import { Accounts } from './accounts.ts';
import { Computer, type ComputerDescription, type SavedComputer } from './computer.ts';
import { ConnectionLoad, defaultFreeConnections, shortageSpan } from './connection-load.ts';
import type { FileChange } from './files/index.ts';
import type { Domain } from './domain.ts';
import { FolderWatches } from './folder-watches.ts';
import { Network } from './network.ts';
import { done, failure, win32, type Outcome } from './outcome.ts';
import type { RegistryChange } from './registry.ts';
import type { Site } from './site.ts';
import type { SiteDatabase, StatementListener } from './site-database/index.ts';
import { Transfers } from './transfers.ts';
import { connectionsExhausted, diskNearCapacity, logonFailure, type WindowsEvent } from './windows-events.ts';

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
  readonly domains: readonly Domain[];
  readonly sites: readonly Site[];
  /** Site code, image, and what SQL Server lets the components do. */
  readonly databases: readonly (readonly [string, ReturnType<SiteDatabase['save']>, SiteDatabase['state']])[];
  readonly watches: ReturnType<FolderWatches['save']>;
  readonly transfers: ReturnType<Transfers['save']>;
  readonly sessions: readonly (readonly [string, string])[];
  readonly load: ReturnType<ConnectionLoad['save']>;
}

/** Everything that exists: computers, network, accounts, sites and their databases. */
export class World {
  readonly hooks: WorldHooks;
  readonly computers = new Map<string, Computer>();
  readonly network = new Network();
  readonly accounts = new Accounts();
  /** Windows NT domains by name in capitals. */
  readonly domains = new Map<string, Domain>();
  readonly sites = new Map<string, Site>();
  readonly databases = new Map<string, SiteDatabase>();
  readonly watches: FolderWatches;
  readonly transfers: Transfers;
  readonly load: ConnectionLoad;
  /** Hears of every file and registry value that a program reads; only explanations need it, no run depends on it. */
  onLook: ((computer: string, path: string) => void) | undefined;
  /** Hears likewise of every statement that is run in a site database. */
  onStatement: StatementListener | undefined;
  /** Network sessions: which account a computer is connected to a server with. */
  readonly sessions = new Map<string, string>();

  constructor(hooks: WorldHooks) {
    this.hooks = hooks;
    this.watches = new FolderWatches(hooks);
    this.transfers = new Transfers(this);
    this.load = new ConnectionLoad({
      now: hooks.now,
      limit: (server) => this.#freeConnections(server),
      shortageBegins: (server) => {
        hooks.post(server, 'world', { type: 'connections counted', data: { server } }, shortageSpan);
      },
    });
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

  domain(name: string): Domain | undefined {
    return this.domains.get(name.toUpperCase());
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

  /** Whether a request is answered. Over a held link none is: the redirector gives up with 121 (decision 0013). */
  answers(from: string, to: string): Outcome {
    const reached = this.reach(from, to);
    const held = from.toUpperCase() !== to.toUpperCase() && this.network.link(from, to).held;
    return reached.ok && held ? failure(win32.semaphoreTimeout) : reached;
  }

  /** Opens a session on a server with an account and its password, as a client connection account is used. */
  connect(from: string, to: string, account: string, password: string): Outcome {
    const reached = this.answers(from, to);
    if (!reached.ok) return reached;
    const accepted = this.accounts.authenticate(account, password, this.hooks.now());
    const detail = accepted.ok ? 'connected' : `refused, Win32 error ${accepted.error}`;
    this.hooks.record('account', from, account, `${detail} at ${to}`);
    if (accepted.ok) this.sessions.set(sessionName(from, to), account);
    else this.#audit(from, to, account, accepted.error);
    return accepted;
  }

  /**
   * A program uses a server without a session, as the account it runs under: it is refused as any logon is. Local
   * System is nobody on the network (5). Without `password` it is somebody who knows his own.
   */
  admit(from: string, to: string, account: string, password?: string): Outcome {
    const known = this.accounts.get(account);
    if (known === undefined && account === 'SYSTEM') return failure(win32.accessDenied);
    const given = password ?? known?.password ?? '';
    const accepted = this.accounts.authenticate(account, given, this.hooks.now());
    if (accepted.ok) return accepted;
    this.hooks.record('account', from, account, `refused, Win32 error ${accepted.error} at ${to}`);
    this.#audit(from, to, account, accepted.error);
    return accepted;
  }

  /** Counts bytes that crossed a link, and notes them in the history. */
  carry(process: string, from: string, to: string, bytes: number): void {
    if (bytes === 0 || from.toUpperCase() === to.toUpperCase()) return;
    this.network.count(from, to, bytes);
    this.hooks.record('traffic', process, `${from} > ${to}`, `${bytes} bytes`);
  }

  /** Windows NT writes an entry into the event log of a computer; other systems have none. */
  writeEvent(computer: Computer, event: WindowsEvent): void {
    if (computer.operatingSystem.family !== 'Windows NT' || computer.power === 'off') return;
    computer.events.push({ time: computer.now(), ...event });
    this.hooks.record('event', computer.name, `${event.log} ${event.source} ${event.id}`, event.text);
  }

  /** The Server service looks at the room on a drive; it repeats itself after an hour (assumed). */
  checkRoom(computer: Computer, letter: string): void {
    const size = computer.files.drives().find((drive) => drive.letter === letter)?.size ?? 0;
    if (computer.files.freeSpace(letter) >= size / 10) return;
    const event = diskNearCapacity(letter);
    const last = computer.events.findLast((one) => one.id === event.id && one.text === event.text);
    if (last === undefined || computer.now() - last.time >= hour) this.writeEvent(computer, event);
  }

  /** The span over which a server counted the connections that it could not take is over; true if it took too few. */
  connectionsCounted(server: string): boolean {
    const computer = this.computer(server);
    const shortage = this.load.takeShortage(server);
    if (computer === undefined || shortage === undefined) return false;
    for (const event of connectionsExhausted(shortage.times, shortage.client)) this.writeEvent(computer, event);
    return true;
  }

  /** Ends one session. */
  endSession(from: string, to: string): void {
    this.sessions.delete(sessionName(from, to));
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
      domains: [...this.domains.values()],
      sites: [...this.sites.values()],
      databases: [...this.databases].map(([code, database]) => [code, database.save(), database.state]),
      watches: this.watches.save(),
      transfers: this.transfers.save(),
      sessions: [...this.sessions],
      load: this.load.save(),
    };
  }

  /** Puts this world into a saved state, apart from the databases, which need an engine. */
  restore(saved: SavedWorld): void {
    this.computers.clear();
    for (const [description, computer] of saved.computers) this.addComputer(description).restore(computer);
    this.network.restore(saved.network);
    this.accounts.restore(saved.accounts);
    this.domains.clear();
    for (const domain of saved.domains) this.domains.set(domain.name.toUpperCase(), domain);
    this.sites.clear();
    for (const site of saved.sites) this.sites.set(site.code.toUpperCase(), site);
    this.watches.restore(saved.watches);
    this.transfers.restore(saved.transfers);
    this.sessions.clear();
    for (const [name, account] of saved.sessions) this.sessions.set(name, account);
    this.load.restore(saved.load);
  }

  #freeConnections(server: string): number {
    const parameters = 'HKLM\\System\\CurrentControlSet\\Services\\LanmanServer\\Parameters';
    return this.computer(server)?.registry.getNumber(parameters, 'MaxFreeConnections') ?? defaultFreeConnections;
  }

  #audit(from: string, to: string, account: string, error: number): void {
    if (!this.accounts.auditsFailures) return;
    this.writeEvent(this.mustHave(to), logonFailure(account, from, error === win32.accountLockedOut));
  }

  #fileChanged(computer: Computer, change: FileChange): void {
    const process = change.opener === '' ? computer.name : change.opener;
    const told = change.kind !== 'appended' && change.opener !== setup;
    if (told) {
      this.hooks.record('file', process, `${computer.name}:${change.path}`, `${change.kind} ${change.detail}`.trim());
    }
    if (change.kind === 'refused' && change.detail === `Win32 error ${win32.diskFull}`) {
      this.checkRoom(computer, change.path.charAt(0).toUpperCase());
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
