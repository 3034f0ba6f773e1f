import type { Instant } from '../kernel/index.ts';
import type { Simulation } from '../simulation/index.ts';
import type { FilePlace } from './scenario.ts';

/** A step that could not be done or an expectation that is not met. */
export interface Mismatch extends FilePlace {
  /** The step or expectation as the scenario words it. */
  readonly expectation: string;
  readonly actual: string;
  readonly message: string;
  readonly turn: number;
  readonly time: Instant;
}

/** A mismatch with the number of its expectation; -1 for a step. */
export interface Found {
  readonly expectation: number;
  readonly mismatch: Mismatch;
}

/** What a step or expectation is called and where it stands in its file. */
export interface Blamed {
  readonly label: string;
  readonly place: FilePlace;
}

/** Whatever was not as the scenario says, in the order in which it was found. */
export class FoundMismatches {
  /** Plain data, for checkpoints. */
  state: readonly Found[] = [];
  readonly #simulation: Pick<Simulation, 'turn' | 'now'>;

  constructor(simulation: Pick<Simulation, 'turn' | 'now'>) {
    this.#simulation = simulation;
  }

  get all(): readonly Mismatch[] {
    return this.state.map((found) => found.mismatch);
  }

  /** Those of one expectation, by its number; of the steps by -1. */
  of(expectation: number): readonly Mismatch[] {
    return this.state.filter((found) => found.expectation === expectation).map((found) => found.mismatch);
  }

  /** An expectation is not met now; one that stands in a step goes with the steps. */
  unmet(expectation: number, { label, place }: Blamed, actual: string): void {
    this.#add(expectation, { ...place, expectation: label, actual, message: `not met: ${actual}` });
  }

  /** A step could not be done. */
  undone({ label, place }: Blamed, reason: string): void {
    const message = `the step could not be done: ${reason}`;
    this.#add(-1, { ...place, expectation: label, actual: reason, message });
  }

  #add(expectation: number, told: Omit<Mismatch, 'turn' | 'time'>): void {
    const { turn, now: time } = this.#simulation;
    this.state = [...this.state, { expectation, mismatch: { ...told, turn, time } }];
  }
}
