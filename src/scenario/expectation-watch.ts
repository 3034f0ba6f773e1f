import { isoTime, type Instant, type TraceKind, type TraceRecord } from '../kernel/index.ts';
import { toLocal } from '../world/index.ts';
import { changesWith, lookAt, type ComputeValues } from './conditions.ts';
import { isEvent } from './events.ts';
import type { Play } from './play.ts';
import type { Expectation } from './scenario.ts';
import { instantOfMoment, type Calendar } from './times.ts';
import type { Finding } from './verb.ts';

/** What an expectation remembers between turns; plain data, for checkpoints. */
export interface WatchState {
  /** `waiting` before its time, `open` while it counts, `decided` when there is no more to find. */
  readonly status: 'waiting' | 'open' | 'decided';
  /** For `within`: when the events seen so far have to be followed. */
  readonly deadlines: readonly Instant[];
  readonly eventSeen: boolean;
}

/** Tells of an expectation that is not met. */
export type Complain = (expectation: Expectation, actual: string) => void;

/**
 * Looks after one expectation while its scenario is played. It looks at the beginning of its time, after each turn
 * that wrote a record which can change the finding, and at the end of its time; it changes nothing in the run.
 */
export class ExpectationWatch {
  readonly expectation: Expectation;
  state: WatchState = { status: 'waiting', deadlines: [], eventSeen: false };
  readonly #play: Play;
  readonly #compute: ComputeValues;
  readonly #complain: Complain;
  readonly #kinds: ReadonlySet<TraceKind> | undefined;
  readonly #zone: string;
  readonly #from: Instant;
  readonly #to: Instant;

  constructor(expectation: Expectation, play: Play, calendar: Calendar, compute: ComputeValues, complain: Complain) {
    this.expectation = expectation;
    this.#play = play;
    this.#compute = compute;
    this.#complain = complain;
    this.#zone = calendar.zone;
    this.#kinds = changesWith(expectation.condition);
    const { hold } = expectation;
    const from = hold.kind === 'at' ? hold.moment : 'from' in hold ? hold.from : undefined;
    const to = hold.kind === 'at' || hold.kind === 'by' ? hold.moment : 'until' in hold ? hold.until : undefined;
    this.#from = from === undefined ? calendar.start : instantOfMoment(from, calendar);
    this.#to = to === undefined ? Infinity : instantOfMoment(to, calendar);
  }

  /** Time is about to go on to `next`: whatever has to be decided before is decided with the world as it is. */
  timePasses(next: Instant): void {
    if (this.state.status === 'waiting' && this.#from < next) this.#begin();
    if (this.state.status !== 'open') return;
    const missed = this.state.deadlines.find((deadline) => deadline < next);
    if (missed !== undefined) this.#fail(`${this.#look().actual} at ${isoTime(toLocal(this.#zone, missed))}`);
    else if (this.#to < next) this.#close();
  }

  /** A turn has been taken and has written these records. */
  turnTaken(records: readonly TraceRecord[]): void {
    const { hold } = this.expectation;
    if (this.state.status === 'waiting' && this.#from <= this.#play.simulation.now && hold.kind !== 'at') this.#begin();
    if (this.state.status !== 'open') return;
    if (hold.kind === 'within') this.#noteEvents(records, hold);
    const kinds = this.#kinds;
    if (kinds !== undefined && !records.some((record) => kinds.has(record.kind))) return;
    this.#inspect();
  }

  /** The run is over. */
  runEnds(): void {
    if (this.state.status === 'decided') return;
    const { hold } = this.expectation;
    const now = this.#play.simulation.now;
    if (hold.kind === 'at' && this.#to > now) return this.#fail('the run ended before');
    if (this.state.status === 'waiting' && this.#from > now) return this.#fail('the run ended before');
    if (this.state.status === 'waiting') this.#begin();
    if (this.state.status === 'open') this.#close();
  }

  #begin(): void {
    this.state = { ...this.state, status: 'open' };
    if (this.expectation.hold.kind !== 'within') this.#inspect();
  }

  /** Looks, where a look can decide something before the end. */
  #inspect(): void {
    const { kind } = this.expectation.hold;
    if (kind === 'at the end' || kind === 'at') return;
    if (kind === 'within' && this.state.deadlines.length === 0) return;
    const finding = this.#look();
    if (kind === 'within' && finding.met) this.state = { ...this.state, deadlines: [] };
    if (kind === 'by' && finding.met) this.#decide();
    if (kind === 'always' && !finding.met) this.#fail(finding.actual);
    if (kind === 'never' && finding.met) this.#fail(finding.actual);
  }

  /** The end of its time, or of the run. */
  #close(): void {
    const { kind } = this.expectation.hold;
    if (kind === 'within' && !this.state.eventSeen) return this.#fail('its event never happened');
    if (kind === 'within' && this.state.deadlines.length === 0) return this.#decide();
    const finding = this.#look();
    if (finding.met === (kind === 'never')) return this.#fail(finding.actual);
    return this.#decide();
  }

  #noteEvents(records: readonly TraceRecord[], hold: Expectation['hold'] & { readonly kind: 'within' }): void {
    const events = records.filter((record) => isEvent(hold.of, record, this.#play.world));
    if (events.length === 0) return;
    const deadlines = [...this.state.deadlines, ...events.map((record) => record.time + hold.duration)];
    this.state = { ...this.state, deadlines, eventSeen: true };
    this.#inspect();
  }

  #look(): Finding {
    return lookAt(this.expectation.condition, this.#play, this.#compute);
  }

  #decide(): void {
    this.state = { ...this.state, status: 'decided' };
  }

  #fail(actual: string): void {
    this.#decide();
    this.#complain(this.expectation, actual);
  }
}
