import path from 'node:path';
import { cellOf, isNeedless, isUnexplained, measure, type Cell, type Place } from '../analysis/index.ts';
import type { Paint } from '../reporters/index.ts';
import { SettledSites } from '../runner/index.ts';
import type { Context } from './context.ts';
import { exitCodes, gravest } from './exit-codes.ts';
import { keepFaults } from './fault-files.ts';
import type { ComparisonOptions } from './options.ts';
import { writeWhole } from './output-file.ts';
import { paint } from './paint.ts';
import { progress, type Progress } from './progress.ts';
import { runTools } from './workshop.ts';

/** Measures one cell; undefined after Ctrl-C. */
export type Measure = (place: Place) => Promise<Cell | undefined>;

/** How cells are measured under some options. */
export async function measuring(context: Context, { seed }: ComparisonOptions): Promise<Measure> {
  const bench = {
    tools: { ...(await runTools()), settled: new SettledSites() },
    seed,
    interrupted: context.interrupted,
  };
  return async (place) => {
    const measurement = await measure(place, bench);
    if (measurement === undefined) return undefined;
    const cell = cellOf(place, measurement);
    await keepFaults(context, measurement.results);
    return cell;
  };
}

/** A bar on a terminal, and nothing elsewhere. */
export function terminalProgress(context: Context): Progress {
  return context.terminal ? progress(context) : { step: () => undefined, end: () => undefined };
}

/** Tells the outcome as asked; a table for the terminal where the report goes to a file. */
export async function tellComparison(
  context: Context,
  { out }: ComparisonOptions,
  report: (colours: Paint) => string,
  table: (colours: Paint) => string,
): Promise<void> {
  if (out === undefined) return context.write(report(paint(context.colours)));
  await writeWhole(path.resolve(context.workingFolder, out), report(paint(false)));
  return context.write(table(paint(context.colours)));
}

/** The exit code of some cells; a reason for a contradiction that is not there is a mismatch. */
export function exitCodeOfCells(cells: readonly Cell[]): number {
  return gravest(
    cells.map((cell) => {
      if (cell.says === 'fault') return exitCodes.fault;
      if (cell.says === 'limit') return exitCodes.limit;
      if (isUnexplained(cell)) return exitCodes.contradiction;
      return isNeedless(cell) ? exitCodes.mismatch : exitCodes.asExpected;
    }),
  );
}
