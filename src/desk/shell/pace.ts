import { Running, type Session } from '../session/index.ts';

/** A real clock and a real timer, which tests replace. */
export interface RealTime {
  /** Milliseconds that only go forward. */
  now(): number;
  /** Calls back again and again; returns how to stop that. */
  every(milliseconds: number, call: () => void): () => void;
}

/** Milliseconds between two moments at which a session catches up. */
const beat = 100;

/** Turns in one go, so that a session that cannot keep up still answers. */
const slice = 2000;

/** Ties the time of a session to the clock on the wall: so many virtual seconds in one second. */
export class Pace {
  readonly #session: Session;
  readonly #factor: number;
  readonly #time: RealTime;
  readonly #passed: (before: number) => void;
  #last: number;
  #stop: () => void;

  /** `passed` hears of each beat in which turns were taken, with the turn before it. */
  constructor(session: Session, factor: number, time: RealTime, passed: (before: number) => void) {
    this.#session = session;
    this.#factor = factor;
    this.#time = time;
    this.#passed = passed;
    this.#last = time.now();
    this.#stop = time.every(beat, () => this.#beat());
  }

  /** Lets virtual time stand, so that somebody can look and do things. */
  rest(): void {
    this.#stop();
    this.#stop = () => undefined;
  }

  /** Goes on from now; the time of the rest is not made up for. */
  goOn(): void {
    this.rest();
    this.#last = this.#time.now();
    this.#stop = this.#time.every(beat, () => this.#beat());
  }

  #beat(): void {
    const now = this.#time.now();
    const until = this.#session.now + Math.round((now - this.#last) * this.#factor);
    this.#last = now;
    const before = this.#session.turn;
    new Running(this.#session, { kind: 'instant', until }).goOn(slice);
    if (this.#session.turn > before) this.#passed(before);
  }
}
