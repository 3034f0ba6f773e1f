import type { FilmReader } from '../film/film-reader.ts';
import { turnFacts } from './turn-facts.ts';

/** What one step of the page is: a turn, one that changes or tells something, a line of the outline or of the story. */
export type Stride = 'turns' | 'changes' | 'outline' | 'story';

/** The turns at which a page stops when it steps, ascending; the moment before the scenario's start comes first. */
export function stopsOf(reader: FilmReader, stride: Stride): readonly number[] {
  const { firstTurn } = reader.film.clock;
  return [...new Set([firstTurn, ...turnsOf(reader, stride)])]
    .filter((turn) => turn >= firstTurn)
    .toSorted((a, b) => a - b);
}

function turnsOf(reader: FilmReader, stride: Stride): readonly number[] {
  if (stride === 'turns') return reader.turns();
  if (stride === 'changes') return turnFacts(reader).flatMap(({ turn, eventful }) => (eventful ? turn : []));
  return reader.film.story[stride].map(({ turn }) => turn);
}

/** Where one step from a turn leads, forward or back; the turn itself at an end. */
export function stopBeside(stops: readonly number[], turn: number, direction: 1 | -1): number {
  const beside = direction > 0 ? stops.find((stop) => stop > turn) : stops.findLast((stop) => stop < turn);
  return beside ?? turn;
}
