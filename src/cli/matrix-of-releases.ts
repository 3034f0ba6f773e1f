import { rowsOf, type Cell, type Row } from '../analysis/index.ts';
import { products } from '../catalogue/index.ts';
import { matrixReporters, type MatrixReport, type MeasuredRow } from '../reporters/index.ts';
import { exitCodeOfCells, measuring, tellComparison, terminalProgress, type Measure } from './compared-releases.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ComparisonOptions } from './options.ts';
import { loadChosen } from './selection.ts';
import { UsageError } from './surroundings.ts';

/** Plays scenarios on every release, tells each cell beside the article's claim and sets the exit code. */
export async function matrixOfReleases(
  context: Context,
  paths: readonly string[],
  options: ComparisonOptions,
): Promise<void> {
  const { scenarios } = await loadChosen(context, paths);
  const rows = scenarios.flatMap((scenario) => rowsOf(scenario, products));
  if (rows.length === 0) throw new UsageError('nothing to compare: no scenario tells a symptom or a procedure');
  const report = await measuredReport(context, rows, await measuring(context, options));
  const { table } = matrixReporters;
  const reporter = matrixReporters[options.reporter];
  await tellComparison(
    context,
    options,
    (colours) => reporter(report, colours),
    (colours) => table(report, colours),
  );
  context.exitWith(exitCodeOfCells(report.rows.flatMap(({ cells }) => cells)));
  if (report.notRun > 0) context.exitWith(exitCodes.interrupted);
}

async function measuredReport(context: Context, rows: readonly Row[], measured: Measure): Promise<MatrixReport> {
  const bar = terminalProgress(context);
  const begun = context.clock();
  const total = rows.reduce((sum, { places }) => sum + places.length, 0);
  const told: MeasuredRow[] = [];
  let done = 0;
  for (const row of rows) {
    const cells: Cell[] = [];
    for (const place of row.places) {
      const cell = await measured(place);
      if (cell === undefined) break;
      cells.push(cell);
      bar.step(++done, total, `${place.loaded.scenario.title}, ${place.run.name}`);
    }
    told.push({ row, cells });
  }
  bar.end();
  return { version: context.version, rows: told, elapsed: context.clock() - begun, notRun: total - done };
}
