import type { ArrowAt, FilmReader } from '../../film/film-reader.ts';
import { groupedBy } from '../grouping.ts';
import { turnFacts, type TurnFacts } from '../turn-facts.ts';

/** A turn at its height in the diagram. */
export interface Row {
  readonly turn: number;
  readonly time: number;
  readonly y: number;
  /** Index of the lane on which it happens; -1 for the scenario's own. */
  readonly lane: number;
}

/** A span in which nothing happens, folded to a strip. */
export interface Fold {
  readonly y: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  /** Turns in it that only look about. */
  readonly turns: number;
  /** The last turn before it. */
  readonly after: number;
}

/** An arrow between two lanes, at its heights. */
export interface ArrowLine {
  readonly arrow: ArrowAt;
  readonly fromY: number;
  readonly toY: number;
}

export interface TimeLayout {
  readonly rows: readonly Row[];
  readonly folds: readonly Fold[];
  readonly arrows: readonly ArrowLine[];
  readonly height: number;
}

/** A longer silence than this is folded. */
const foldedFrom = 10 * 60_000;
/** A turn that finds nothing to do is shown where it comes so soon after one that did something. */
const nearby = 500;
const foldHeight = 34;
const margin = 18;

/**
 * Puts every turn at a height: turns keep their order, a pause of seconds or minutes takes more room the longer it is
 * (by its logarithm), and a long silence becomes a strip of one height, with the turns in it that only look about.
 * Several arrows of one turn stand below each other.
 */
export function layoutOf(reader: FilmReader, rowHeight: number, lastTurn: number): TimeLayout {
  const arrowsOf = groupedBy(reader.arrows(), ({ turn }) => turn);
  const { firstTurn, start } = reader.film.clock;
  const rows: Row[] = [{ turn: firstTurn, time: start, y: margin, lane: -1 }];
  const folds: Fold[] = [];
  let y = margin;
  let before = start;
  for (const { turn, time, lane, silent } of shownTurns(reader, lastTurn)) {
    const gap = time - before;
    if (gap >= foldedFrom) {
      const height = foldHeight * Math.min(1, rowHeight / 16);
      folds.push({
        y: y + rowHeight / 2,
        height,
        from: before,
        to: time,
        turns: silent,
        after: rows.at(-1)?.turn ?? firstTurn,
      });
      y += height + rowHeight;
    } else y += rowHeight * (1 + 0.6 * Math.log10(1 + gap / 1000));
    rows.push({ turn, time, y, lane });
    y += rowHeight * (Math.min(8, Math.max(1, arrowsOf.get(turn)?.length ?? 1)) - 1);
    before = time;
  }
  return { rows, folds, arrows: arrowLines(rows, arrowsOf, rowHeight), height: y + margin };
}

interface ShownTurn extends TurnFacts {
  /** Turns before it that only look about and are folded away. */
  readonly silent: number;
}

/** Turns with a row of their own: those that do something, and those that stand close to one that does. */
function shownTurns(reader: FilmReader, lastTurn: number): readonly ShownTurn[] {
  const turns = turnFacts(reader).filter(({ turn }) => turn <= lastTurn);
  const shown: ShownTurn[] = [];
  let [lastEvent, silent] = [reader.film.clock.start, 0];
  for (const facts of turns) {
    if (facts.eventful) lastEvent = facts.time;
    if (facts.eventful || facts.time - lastEvent < nearby || facts === turns.at(-1)) {
      shown.push({ ...facts, silent });
      silent = 0;
    } else silent++;
  }
  return shown;
}

function arrowLines(
  rows: readonly Row[],
  arrowsOf: ReadonlyMap<number, readonly ArrowAt[]>,
  rowHeight: number,
): readonly ArrowLine[] {
  return rows.flatMap((row, index) =>
    (arrowsOf.get(row.turn) ?? []).map((arrow, slot) => {
      const toY = row.y + Math.min(slot, 7) * rowHeight;
      const sentAt = arrow.sent < row.time ? rows[rowBefore(rows, index, arrow.sent)] : undefined;
      return { arrow, fromY: sentAt?.y ?? toY, toY };
    }),
  );
}

/** Index of the last row before another one that was not later than an instant. */
function rowBefore(rows: readonly Row[], index: number, time: number): number {
  let at = index;
  while (at > 0 && (rows[at]?.time ?? 0) > time) at--;
  return at;
}

/** Index of the row nearest to a height. */
export function rowAt(rows: readonly Row[], y: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [here, next] = [rows[middle] as Row, rows[middle + 1] as Row];
    if (y < (here.y + next.y) / 2) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The height of a turn; one that has no row of its own is in the strip behind the last row before it. */
export function heightOf({ rows, folds }: TimeLayout, turn: number): number {
  const row = rows.findLast((one) => one.turn <= turn);
  if (row === undefined) return 0;
  const fold = row.turn === turn ? undefined : folds.find(({ after }) => after === row.turn);
  return fold === undefined ? row.y : fold.y + fold.height / 2;
}
