import { sayings, type Bisection, type Cell, type Row, type Saying } from '../../analysis/index.ts';
import type { CaseResult } from '../../runner/index.ts';

/** A row with its cells in the order of its places; fewer after an interruption. */
export interface MeasuredRow {
  readonly row: Row;
  readonly cells: readonly Cell[];
}

/** What the reporters of `smsim matrix` turn into text. */
export interface MatrixReport {
  /** Of smsim. */
  readonly version: string;
  readonly rows: readonly MeasuredRow[];
  /** Real time in milliseconds; only the table shows it. */
  readonly elapsed: number;
  /** Cells that Ctrl-C kept from being measured. */
  readonly notRun: number;
}

/** What the reporters of `smsim bisect` turn into text. */
export interface BisectionReport {
  readonly version: string;
  readonly bisections: readonly Bisection[];
  readonly elapsed: number;
}

/** Figures over many cells; all of them the same on every machine. */
export interface CellTally {
  readonly runs: number;
  readonly turns: number;
  readonly cells: Readonly<Record<Saying, number>>;
}

/** Counts cells by what they say, and the runs it took. */
export function cellTally(cells: readonly Cell[]): CellTally {
  const results = cells.flatMap(({ measurement }) => measurement.results);
  const counts = sayings.map((saying) => [saying, cells.filter(({ says }) => says === saying).length] as const);
  return {
    runs: results.length,
    turns: results.reduce((sum, { turns }) => sum + turns, 0),
    cells: Object.fromEntries(counts) as Record<Saying, number>,
  };
}

/** A cell as programs read it. */
export function plainCell(cell: Cell): unknown {
  const { place, measured, says, reason, measurement } = cell;
  const { run, claim, telling } = place;
  return {
    release: run.name,
    ...{ site: run.roles.site, clients: run.roles.clients, installs: telling.told.installs ?? null },
    cell: says,
    ...{ measured, claim },
    reason: reason ?? null,
    refusal: measurement.refusal ?? null,
    parameters: place.meant ? telling.told.parameters : null,
    unmet: { told: places(measurement.told), cure: places(measurement.cure) },
    runs: measurement.results.map(plainRun),
  };
}

function places(mismatches: Cell['measurement']['told']): unknown {
  return mismatches?.map(({ expectation, actual, line, column }) => ({ expectation, actual, line, column })) ?? null;
}

function plainRun({ variant, seed, turns, head }: CaseResult): unknown {
  return { variant, seed, turns, head };
}

/** `3 runs, 120 turns in 0.5 s`. */
export function effort({ runs, turns }: CellTally, elapsed: number): string {
  return `${counted(runs, 'run')}, ${counted(turns, 'turn')} in ${(elapsed / 1000).toFixed(1)} s`;
}

/** `1 run`, `2 runs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
