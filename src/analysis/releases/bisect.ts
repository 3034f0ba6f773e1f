import type { Cell } from './cell.ts';
import type { Place, Row } from './rows.ts';

/** The search for the first release that cures a symptom. */
export interface Bisection {
  readonly row: Row;
  /** Releases among which was searched, in the order they were shipped. */
  readonly searched: readonly Place[];
  /** Releases before them, in which the article says the feature is absent. */
  readonly absent: readonly Place[];
  /** What was measured, in the order of the releases; the last without a cure and the first with one are among it. */
  readonly cells: readonly Cell[];
  /** The first release that cures; undefined where none does, or where the search was interrupted. */
  readonly first: Place | undefined;
  readonly interrupted: boolean;
}

/**
 * Halves the releases until one that does not cure stands beside one that does. Between two measured releases it is
 * assumed that a release which cures is followed by releases that cure only. `undefined` of a measurement: interrupted.
 */
export async function bisect(row: Row, measured: (place: Place) => Promise<Cell | undefined>): Promise<Bisection> {
  const { absent, searched } = searchedIn(row);
  const cells = new Map<number, Cell>();
  let before = -1;
  let cured = searched.length;
  let interrupted = false;
  while (cured - before > 1 && !interrupted) {
    const middle = Math.floor((before + cured) / 2);
    const cell = await measured(searched[middle] as Place);
    if (cell !== undefined) cells.set(middle, cell);
    if (cell === undefined) interrupted = true;
    else if (cell.measured === 'cure') cured = middle;
    else before = middle;
  }
  const inOrder = [...cells].toSorted(([a], [b]) => a - b).map(([, cell]) => cell);
  return { row, searched, absent, cells: inOrder, first: interrupted ? undefined : searched[cured], interrupted };
}

/** Where clients have a release of their own, they keep that of the symptom. */
function searchedIn({ places, mixed }: Row): Pick<Bisection, 'absent' | 'searched'> {
  const line = places.filter(({ telling: { told }, run: { roles } }) => {
    const kept = told.roles.includes('clients') ? told.runs[0]?.roles.clients : roles.site;
    return !mixed || roles.clients === kept;
  });
  const begin = line.findIndex(({ claim }) => claim !== 'feature absent');
  const from = begin < 0 ? line.length : begin;
  return { absent: line.slice(0, from), searched: line.slice(from) };
}
