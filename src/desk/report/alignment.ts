import type { TraceRecord } from '../../kernel/index.ts';
import type { FilmPage } from '../film/film.ts';
import type { FilmReader } from '../film/film-reader.ts';

/** A turn as another run can have it too. */
interface Turn {
  readonly turn: number;
  readonly time: number;
  /** The turn that led to it; undefined where that is before the scenario's start, or where nothing did. */
  readonly cause: number | undefined;
  /** Who receives what from whom. */
  readonly key: string;
}

type Pair = readonly [turn: number, other: number];

/**
 * Which turn of one run answers to which of the other: the same process takes the same message, and so did the turns
 * that led to them, back to the scenario's start. Turns whose causes differ answer to each other where they happen at
 * the same instant. A pair that would cross others is left out.
 */
export function alignmentOf(first: FilmReader, second: FilmReader): FilmPage['alignment'] {
  const [turns, others] = [turnsOf(first), turnsOf(second)];
  const paired = pairsByCause(turns, others);
  const taken = [new Set(paired.map(([turn]) => turn)), new Set(paired.map(([, other]) => other))] as const;
  const rest = pairsOfEqual(
    turns.filter(({ turn }) => !taken[0].has(turn)).map((turn) => [turn.turn, `${turn.time} ${turn.key}`]),
    others.filter(({ turn }) => !taken[1].has(turn)).map((turn) => [turn.turn, `${turn.time} ${turn.key}`]),
  );
  return withoutCrossings([...paired, ...rest]);
}

function turnsOf(reader: FilmReader): readonly Turn[] {
  return reader.turns().map((turn) => {
    const { time, key, cause } = described(reader.recordsOfTurn(turn)[0]);
    return { turn, time, key, cause: cause === undefined ? undefined : reader.record(cause)?.turn };
  });
}

function described(record: TraceRecord | undefined): { time: number; key: string; cause: number | undefined } {
  const { time = 0, process = '', kind = '', subject = '', detail = '', cause } = record ?? {};
  return { time, key: [process, kind, subject, detail].join('\n'), cause };
}

/** Equal ways from the start make equal names; of several equal consequences of one turn the n-th answer each other. */
function pairsByCause(turns: readonly Turn[], others: readonly Turn[]): readonly Pair[] {
  const names = new Map<string, number>();
  return pairsOfEqual(named(turns, names), named(others, names));
}

function named(turns: readonly Turn[], names: Map<string, number>): readonly (readonly [number, number])[] {
  const byTurn = new Map<number, number>();
  const seen = new Map<string, number>();
  return turns.map(({ turn, cause, key }) => {
    const way = `${cause === undefined ? 'start' : byTurn.get(cause)}\n${key}`;
    const place = (seen.get(way) ?? 0) + 1;
    seen.set(way, place);
    const name = numberOf(names, `${way}\n${place}`);
    byTurn.set(turn, name);
    return [turn, name];
  });
}

function numberOf(names: Map<string, number>, name: string): number {
  const number = names.get(name) ?? names.size;
  names.set(name, number);
  return number;
}

/** Turns of the same name, the n-th of one run with the n-th of the other. */
function pairsOfEqual<Name>(
  turns: readonly (readonly [turn: number, name: Name])[],
  others: readonly (readonly [turn: number, name: Name])[],
): readonly Pair[] {
  const waiting = new Map<Name, number[]>();
  for (const [turn, name] of others.toReversed()) {
    const known = waiting.get(name);
    if (known === undefined) waiting.set(name, [turn]);
    else known.push(turn);
  }
  return turns.flatMap(([turn, name]) => {
    const other = waiting.get(name)?.pop();
    return other === undefined ? [] : [[turn, other] as const];
  });
}

/** The most pairs that ascend in both runs: a longest ascending row, found by binary search. */
function withoutCrossings(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = pairs.toSorted(([a], [b]) => a - b);
  const before: (number | undefined)[] = [];
  const ends: number[] = [];
  const otherOf = (index: number): number => (sorted[index] as Pair)[1];
  for (const index of sorted.keys()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (otherOf(ends[middle] as number) < otherOf(index)) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept: Pair[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.push(sorted[at] as Pair);
  return kept.toReversed();
}
