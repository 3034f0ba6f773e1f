import type { FilmReader } from '../film/film-reader.ts';

/** What the diagram and the steps of the page have to know of every turn. */
export interface TurnFacts {
  readonly turn: number;
  readonly time: number;
  /** Index of the computer on which it happens; -1 for the scenario's own. */
  readonly lane: number;
  /** Whether it does more than look about and find nothing. */
  readonly eventful: boolean;
}

const known = new WeakMap<FilmReader, readonly TurnFacts[]>();

/** The turns of a film's scenario; they do not change, and reading them all once is work enough. */
export function turnFacts(reader: FilmReader): readonly TurnFacts[] {
  const facts = known.get(reader) ?? factsOf(reader);
  known.set(reader, facts);
  return facts;
}

function factsOf(reader: FilmReader): readonly TurnFacts[] {
  const { computers, clock } = reader.film;
  const lanes = new Map(computers.map(({ name }, index) => [name, index]));
  const laneOf = (process: string): number => {
    const end = process.indexOf('/');
    return lanes.get(end < 0 ? process : process.slice(0, end)) ?? -1;
  };
  return reader.turns().flatMap((turn) => {
    if (turn <= clock.firstTurn) return [];
    const records = reader.recordsOfTurn(turn);
    const lane = records.find(({ process }) => laneOf(process) >= 0);
    return {
      ...{ turn, time: records[0]?.time ?? clock.start },
      ...{ lane: lane === undefined ? -1 : laneOf(lane.process), eventful: records.some(isEventful) },
    };
  });
}

const silentKinds: ReadonlySet<string> = new Set(['delivery', 'transition', 'answer', 'ignored', 'traffic']);

function isEventful({ kind, detail }: { readonly kind: string; readonly detail: string }): boolean {
  return !silentKinds.has(kind) && !(kind === 'file' && /^(?:opened|closed)/.test(detail));
}
