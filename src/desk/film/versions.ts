/** One thing's versions over the turns of a run: what it was after each turn that changed it; null: it was gone. */
export class Versions<Fact> {
  readonly #turns: number[] = [];
  readonly #facts: (Fact | null)[] = [];

  /** Adds what a turn made of it; turns come in ascending order, and the last change within a turn counts. */
  add(turn: number, fact: Fact | null): void {
    if (this.#turns.at(-1) === turn) this.#facts[this.#facts.length - 1] = fact;
    else {
      this.#turns.push(turn);
      this.#facts.push(fact);
    }
  }

  /** The number of the version that holds after a turn; -1 before there was any. */
  indexAt(turn: number): number {
    return lastAtOrBefore(this.#turns, turn);
  }

  /** A version by its number; null where it is gone, or was not yet there. */
  version(index: number): Fact | null {
    return this.#facts[index] ?? null;
  }

  at(turn: number): Fact | null {
    return this.version(this.indexAt(turn));
  }
}

/** Index of the last number of an ascending row that is not greater; -1 where all are. */
export function lastAtOrBefore(ascending: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
