import type { Duration, Instant, TraceKind, TraceRecord } from '../kernel/index.ts';
import { restoreCheckpoint, saveCheckpoint, setUpSite, type Checkpoint, type Simulation } from '../simulation/index.ts';
import { toLocal, type Message, type World } from '../world/index.ts';
import { lookAt } from './conditions.ts';
import { ExpectationWatch, type WatchState } from './expectation-watch.ts';
import { PlayHistory } from './play-history.ts';
import { makeSimulation, type PlayOptions } from './play-options.ts';
import type { Play, ToolRun } from './play.ts';
import type { Expectation, FilePlace, Step, Variant } from './scenario.ts';
import { NoSuchSite } from './site-of-step.ts';
import { withRunValues } from './text-values.ts';
import { Timeline, type TimelineState } from './timeline.ts';
import { instantOfMoment, parseMoment, type Calendar } from './times.ts';
import type { ClockMove } from './verb.ts';

/** A step that could not be done or an expectation that is not met. */
export interface Mismatch extends FilePlace {
  /** The step or expectation as the scenario words it. */
  readonly expectation: string;
  readonly actual: string;
  readonly message: string;
  readonly turn: number;
  readonly time: Instant;
}

/** A play in a checkpoint: the simulation and everything the play itself remembers. */
export interface SavedPlay {
  readonly checkpoint: Checkpoint;
  readonly history: readonly TraceRecord[];
  readonly toolRuns: readonly ToolRun[];
  readonly held: readonly (readonly [string, unknown])[];
  readonly timelines: readonly TimelineState[];
  readonly watches: readonly WatchState[];
  readonly mismatches: readonly Found[];
  readonly ended: boolean;
}

/** A mismatch with the number of its expectation; -1 for a step. */
interface Found {
  readonly expectation: number;
  readonly mismatch: Mismatch;
}

/** One variant of a scenario on one release with one seed, being played. */
export class ScenarioPlay implements Play {
  readonly simulation: Simulation;
  readonly variant: Variant;
  readonly seed: number;
  readonly toolRuns: ToolRun[] = [];
  readonly held = new Map<string, unknown>();
  readonly #options: PlayOptions;
  readonly #calendar: Calendar;
  readonly #timelines: readonly Timeline[];
  readonly #watches: readonly ExpectationWatch[];
  readonly #history: PlayHistory;
  #thisTurn: TraceRecord[] = [];
  #found: Found[] = [];
  #started = false;
  #ended = false;
  /** The step that is running, for `later` and `fail`. */
  #running: { readonly timeline: Timeline; readonly index: number; readonly step: Step } | undefined;

  constructor(options: PlayOptions) {
    const { variant } = options;
    this.#options = options;
    this.variant = variant;
    this.seed = options.seed ?? variant.seed;
    this.#calendar = { zone: variant.site.zone, start: variant.site.start };
    this.simulation = makeSimulation(options, (record) => this.#recordWritten(record));
    this.simulation.receivers.set('scenario', (message) => this.#receive(message));
    this.#history = new PlayHistory(variant);
    this.#timelines = [this.#timeline('steps', variant.steps), this.#timeline('added', variant.added)];
    this.#watches = variant.expectations.map((expectation) => this.#watch(expectation));
    setUpSite(this.simulation, variant.site, options.run.roles);
    this.#started = true;
    for (const timeline of this.#timelines) timeline.goOn();
  }

  get world(): World {
    return this.simulation.world;
  }

  /** Every record since the scenario's start that some expectation of the variant reads. */
  get history(): readonly TraceRecord[] {
    return this.#history.records;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Whatever was not as the scenario says, in the order in which it was found. */
  get mismatches(): readonly Mismatch[] {
    return this.#found.map((found) => found.mismatch);
  }

  /** The mismatches of one expectation of the variant, by its number; of the steps by -1. */
  mismatchesOf(expectation: number): readonly Mismatch[] {
    return this.#found.filter((found) => found.expectation === expectation).map((found) => found.mismatch);
  }

  recordsOf(kind: TraceKind): readonly TraceRecord[] {
    return this.#history.ofKind(kind);
  }

  /** Takes one turn; false when the run is over, and then every expectation is decided. */
  takeTurn(): boolean {
    if (this.#ended) return false;
    const due = this.simulation.queue.nextDue();
    const end = this.#end();
    if (due === undefined || (end !== undefined && due > end)) {
      this.#finish(end ?? this.simulation.now);
      return false;
    }
    for (const watch of this.#watches) watch.timePasses(due);
    this.#thisTurn = [];
    this.simulation.takeTurn();
    for (const watch of this.#watches) watch.turnTaken(this.#thisTurn);
    return true;
  }

  /** Plays to the end. A limit without progress and faults of smsim are thrown. */
  playToEnd(): void {
    while (this.takeTurn());
  }

  /** Plays every turn that is due up to an instant, or to the end. */
  playUntil(instant: Instant): void {
    for (
      let due = this.simulation.queue.nextDue();
      due !== undefined && due <= instant;
      due = this.simulation.queue.nextDue()
    ) {
      if (!this.takeTurn()) return;
    }
    if (!this.#ended) this.simulation.now = Math.max(this.simulation.now, Math.min(instant, this.#end() ?? instant));
  }

  instant(text: string): Instant {
    const moment = parseMoment(text);
    if (moment === undefined) throw new Error(`"${text}" passed the schema and is no time`);
    return instantOfMoment(moment, this.#calendar);
  }

  later(delay: Duration, note: unknown): void {
    const running = this.#running;
    if (running === undefined) throw new Error('only a step that is running can go on later');
    const data = { timeline: running.timeline.name, step: running.index, note };
    this.#post({ type: 'resume', data }, this.simulation.now + delay);
  }

  fail(reason: string): void {
    const step = this.#running?.step;
    if (step === undefined) throw new Error(`no step is running that could fail: ${reason}`);
    this.#stepFailed(step, reason);
  }

  /** Everything that can change, as plain data (images of databases are byte arrays). */
  save(): SavedPlay {
    return {
      checkpoint: saveCheckpoint(this.simulation),
      history: [...this.#history.records],
      toolRuns: [...this.toolRuns],
      held: [...this.held],
      timelines: this.#timelines.map((timeline) => timeline.state),
      watches: this.#watches.map((watch) => watch.state),
      mismatches: [...this.#found],
      ended: this.#ended,
    };
  }

  /** Puts a play made with the same options into a saved state. */
  restore(saved: SavedPlay): void {
    restoreCheckpoint(this.simulation, saved.checkpoint);
    this.#history.restore(saved.history);
    this.toolRuns.splice(0, this.toolRuns.length, ...saved.toolRuns);
    this.held.clear();
    for (const [name, what] of saved.held) this.held.set(name, what);
    for (const [index, timeline] of this.#timelines.entries())
      timeline.state = saved.timelines[index] ?? timeline.state;
    for (const [index, watch] of this.#watches.entries()) watch.state = saved.watches[index] ?? watch.state;
    this.#found = [...saved.mismatches];
    this.#ended = saved.ended;
  }

  #timeline(name: string, steps: readonly Step[]): Timeline {
    return new Timeline(name, steps, this.#calendar, {
      now: () => this.simulation.now,
      post: (message, due) => this.#post(message, due),
      cancel: (order) => void this.simulation.queue.cancel(order),
      perform: (step) => this.#perform(step),
      move: (step) => this.#moveOf(step),
      waitedInVain: (step) => this.#stepFailed(step, 'the event did not happen in time'),
    });
  }

  #watch(expectation: Expectation): ExpectationWatch {
    const compute = (given: unknown): unknown => this.#computed(given);
    const number = this.variant.expectations.indexOf(expectation);
    return new ExpectationWatch(expectation, this, this.#calendar, compute, (one, actual) =>
      this.#complain(number, one.label, one.place, actual),
    );
  }

  #post(message: Message, due: Instant): number {
    return this.simulation.post('scenario', 'scenario', message, Math.max(0, due - this.simulation.now));
  }

  #receive(message: Message): void {
    const timeline = this.#timelines.find((one) => one.name === message.data?.['timeline']);
    if (timeline === undefined) return;
    const index = Number(message.data?.['step']);
    const step = timeline.steps[index];
    if (step === undefined) return;
    this.#running = { timeline, index, step };
    const note = message.data?.['note'];
    if (message.type === 'resume') this.#unlessNoSite(() => step.verb.resume?.(this, this.#arguments(step), note));
    else timeline.due(message);
    this.#running = undefined;
  }

  #perform(step: Step): void {
    this.simulation.record('step', 'scenario', step.name ?? step.label, step.name === undefined ? '' : step.label);
    const read = step.verb.schema.safeParse(this.#computed(step.given));
    if (read.success) this.#unlessNoSite(() => step.verb.run(this, read.data));
    else this.fail(read.error.issues.map((issue) => issue.message).join('; '));
    for (const { condition, place } of step.expected) {
      const { met, actual } = lookAt(condition, this, (given) => this.#computed(given));
      if (!met) this.#complain(-1, condition.label, place, actual);
    }
  }

  /** Sites come and go with steps, so only the moment shows whether one is there. */
  #unlessNoSite(body: () => void): void {
    try {
      body();
    } catch (error) {
      if (!(error instanceof NoSuchSite)) throw error;
      this.fail(error.message);
    }
  }

  #stepFailed(step: Step, reason: string): void {
    const label = step.name ?? step.label;
    if (step.mayFail) this.simulation.record('note', 'scenario', label, `failed, as it may: ${reason}`);
    else this.#complain(-1, label, step.place, reason, `the step could not be done: ${reason}`);
  }

  #arguments(step: Step): unknown {
    return step.verb.schema.parse(this.#computed(step.given));
  }

  #moveOf(step: Step): ClockMove | undefined {
    return step.verb.clock?.(this.#arguments(step));
  }

  #computed(given: unknown): unknown {
    const { zone, start } = this.#calendar;
    const server = this.world.computer(this.variant.site.server);
    const now = server?.now() ?? toLocal(zone, this.simulation.now);
    return withRunValues(given, { now, start: toLocal(zone, start), seed: this.seed, release: this.#options.run.name });
  }

  #recordWritten(record: TraceRecord): void {
    this.#options.sink?.(record);
    if (!this.#started) return;
    this.#thisTurn.push(record);
    this.#history.add(record);
    for (const timeline of this.#timelines) timeline.recordWritten(record, this.world);
  }

  /** The run ends with the scenario's steps; added steps count only where they move the clock. */
  #end(): Instant | undefined {
    const deciding = this.#timelines.filter((timeline, index) => index === 0 || timeline.movesClock);
    const ends = deciding.map((timeline) => timeline.end);
    return ends.reduce<Instant | undefined>(
      (a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)),
      0,
    );
  }

  #finish(end: Instant): void {
    for (const watch of this.#watches) watch.timePasses(end);
    this.simulation.now = Math.max(this.simulation.now, end);
    for (const watch of this.#watches) watch.runEnds();
    this.#ended = true;
  }

  #complain(
    number: number,
    expectation: string,
    place: FilePlace,
    actual: string,
    message = `not met: ${actual}`,
  ): void {
    const { turn, now: time } = this.simulation;
    this.#found.push({ expectation: number, mismatch: { ...place, expectation, actual, message, turn, time } });
  }
}
