import type { Duration, Instant, TraceKind, TraceRecord } from '../kernel/index.ts';
import { restoreCheckpoint, saveCheckpoint, setUpSite, type Checkpoint, type Simulation } from '../simulation/index.ts';
import { toLocal, type Message, type World } from '../world/index.ts';
import { ExpectationWatch, type WatchState } from './expectation-watch.ts';
import { FoundMismatches, type Found, type Mismatch } from './found-mismatches.ts';
import { Marks, type MarksState } from './marks.ts';
import { PlayHistory } from './play-history.ts';
import { makeSimulation, type PlayOptions } from './play-options.ts';
import type { Play, ToolRun } from './play.ts';
import type { Expectation, Step, Variant } from './scenario.ts';
import { StepPerformer } from './step-performer.ts';
import { withRunValues } from './text-values.ts';
import { Timeline, type TimelineState } from './timeline.ts';
import { instantOfMoment, parseMoment, type Calendar } from './times.ts';

/** A play in a checkpoint: the simulation and everything the play itself remembers. */
export interface SavedPlay {
  readonly checkpoint: Checkpoint;
  readonly history: readonly TraceRecord[];
  readonly toolRuns: readonly ToolRun[];
  readonly held: readonly (readonly [string, unknown])[];
  readonly timelines: readonly TimelineState[];
  readonly watches: readonly WatchState[];
  readonly mismatches: readonly Found[];
  readonly marks: MarksState;
  readonly ended: boolean;
}

/** As many deeds as a live play takes. */
const mostDeeds = 100_000;

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
  readonly #deeds: Timeline;
  #firstDeed = 0;
  readonly #watches: readonly ExpectationWatch[];
  readonly #history: PlayHistory;
  #thisTurn: TraceRecord[] = [];
  readonly #found: FoundMismatches;
  readonly #performer: StepPerformer;
  readonly marks: Marks;
  #started = false;
  #ended = false;

  constructor(options: PlayOptions) {
    const { variant } = options;
    this.#options = options;
    this.variant = variant;
    this.seed = options.seed ?? variant.seed;
    this.#calendar = { zone: variant.site.zone, start: variant.site.start };
    this.simulation = makeSimulation(options, (record) => this.#recordWritten(record));
    this.simulation.receivers.set('scenario', (message) => this.#receive(message));
    this.#history = new PlayHistory(variant);
    this.#found = new FoundMismatches(this.simulation);
    this.#performer = new StepPerformer(this, this.#found, (given) => this.#computed(given));
    this.marks = new Marks(variant, this, this.#calendar);
    this.#deeds = this.#timeline('deeds', []);
    this.#timelines = [this.#timeline('steps', variant.steps), this.#timeline('added', variant.added), this.#deeds];
    this.#watches = options.live !== undefined ? [] : variant.expectations.map((one) => this.#watch(one));
  }

  /**
   * Sets the site up and posts the first steps; a play that is to be played does so by itself. Apart from the making,
   * so that a fault in it can be told with its turn.
   */
  setUp(): void {
    this.settle();
    this.begin();
  }

  /** Sets the site up and lets it run until the scenario's start; no step is posted. */
  settle(): void {
    const { variant, run } = this.#options;
    setUpSite(this.simulation, variant.site, run.roles);
  }

  /**
   * Posts the first steps of a play whose site has settled, or was restored as it had settled. Another seed than the
   * variant's own is another course of the same site's history: it counts from here.
   */
  begin(): void {
    this.#started = true;
    if (this.seed !== this.variant.seed) this.simulation.random.reseed(this.seed);
    for (const timeline of this.#timelines) timeline.goOn();
    if (this.#options.live !== undefined) this.#firstDeed = this.simulation.queue.reserve(mostDeeds);
  }

  /**
   * Adds steps, with times of their own, to what is done in a live play; at its time each comes before everything that
   * was posted since the play began, as it would had it stood in the file. True while one of them waits to be done.
   */
  act(steps: readonly Step[]): void {
    if (this.#deeds.steps.length + steps.length > mostDeeds) throw new RangeError(`more than ${mostDeeds} deeds`);
    this.#deeds.become([...this.#deeds.steps.slice(0, this.#deeds.state.next), ...steps]);
    this.#deeds.goOn();
  }

  /** Whether the delivery of one of the deeds, by its number, still waits. */
  deedWaits(number: number): boolean {
    return this.simulation.queue.holds(this.#firstDeed + number);
  }

  /** Steps of the scenario and deeds as they were posted so far, in the order of posting, with their times. */
  get posted(): readonly (readonly [Step, Instant])[] {
    return this.#timelines.flatMap((timeline) => timeline.posted);
  }

  get world(): World {
    return this.simulation.world;
  }

  /** Every record since the scenario's start that some expectation of the variant reads. */
  get history(): readonly TraceRecord[] {
    return this.#options.live?.() ?? this.#history.records;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Whatever was not as the scenario says, in the order in which it was found. */
  get mismatches(): readonly Mismatch[] {
    return this.#found.all;
  }

  /** The mismatches of one expectation of the variant, by its number; of the steps by -1. */
  mismatchesOf(expectation: number): readonly Mismatch[] {
    return this.#found.of(expectation);
  }

  recordsOf(kind: TraceKind): readonly TraceRecord[] {
    return this.#options.live?.().filter((record) => record.kind === kind) ?? this.#history.ofKind(kind);
  }

  /** Takes one turn; false when the run is over, and then every expectation is decided. */
  takeTurn(): boolean {
    if (this.#ended) return false;
    if (!this.#started) this.setUp();
    const due = this.simulation.queue.nextDue();
    const end = this.#end();
    if (due === undefined && this.#options.live !== undefined) return false;
    if (due === undefined || (end !== undefined && due > end)) {
      this.#finish(end ?? this.simulation.now);
      return false;
    }
    for (const watch of [...this.#watches, this.marks]) watch.timePasses(due);
    this.#thisTurn = [];
    this.simulation.takeTurn();
    for (const watch of [...this.#watches, this.marks]) watch.turnTaken(this.#thisTurn);
    return true;
  }

  /** Plays to the end. A limit without progress and faults of smsim are thrown. */
  playToEnd(): void {
    while (this.takeTurn());
  }

  /** Plays every turn that is due up to an instant, or to the end; true where it stopped after so many turns. */
  playUntil(instant: Instant, turns = Infinity): boolean {
    if (!this.#started) this.setUp();
    for (let turn = 0; (this.simulation.queue.nextDue() ?? Infinity) <= instant; turn++) {
      if (turn === turns) return true;
      if (!this.takeTurn()) return false;
    }
    if (!this.#ended) this.simulation.now = Math.max(this.simulation.now, Math.min(instant, this.#end() ?? instant));
    return false;
  }

  instant(text: string): Instant {
    const moment = parseMoment(text);
    if (moment === undefined) throw new Error(`"${text}" passed the schema and is no time`);
    return instantOfMoment(moment, this.#calendar);
  }

  later(delay: Duration, note: unknown): void {
    const { timeline, index } = this.#performer.running;
    const data = { timeline, step: index, note };
    this.#post({ type: 'resume', data }, this.simulation.now + delay);
  }

  fail(reason: string): void {
    this.#performer.failed(this.#performer.running.step, reason);
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
      mismatches: this.#found.state,
      marks: this.marks.state,
      ended: this.#ended,
    };
  }

  /** Puts a play made with the same options into a saved state; `deeds` is what was done in it until then. */
  restore(saved: SavedPlay, deeds: readonly Step[] = []): void {
    this.#deeds.become(deeds);
    restoreCheckpoint(this.simulation, saved.checkpoint);
    this.#history.restore(saved.history);
    this.toolRuns.splice(0, this.toolRuns.length, ...saved.toolRuns);
    this.held.clear();
    for (const [name, what] of saved.held) this.held.set(name, what);
    for (const [index, timeline] of this.#timelines.entries())
      timeline.state = saved.timelines[index] ?? timeline.state;
    for (const [index, watch] of this.#watches.entries()) watch.state = saved.watches[index] ?? watch.state;
    this.#found.state = saved.mismatches;
    this.marks.state = saved.marks;
    this.#ended = saved.ended;
  }

  #timeline(name: string, steps: readonly Step[]): Timeline {
    return new Timeline(name, steps, this.#calendar, {
      now: () => this.simulation.now,
      post: (message, due) => this.#post(message, due, name),
      cancel: (order) => void this.simulation.queue.cancel(order),
      perform: (step) => this.#performer.perform(step),
      move: (step) => this.#performer.moveOf(step),
      waitedInVain: (step) => this.#performer.failed(step, 'the event did not happen in time'),
    });
  }

  #watch(expectation: Expectation): ExpectationWatch {
    const compute = (given: unknown): unknown => this.#computed(given);
    const number = this.variant.expectations.indexOf(expectation);
    return new ExpectationWatch(expectation, this, this.#calendar, compute, (one, actual) =>
      this.#found.unmet(number, one, actual),
    );
  }

  #post(message: Message, due: Instant, timeline?: string): number {
    const wait = Math.max(0, due - this.simulation.now);
    const first = message.type === 'arm' || (message.type === 'step' && message.data?.['pass'] === 1);
    if (timeline !== 'deeds' || !first) return this.simulation.post('scenario', 'scenario', message, wait);
    const order = this.#firstDeed + Number(message.data?.['step']);
    const deed = { due: this.simulation.now + wait, sender: 'scenario', receiver: 'scenario', message, cause: 0 };
    return this.simulation.queue.post(deed, order);
  }

  #receive(message: Message): void {
    const timeline = this.#timelines.find((one) => one.name === message.data?.['timeline']);
    if (timeline === undefined) return;
    const index = Number(message.data?.['step']);
    const step = timeline.steps[index];
    if (step === undefined) return;
    this.#performer.during({ timeline: timeline.name, index, step }, () => {
      if (message.type === 'resume') this.#performer.resume(step, message.data?.['note']);
      else timeline.due(message);
    });
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
    if (this.#options.live === undefined) this.#history.add(record);
    for (const timeline of this.#timelines) timeline.recordWritten(record, this.world);
  }

  /** The run ends with its steps; added steps count only where they move the clock. A live one has no end. */
  #end(): Instant | undefined {
    if (this.#options.live !== undefined) return undefined;
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
    this.marks.timePasses(end + 1);
    this.#ended = true;
  }
}
