import type { Component, Effect, Self, SetupRefusal, SiteUpgrade, TraitValue } from '../components/index.ts';
import type { Duration, Instant, RandomStream, TraceKind } from '../kernel/index.ts';
import {
  FileAccess,
  siteHeardBy,
  type Computer,
  type Message,
  type Outcome,
  type Provenance,
  type Registry,
  type SettingValue,
  type SetupPackage,
  type Site,
  type SiteDatabase,
  type World,
} from '../world/index.ts';
import { writeLogLine } from './component-log.ts';
import type { MachineAction, MachineHost, MachineState, MachineStep } from './machine-host.ts';
import { startService, stopService } from './services.ts';
import { beginSetupOfPackage, completeSetupOfPackage } from './setup-package.ts';
import type { Simulation } from './simulation.ts';

/** What a checkpoint keeps of a process. */
export interface SavedProcess {
  readonly computer: string;
  readonly component: string;
  readonly state: unknown;
  readonly memory: unknown;
  readonly timers: readonly (readonly [string, number])[];
  readonly traits: Readonly<Record<string, TraitValue>>;
  readonly thread: number;
  readonly startedAfter: number;
}

/** A running instance of a component on a computer, and what its effects see of the world. */
export class Process implements Self {
  readonly id: string;
  readonly component: Component;
  readonly computer: Computer;
  readonly files: FileAccess;
  readonly thread: number;
  readonly traits: Readonly<Record<string, TraitValue>>;
  memory: unknown;
  message: Message = { type: '(start)' };
  state: MachineState;
  alive = true;
  /** Order number of the last delivery posted before it started: older ones were for a predecessor. */
  readonly startedAfter: number;
  readonly timers = new Map<string, number>();
  readonly #simulation: Simulation;
  readonly #host: MachineHost;

  constructor(simulation: Simulation, computer: Computer, component: Component, saved?: SavedProcess) {
    this.#simulation = simulation;
    this.#host = simulation.hostOf(component);
    this.component = component;
    this.computer = computer;
    this.id = processName(computer.name, component.name);
    this.traits = saved?.traits ?? simulation.bindTraits(computer, component);
    this.thread = saved?.thread ?? simulation.nextThread();
    this.startedAfter = saved?.startedAfter ?? simulation.lastPosted;
    this.memory = saved === undefined ? component.memory() : copied(saved.memory);
    this.state = saved === undefined ? this.#host.initial.state : this.#host.restore(saved.state);
    const account = simulation.accountOf(computer, component);
    this.files = new FileAccess(simulation.world, computer, this.id, account, computer.passwordOf(account));
    for (const [timer, order] of saved?.timers ?? []) this.timers.set(timer, order);
  }

  get world(): World {
    return this.#simulation.world;
  }

  get registry(): Registry {
    const { registry, name } = this.computer;
    const { onLook } = this.world;
    return onLook === undefined ? registry : registry.heardBy((path) => onLook(name, path));
  }

  get site(): Site {
    const site = this.#simulation.siteOf(this.computer);
    if (site === undefined) throw new Error(`${this.id} works for no site`);
    const { onLook } = this.world;
    return onLook === undefined ? site : siteHeardBy(site, (part) => onLook(`site ${site.code}`, part));
  }

  get database(): SiteDatabase {
    const database = this.world.database(this.site.code);
    if (database === undefined) throw new Error(`site ${this.site.code} has no site database`);
    database.listener = this.world.onStatement;
    return database;
  }

  /** Enters the initial state and runs to rest. */
  begin(): void {
    const pending: Message[] = [];
    this.message = { type: '(start)' };
    this.#follow(this.#host.initial, pending);
    this.#runToRest(pending);
  }

  /** Takes a message and runs to rest: every answer is handled before this returns. */
  handle(message: Message): void {
    this.#runToRest([message]);
  }

  save(): SavedProcess {
    return {
      computer: this.computer.name,
      component: this.component.name,
      state: this.#host.save(this.state),
      memory: copied(this.memory),
      timers: [...this.timers],
      traits: this.traits,
      thread: this.thread,
      startedAfter: this.startedAfter,
    };
  }

  now(): Instant {
    return this.computer.now();
  }

  trait(name: string): TraitValue {
    const value = this.traits[name];
    const trait = this.component.traits[name];
    if (value === undefined || trait === undefined) throw new Error(`${this.component.name} has no trait "${name}"`);
    if (this.#simulation.foundations.isNew(this.component, `trait "${name}"`)) {
      this.#simulation.foundations.note(
        `${this.component.name}: trait "${name}"`,
        this.#simulation.traitSource(this, name),
      );
    }
    return value;
  }

  setting(name: string): SettingValue {
    return this.#simulation.setting(this.site, name);
  }

  restsOn(name: string, provenance: Provenance): void {
    if (!this.#simulation.foundations.isNew(this.component, name)) return;
    this.#simulation.foundations.note(`${this.component.name}: ${name}`, provenance);
  }

  log(text: string | (() => string)): void {
    writeLogLine(this.#simulation, this, text);
  }

  post(receiver: string, message: Message, delay: Duration = 0): void {
    this.#simulation.post(this.id, receiver, message, delay);
  }

  copy(source: string, target: string, options?: { readonly onlyNew?: boolean }): Outcome<number> {
    const request = { process: this.id, computer: this.computer.name, access: this.files, source, target };
    return this.world.transfers.start({ ...request, ...options });
  }

  watch(folder: string): void {
    this.world.watches.watch(this.id, this.computer.name, folder);
  }

  random(stream: string): RandomStream {
    return this.#simulation.random.stream(stream);
  }

  start(component: string): boolean {
    return this.#simulation.startProcess(this.computer.name, component);
  }

  stop(component: string): void {
    this.#simulation.stopProcess(processName(this.computer.name, component), 'stopped');
  }

  startService(computer: string, service: string): Outcome {
    return startService(this.#simulation, computer, service);
  }

  stopService(computer: string, service: string): Outcome {
    return stopService(this.#simulation, computer, service);
  }

  runs(component: string): boolean {
    return this.#simulation.processes.has(processName(this.computer.name, component));
  }

  processOf(computer: string, component: string): string {
    return processName(this.world.computer(computer)?.name ?? computer, component);
  }

  beginSetup(media: SetupPackage): SiteUpgrade | SetupRefusal {
    return beginSetupOfPackage(this.#simulation, media);
  }

  completeSetup(media: SetupPackage, upgrade: SiteUpgrade): void {
    completeSetupOfPackage(this.#simulation, media, upgrade);
  }

  show(title: string, text: string): void {
    this.computer.dialogs.push({ time: this.now(), title, text });
    this.record('window', title, text);
  }

  /** Writes a trace record in this process's name. */
  record(kind: TraceKind, subject: string, detail: string): number {
    return this.#simulation.record(kind, this.id, subject, detail);
  }

  #runToRest(pending: Message[]): void {
    for (let answers = 0; pending.length > 0 && this.alive; answers++) {
      if (answers > this.#simulation.limits.answersPerTurn) throw this.#simulation.limitReached('answers in one turn');
      const next = pending.shift() as Message;
      this.#follow(this.#host.step(this.state, next.type), pending, next);
    }
  }

  #follow(step: MachineStep, pending: Message[], message?: Message): void {
    if (message !== undefined) {
      this.message = message;
      if (!step.handled) {
        this.record('ignored', message.type, this.state.name);
        return;
      }
    }
    this.#simulation.stepTaken(this, step);
    this.state = step.state;
    for (const action of step.actions) {
      if (!this.alive) return;
      this.#perform(action, pending);
    }
    if (step.state.final && this.alive) this.#simulation.stopProcess(this.id, 'ended');
  }

  #perform(action: MachineAction, pending: Message[]): void {
    if (action.kind === 'stop timer') {
      this.#stopTimer(action.id);
    } else if (action.kind === 'start timer') {
      this.#startTimer(action);
    } else {
      const answer = this.#act(action.name, action.effect);
      const { data } = this.message;
      if (answer !== undefined) pending.push(data === undefined ? { type: answer } : { type: answer, data });
    }
  }

  #act(name: string, effect: Effect | undefined): string | undefined {
    if (effect === undefined) throw new Error(`${this.component.name} has no effect "${name}"`);
    const answer = effect.run(this);
    if (answer !== undefined && !effect.answers.includes(answer)) {
      throw new Error(`${this.component.name}: effect "${name}" answered "${answer}", which it does not declare`);
    }
    if (answer !== undefined) this.#simulation.answered(this, name, answer);
    return answer;
  }

  #startTimer(timer: { readonly id: string; readonly delay: string; readonly message: string }): void {
    const rule = this.component.delays[timer.delay];
    if (rule === undefined) throw new Error(`${this.component.name} has no delay "${timer.delay}"`);
    if (this.#simulation.foundations.isNew(this.component, timer.delay)) {
      this.#simulation.foundations.note(`${this.component.name}: delay "${timer.delay}"`, rule.provenance);
    }
    const wait = Math.max(0, rule.duration(this));
    this.#stopTimer(timer.id);
    this.timers.set(timer.id, this.#simulation.post(this.id, this.id, { type: timer.message }, wait));
  }

  #stopTimer(id: string): void {
    const order = this.timers.get(id);
    if (order !== undefined) this.#simulation.queue.cancel(order);
    this.timers.delete(id);
  }
}

/** Effects change the memory in place, so a checkpoint keeps one of its own. */
function copied(memory: unknown): unknown {
  return memory === undefined ? undefined : (JSON.parse(JSON.stringify(memory)) as unknown);
}

/** The name of a process in queue and trace. */
export function processName(computer: string, component: string): string {
  return `${computer}/${component}`;
}
