import type { FilmPage } from '../film/film.ts';
import type { FilmReader } from '../film/film-reader.ts';
import { headline } from './headline.ts';

/** One line of two runs side by side: turns that answer to each other, or one that only one run has. */
export interface PairedLine {
  readonly turns: readonly [number | null, number | null];
  /** Both did the same, in the same words. */
  readonly same: boolean;
}

/** All turns of two runs in one order: pairs where the alignment has them, singles between them. */
export function pairedLines(readers: readonly FilmReader[], alignment: FilmPage['alignment']): readonly PairedLine[] {
  const [first, second] = readers;
  if (first === undefined || second === undefined) return [];
  const waiting: readonly [number[], number[]] = [[...first.turns()], [...second.turns()]];
  const lines: PairedLine[] = [];
  const singles = (film: 0 | 1, before: number): void => {
    while ((waiting[film][0] ?? Infinity) < before) {
      const turn = waiting[film].shift() ?? null;
      lines.push({ turns: film === 0 ? [turn, null] : [null, turn], same: false });
    }
  };
  for (const [one, other] of alignment) {
    singles(0, one);
    singles(1, other);
    waiting[0].shift();
    waiting[1].shift();
    lines.push({ turns: [one, other], same: headline(first, one) === headline(second, other) });
  }
  singles(0, Infinity);
  singles(1, Infinity);
  return lines;
}
