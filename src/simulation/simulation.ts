import type { Product } from '../catalogue/index.ts';
import type { Component, TraitValue } from '../components/index.ts';
import {
  EventQueue,
  RandomStreams,
  Trace,
  type Delivery,
  type Digest,
  type Duration,
  type Instant,
  type TraceKind,
  type TraceRecord,
} from '../kernel/index.ts';
import {
  assumedFreeConnections,
  World,
  type Computer,
  type Message,
  type Provenance,
  type SettingValue,
  type Site,
  type SqlEngine,
} from '../world/index.ts';
import { Coverage } from './coverage.ts';
import { Foundations } from './foundations.ts';
import { LimitReached, defaultLimits, type Limits } from './limits.ts';
import { MachineHost, type MachineStep } from './machine-host.ts';
import { Process, processName } from './process.ts';
import { programVersion } from './program-version.ts';
import { tieBreaker, type TieOrder } from './tie-breaker.ts';
import { boundTraits, traitProvenance, type TraitOverride } from './trait-binding.ts';

/** What a run is made from. */
export interface SimulationOptions {
  readonly seed: number;
  readonly start: Instant;
  /** What is emulated where nothing says otherwise. */
  readonly product: Product;
  /** Other products whose sites may stand beside. */
  readonly otherProducts?: readonly Product[];
  readonly sqlEngine: SqlEngine;
  readonly digest: Digest;
  readonly sink?: (record: TraceRecord) => void;
  readonly limits?: Partial<Limits>;
  /** Permutes deliveries of one instant that come from different sender-receiver pairs. */
  readonly shuffleTies?: number;
  /** Computers whose log text is kept; undefined: all. */
  readonly logComputers?: ReadonlySet<string>;
}

const hosts = new WeakMap<Component, MachineHost>();

/** One run: the queue of deliveries, the processes, the world and the history. */
export class Simulation {
  readonly world: World;
  readonly trace: Trace;
  readonly queue: EventQueue<Message>;
  readonly random: RandomStreams;
  readonly limits: Limits;
  readonly product: Product;
  readonly options: SimulationOptions;
  readonly processes = new Map<string, Process>();
  /** Receivers that are no processes: `world`, `scenario`. */
  readonly receivers = new Map<string, (message: Message) => void>();
  /** Everything this run has rested on so far, with its provenance. */
  readonly foundations = new Foundations();
  readonly covered = new Coverage();
  overrides: readonly TraitOverride[] = [];
  now: Instant;
  turn = 0;
  threads = 0;
  /** Record that led to what is going on now; 0 before the outside world has done anything. */
  cause = 0;
  /** Order number of the latest delivery. */
  lastPosted = 0;
  #turnsThisInstant = 0;
  #tieOrder: TieOrder | undefined;

  constructor(options: SimulationOptions) {
    this.options = options;
    this.product = options.product;
    this.now = options.start;
    this.limits = { ...defaultLimits, ...options.limits };
    this.trace = new Trace(options.digest, options.sink);
    this.#tieOrder = options.shuffleTies;
    this.queue = new EventQueue<Message>(tieBreaker(options.shuffleTies));
    this.random = new RandomStreams(options.seed);
    this.world = new World({
      now: () => this.now,
      record: (kind, process, subject, detail) => this.record(kind, process, subject, detail),
      post: (sender, receiver, message, delay) => this.post(sender, receiver, message, delay),
      cancel: (order) => void this.queue.cancel(order),
      random: (stream) => this.random.stream(stream),
    });
    this.receivers.set('world', (message) => this.#worldDue(message));
  }

  /** How deliveries of one instant are ordered at present; undefined: they keep the order of posting. */
  get tieOrder(): TieOrder | undefined {
    return this.#tieOrder;
  }

  set tieOrder(order: TieOrder | undefined) {
    this.#tieOrder = order;
    this.queue.breakTies(tieBreaker(order));
  }

  /** Posts a message to a process or receiver; returns its order number. */
  post(sender: string, receiver: string, message: Message, delay: Duration): number {
    if (this.queue.size >= this.limits.queueLength) throw this.limitReached('waiting deliveries');
    this.lastPosted = this.queue.post({ due: this.now + delay, sender, receiver, message, cause: this.cause });
    return this.lastPosted;
  }

  /** Takes one turn; false when nothing waits. */
  takeTurn(): boolean {
    const delivery = this.queue.take();
    if (delivery === undefined) return false;
    this.#turnsThisInstant = delivery.due === this.now ? this.#turnsThisInstant + 1 : 0;
    if (this.#turnsThisInstant > this.limits.turnsPerInstant)
      throw this.limitReached('turns in one instant', [delivery]);
    this.now = Math.max(this.now, delivery.due);
    this.turn++;
    this.cause = delivery.cause;
    this.#deliver(delivery);
    this.cause = 0;
    return true;
  }

  /** Takes every turn that is due up to an instant, then lets the clock stand there. */
  runUntil(instant: Instant): void {
    for (let due = this.queue.nextDue(); due !== undefined && due <= instant; due = this.queue.nextDue())
      this.takeTurn();
    this.now = Math.max(this.now, instant);
  }

  /** Writes a trace record caused by what is going on; it becomes the cause of what follows in this turn. */
  record(kind: TraceKind, process: string, subject: string, detail: string): number {
    const { turn, now: time } = this;
    const record = this.trace.append({ turn, cause: this.cause, time, process, kind, subject, detail });
    this.cause = record;
    return record;
  }

  /** Starts a component of a computer; false when it runs already or its file is not there. */
  startProcess(computerName: string, componentName: string): boolean {
    const computer = this.world.mustHave(computerName);
    const component = this.productOn(computer).components.find((candidate) => candidate.name === componentName);
    if (component === undefined) throw new Error(`no component named ${componentName}`);
    if (this.processes.has(processName(computer.name, componentName)) || computer.power === 'off') return false;
    if (this.versionOf(computer, component) === undefined) return false;
    const site = component.runsAt && this.siteOf(computer);
    if (component.runsAt !== undefined && (site === undefined || !component.runsAt(site))) return false;
    const process = new Process(this, computer, component);
    this.processes.set(process.id, process);
    process.record('process', componentName, 'started');
    process.begin();
    return true;
  }

  /** Ends a process and what it launched: the machine is thrown away, handles are closed, copies stop. */
  stopProcess(id: string, how: 'stopped' | 'ended' | 'killed'): void {
    const process = this.processes.get(id);
    if (process === undefined) return;
    process.alive = false;
    this.processes.delete(id);
    for (const order of process.timers.values()) this.queue.cancel(order);
    this.world.transfers.drop(id);
    for (const [name, owner] of process.computer.mutexes) if (owner === id) process.computer.mutexes.delete(name);
    this.world.watches.drop(id);
    for (const computer of this.world.computers.values()) computer.files.closeProcess(id);
    process.record('process', process.component.name, how);
    for (const { launchedBy, name } of this.productOn(process.computer).components) {
      if (launchedBy === process.component.name) this.stopProcess(processName(process.computer.name, name), how);
    }
  }

  /** Tells every process of a computer (or of all) that listens for this message. */
  broadcast(message: Message, computer?: string): void {
    for (const process of [...this.processes.values()]) {
      if (computer !== undefined && process.computer.name !== computer) continue;
      if (process.component.hears.includes(message.type)) this.post('world', process.id, message, 0);
    }
  }

  /** The product whose programs are on a computer. */
  productOn({ product }: Computer): Product {
    if (product === undefined || product === this.product.version) return this.product;
    const other = this.options.otherProducts?.find(({ version }) => version === product);
    if (other === undefined) throw new Error(`no product of version ${product}`);
    return other;
  }

  hostOf(component: Component): MachineHost {
    const known = hosts.get(component);
    if (known !== undefined) return known;
    const made = new MachineHost(component.machine, component.effects);
    hosts.set(component, made);
    return made;
  }

  /** The version of a component's file on a computer; undefined when it is not installed there. */
  versionOf(computer: Computer, component: Component): string | undefined {
    return programVersion(this, computer, component);
  }

  /** The values of all traits for the build of a component that lies on a computer's disk. */
  bindTraits(computer: Computer, component: Component): Readonly<Record<string, TraitValue>> {
    const versionOf = (file: string): string => programVersion(this, computer, component, file) ?? '0';
    return boundTraits(component, versionOf, this.productOn(computer).changes, this.#overridesOn(computer));
  }

  /** Where the present value of a process's trait comes from. */
  traitSource(process: Process, name: string): Provenance {
    const overrides = this.#overridesOn(process.computer);
    const { changes } = this.productOn(process.computer);
    return traitProvenance(process.component, name, process.traits[name], changes, overrides);
  }

  /** A site setting: what the site control file says, or the product's default, whose provenance is noted. */
  setting(site: Site, name: string): SettingValue {
    this.world.onLook?.(`site ${site.code}`, name);
    const own = site.settings[name];
    if (own !== undefined) return own;
    const setting = this.productOn(this.world.mustHave(site.server)).settings[name];
    if (setting === undefined) throw new Error(`no site setting named ${name}`);
    this.foundations.note(`default of "${name}"`, setting.provenance);
    return setting.default;
  }

  siteOf(computer: Computer): Site | undefined {
    const key = 'HKLM\\Software\\Microsoft\\SMS\\Identification';
    const code = computer.registry.getText(key, 'Site Code');
    return code === undefined ? undefined : this.world.site(code);
  }

  /** The account a server component reaches other computers with (Q259781); clients connect with their own. */
  accountOf(computer: Computer, component: Component): string {
    if (component.log?.side === 'logon point') return 'SMSLogonSvc';
    const site = component.log?.side === 'server' ? this.siteOf(computer) : undefined;
    return site === undefined ? 'SYSTEM' : this.productOn(computer).serviceAccount(site);
  }

  nextThread(): number {
    return 100 + ((this.threads++ * 37) % 900);
  }

  /** A machine has moved: the trace, the coverage and the foundations learn of it. */
  stepTaken(process: Process, step: MachineStep): void {
    this.record('transition', process.id, step.name, '');
    if (!this.covered.count(process.component.name, step)) return;
    this.foundations.note(`${process.component.name}: ${step.name}`, step.provenance ?? process.component.provenance);
  }

  answered(process: Process, effect: string, answer: string): void {
    this.record('answer', process.id, effect, answer);
  }

  /** The limit that was reached, with what was at its turn, if anything was taken, and what would have come next. */
  limitReached(what: string, taken: readonly Delivery<Message>[] = []): LimitReached {
    return new LimitReached(what, this.turn, [...taken, ...this.queue.waiting()].slice(0, 5));
  }

  #overridesOn(computer: Computer): readonly TraitOverride[] {
    const name = computer.name.toUpperCase();
    return this.overrides.filter((override) => (override.computer ?? computer.name).toUpperCase() === name);
  }

  #deliver(delivery: Delivery<Message>): void {
    const { receiver, message } = delivery;
    this.record('delivery', receiver, message.type, delivery.sender);
    const special = this.receivers.get(receiver);
    if (special !== undefined) return special(message);
    const process = this.processes.get(receiver);
    if (process === undefined || delivery.order <= process.startedAfter) {
      this.record(
        'undeliverable',
        receiver,
        message.type,
        process === undefined ? 'no such process' : 'for one before',
      );
      return undefined;
    }
    if (message.type === 'folder changed') this.world.watches.looked(receiver);
    if (message.type.startsWith('xstate.after.')) process.timers.delete(message.type);
    process.handle(message);
    return undefined;
  }

  #worldDue(message: Message): void {
    const id = Number(message.data?.['id']);
    if (message.type === 'transfer half') this.world.transfers.due(id, 'half');
    if (message.type === 'transfer whole') this.world.transfers.due(id, 'whole');
    if (message.type !== 'connections counted') return;
    const written = this.world.connectionsCounted(String(message.data?.['server']));
    if (written) this.foundations.note('free connections of a server', assumedFreeConnections);
  }
}
