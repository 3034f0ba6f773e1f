import type { Instant, TraceRecord } from '../kernel/index.ts';
import { isEvent } from './events.ts';
import type { MarkedMoment } from './exam.ts';
import type { Play } from './play.ts';
import { instantOfMoment, type Calendar } from './times.ts';

/** Where in a run something was; plain data, for checkpoints. */
export interface Sighting {
  readonly turn: number;
  /** The record that was it; for a time the last record before it. */
  readonly record: number;
  readonly time: Instant;
}

/** Waits for the moment that a scenario marks; changes nothing in the run. */
export class MomentWatch {
  /** Undefined until the moment has come. */
  seen: Sighting | undefined;
  readonly #moment: MarkedMoment;
  readonly #play: Play;
  readonly #instant: Instant | undefined;

  constructor(moment: MarkedMoment, play: Play, calendar: Calendar) {
    this.#moment = moment;
    this.#play = play;
    this.#instant = 'at' in moment ? instantOfMoment(moment.at, calendar) : undefined;
  }

  /** Time is about to go on to `next`: a time before that has come, with the world as it is. */
  timePasses(next: Instant): void {
    if (this.seen !== undefined || this.#instant === undefined || this.#instant >= next) return;
    const { turn, trace } = this.#play.simulation;
    this.seen = { turn, record: trace.count, time: this.#instant };
  }

  /** A turn has been taken and has written these records. */
  turnTaken(records: readonly TraceRecord[]): void {
    if (this.seen !== undefined || !('when' in this.#moment)) return;
    const { when } = this.#moment;
    const found = records.find((record) => isEvent(when, record, this.#play.world));
    if (found !== undefined) this.seen = sightingOf(found);
  }
}

/** A record as a place in the run. */
export function sightingOf({ turn, record, time }: TraceRecord): Sighting {
  return { turn, record, time };
}
