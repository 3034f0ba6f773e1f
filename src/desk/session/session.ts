import type { Instant, TraceRecord } from '../../kernel/index.ts';
import { playOptionsOf, type Case, type RunTools, type Touch } from '../../runner/index.ts';
import { readDeed, ScenarioPlay, type Diagnostic, type Mismatch, type ToolRun } from '../../scenario/index.ts';
import { Branch, type Deed, type Position } from './branch.ts';
import { savedPlay } from './checkpoints.ts';
import { listenTo } from './listening.ts';
import { deedNames } from './live-text.ts';
import { firstIndex } from './ordered.ts';

/** What came of a deed: mistakes in it, and then nothing has happened; or what it led to at once. */
export type Acted =
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly ok: true;
      /** When the last of its steps is due. */
      readonly due: Instant;
      readonly toolRuns: readonly ToolRun[];
      /** Steps that could not be done, and expectations that are not met. */
      readonly mismatches: readonly Mismatch[];
      /** Deeds that lay ahead, because one had gone back, and are no more. */
      readonly dropped: number;
    };

/** A turn in which smsim itself failed, or ran into a limit; the session stands before it. */
export class TurnFailed extends Error {
  constructor(turn: number, error: unknown) {
    super(`turn ${turn} failed: ${error instanceof Error ? error.message : String(error)}`);
    this.name = 'TurnFailed';
  }
}

/**
 * A case that is played live: turn by turn or for a while, with deeds between the turns, back to any turn and forward
 * again, in several branches. Synchronous and deterministic: the same deeds at the same turns, the same trace.
 */
export class Session {
  readonly case: Case;
  readonly play: ScenarioPlay;
  /** The last turn before the scenario's start. */
  readonly firstTurn: number;
  readonly #branches = new Map<string, Branch>();
  #branch: Branch;
  /** Deeds of the branch that are done at this moment. */
  #done = 0;

  constructor(one: Case, tools: RunTools) {
    this.case = one;
    this.play = new ScenarioPlay({
      ...playOptionsOf(one, tools),
      live: () => this.#sinceStart(),
      sink: (record) => this.#branch.note(record),
    });
    this.#branch = new Branch('main', { turn: 0, now: 0, deeds: 0 });
    if (tools.settled === undefined) this.play.setUp();
    else tools.settled.settle(one, undefined, this.play, this.#branch.records);
    this.firstTurn = this.turn;
    this.#branch.lastTurn = this.turn;
    this.#branches.set('main', this.#branch);
    listenTo(this.play, () => this.#branch);
    this.#branch.checkpoints.add(this.turn, 0, this.play.save());
  }

  get turn(): number {
    return this.play.simulation.turn;
  }

  get now(): Instant {
    return this.play.simulation.now;
  }

  get zone(): string {
    return this.case.variant.site.zone;
  }

  get branch(): string {
    return this.#branch.name;
  }

  get branches(): readonly string[] {
    return [...this.#branches.keys()];
  }

  /** The furthest turn that this branch has been played to. */
  get lastTurn(): number {
    return this.#branch.lastTurn;
  }

  /** What was done up to now. */
  get deeds(): readonly Deed[] {
    return this.#branch.deeds.slice(0, this.#done);
  }

  /** Every record up to now, those before the scenario's start included. */
  get records(): readonly TraceRecord[] {
    const { records } = this.#branch;
    const { count } = this.play.simulation.trace;
    return records.length === count ? records : records.slice(0, count);
  }

  /** What was read and which rows were written, for explanations. */
  get looks(): readonly Touch[] {
    return this.#branch.looks;
  }

  get writes(): readonly Touch[] {
    return this.#branch.writes;
  }

  /** When the next turn is due; undefined when nothing waits. */
  get nextDue(): Instant | undefined {
    const ahead = this.#ahead();
    const due = this.play.simulation.queue.nextDue();
    return ahead === undefined ? due : Math.min(ahead.now, due ?? Infinity);
  }

  /** Takes one turn and returns what it recorded; undefined when nothing waits. */
  step(): readonly TraceRecord[] | undefined {
    const { simulation } = this.play;
    const before = simulation.trace.count;
    if (!this.#takeTurn()) return undefined;
    return this.#branch.records.slice(before, simulation.trace.count);
  }

  /** Lets the clock stand at an instant up to which every turn has been taken. */
  waitUntil(instant: Instant): void {
    this.play.simulation.now = Math.max(this.now, instant);
  }

  /** Goes to the end of any turn that has been played; what was done after it lies ahead and happens again. */
  goTo(turn: number): void {
    const wanted = Math.min(Math.max(turn, this.firstTurn), this.lastTurn);
    this.#place({ turn: wanted, now: this.timeOf(wanted), deeds: this.#deedsBefore(wanted) });
  }

  /** When a turn that has been played was taken. */
  timeOf(turn: number): Instant {
    const last = this.#branch.records[firstIndex(this.#branch.records, (record) => record.turn > turn) - 1];
    return turn <= this.firstTurn ? this.case.variant.site.start : (last?.time ?? this.now);
  }

  /** The last turn that was taken at or before an instant. */
  turnAt(instant: Instant): number {
    const { records } = this.#branch;
    return records[firstIndex(records, (record) => record.time > instant) - 1]?.turn ?? this.firstTurn;
  }

  /**
   * Does something now: one step of the scenario language. Where turns have been taken in this very millisecond, it is
   * ended first: what a person does comes at an instant of its own, so that a scenario file can say when.
   */
  act(text: string): Acted {
    const asked = readDeed(text, deedNames(this.play, this.case.variant), this.now);
    if (!asked.ok) return asked;
    this.#endInstant();
    const read = readDeed(text, deedNames(this.play, this.case.variant), this.now);
    if (!read.ok) return read;
    const { toolRuns, mismatches } = this.play;
    const [runsBefore, found] = [toolRuns.length, mismatches.length];
    const dropped = this.#branch.cutAfter(this.#position());
    const first = this.#stepsOf(this.#done).length;
    const deed = { turn: this.turn, now: this.now, steps: read.steps, text };
    this.#branch.deeds.push(deed);
    this.#do(deed);
    const last = read.steps.findLastIndex((step) => (step.timing.due ?? 0) <= deed.now);
    while (last >= 0 && this.play.deedWaits(first + last) && this.#takeTurn());
    const due = Math.max(deed.now, ...read.steps.map((step) => step.timing.due ?? 0));
    const unmet = this.play.mismatches.slice(found);
    return { ok: true, due, toolRuns: toolRuns.slice(runsBefore), mismatches: unmet, dropped };
  }

  /** Begins another branch here and goes on in it; what lies ahead stays with the one before. */
  fork(name: string): void {
    const before = this.#branch;
    before.position = this.#position();
    this.#branch = new Branch(name, before.position, before);
    this.#branches.set(name, this.#branch);
  }

  /** Goes on in another branch where it was left; false when there is none of this name. */
  switchTo(name: string): boolean {
    const branch = this.#branches.get(name);
    if (branch === undefined) return false;
    if (branch === this.#branch) return true;
    this.#branch.position = this.#position();
    this.#branch = branch;
    this.#restore(branch.position.turn);
    this.#place(branch.position);
    return true;
  }

  /** Plays everything up to now again before somebody who watches each turn; afterwards all is as it was. */
  replay(watcher: (play: ScenarioPlay) => (records: readonly TraceRecord[]) => void): void {
    const position = this.#position();
    this.#restore(this.firstTurn);
    const watch = watcher(this.play);
    while (this.turn < position.turn) watch(this.step() ?? []);
    this.#place(position);
    listenTo(this.play, () => this.#branch);
  }

  /** Frees the site databases. */
  close(): void {
    for (const database of this.play.world.databases.values()) database.close();
  }

  #position(): Position {
    return { turn: this.turn, now: this.now, deeds: this.#done };
  }

  #takeTurn(): boolean {
    for (let deed = this.#ahead(); deed !== undefined; deed = this.#ahead()) this.#do(deed);
    const before = this.turn;
    try {
      if (!this.play.takeTurn()) return false;
    } catch (error) {
      this.#restore(before);
      this.#place({ turn: before, now: this.timeOf(before), deeds: this.#deedsBefore(before) });
      throw new TurnFailed(before + 1, error);
    }
    if (this.turn > this.#branch.lastTurn) this.#branch.lastTurn = this.turn;
    const { checkpoints } = this.#branch;
    if (checkpoints.isDue(this.turn)) checkpoints.add(this.turn, this.#done, this.play.save());
    return true;
  }

  /** The deed that comes before the next turn, after one has gone back. */
  #ahead(): Deed | undefined {
    const next = this.#branch.deeds[this.#done];
    return next?.turn === this.turn ? next : undefined;
  }

  #do(deed: Deed): void {
    this.play.simulation.now = deed.now;
    this.play.act(deed.steps);
    this.#done++;
  }

  #endInstant(): void {
    if (this.turn === this.firstTurn || this.timeOf(this.turn) < this.now) return;
    while ((this.nextDue ?? Infinity) <= this.now && this.#takeTurn());
    this.play.simulation.now++;
  }

  #place(position: Position): void {
    const { turn, now, deeds } = position;
    const isBehind = turn < this.turn || deeds < this.#done || now < this.now;
    if (isBehind || this.#branch.checkpoints.before(turn).turn > this.turn) this.#restore(turn);
    while (this.turn < turn && this.#takeTurn());
    while (this.#done < deeds) this.#do(this.#branch.deeds[this.#done] as Deed);
    this.waitUntil(now);
  }

  #restore(turn: number): void {
    const checkpoint = this.#branch.checkpoints.before(turn);
    this.#done = checkpoint.deeds;
    this.play.restore(savedPlay(checkpoint), this.#stepsOf(this.#done));
  }

  #sinceStart(): readonly TraceRecord[] {
    const { records } = this;
    return records.slice(firstIndex(records, (record) => record.turn > this.firstTurn));
  }

  #stepsOf(deeds: number): Deed['steps'] {
    return this.#branch.deeds.slice(0, deeds).flatMap((deed) => deed.steps);
  }

  #deedsBefore(turn: number): number {
    return this.#branch.deeds.filter((deed) => deed.turn < turn).length;
  }
}
