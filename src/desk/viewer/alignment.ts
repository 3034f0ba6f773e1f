import type { FilmPage } from '../film/film.ts';

/** The turn of the other film that answers to a turn of this one, or to the nearest turn before it that has one. */
export function pairedTurn(alignment: FilmPage['alignment'], film: 0 | 1, turn: number): number | undefined {
  const pair = alignment.findLast((turns) => turns[film] <= turn);
  return pair?.[film === 0 ? 1 : 0];
}
