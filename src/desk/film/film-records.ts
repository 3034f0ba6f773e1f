import type { Links } from '../../analysis/history.ts';
import { traceKinds, type TraceRecord } from '../../kernel/index.ts';
import type { Film } from './film.ts';
import { lastAtOrBefore } from './versions.ts';

/** The records of a film, unpacked; each is made when it is first asked for, and is the same object ever after. */
export class FilmRecords {
  readonly first: number;
  readonly count: number;
  /** Every turn that has records, ascending. */
  readonly turns: readonly number[];
  readonly #film: Film;
  readonly #turnOf: Int32Array;
  readonly #timeOf: Float64Array;
  readonly #made: (TraceRecord | undefined)[];
  readonly #reads = new Map<number, number[]>();

  constructor(film: Film) {
    const { first, turn, time } = film.records;
    this.#film = film;
    this.first = first;
    this.count = turn.length;
    this.#turnOf = summed(turn, new Int32Array(turn.length));
    this.#timeOf = summed(time, new Float64Array(time.length));
    this.turns = [...new Set(this.#turnOf)];
    this.#made = Array.from({ length: this.count });
    for (const [record, earlier] of film.links) {
      const known = this.#reads.get(record);
      if (known === undefined) this.#reads.set(record, [earlier]);
      else known.push(earlier);
    }
  }

  /** A record by its number; undefined where the film does not hold it. */
  record(number: number): TraceRecord | undefined {
    const index = number - this.first;
    if (index < 0 || index >= this.count) return undefined;
    return (this.#made[index] ??= this.#unpacked(number, index));
  }

  all(): readonly TraceRecord[] {
    return Array.from({ length: this.count }, (_, index) => this.record(this.first + index) as TraceRecord);
  }

  ofTurn(turn: number): readonly TraceRecord[] {
    const from = lastAtOrBefore(this.#turnOf, turn - 1) + 1;
    const to = lastAtOrBefore(this.#turnOf, turn);
    return Array.from({ length: to - from + 1 }, (_, n) => this.record(this.first + from + n) as TraceRecord);
  }

  /** The last turn that was taken up to an instant; undefined before the first. */
  turnAt(time: number): number | undefined {
    return this.#turnOf[lastAtOrBefore(this.#timeOf, time)];
  }

  /** What led to a record directly: its cause, and what was read there. */
  readonly links: Links = (record) => {
    const earlier = [...(record.cause === 0 ? [] : [record.cause]), ...(this.#reads.get(record.record) ?? [])];
    return earlier.flatMap((number) => this.record(number) ?? []);
  };

  #unpacked(number: number, index: number): TraceRecord {
    const { strings, records } = this.#film;
    const text = (column: readonly number[]): string => strings[column[index] ?? 0] ?? '';
    const back = records.cause[index] ?? 0;
    return {
      record: number,
      turn: this.#turnOf[index] ?? 0,
      cause: back === 0 ? 0 : number - back,
      time: this.#timeOf[index] ?? 0,
      process: text(records.process),
      kind: traceKinds[records.kind[index] ?? 0] ?? 'note',
      subject: text(records.subject),
      detail: text(records.detail),
    };
  }
}

function summed<Numbers extends Int32Array | Float64Array>(differences: readonly number[], into: Numbers): Numbers {
  let sum = 0;
  for (let index = 0; index < differences.length; index++) into[index] = sum += differences[index] ?? 0;
  return into;
}
