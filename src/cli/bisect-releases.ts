import { bisect, rowsOf, type Bisection, type Row } from '../analysis/index.ts';
import { products } from '../catalogue/index.ts';
import type { LoadedScenario } from '../runner/index.ts';
import { bisectionReporters } from '../reporters/index.ts';
import { exitCodeOfCells, measuring, tellComparison, terminalProgress } from './compared-releases.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ComparisonOptions } from './options.ts';
import { loadChosen } from './selection.ts';
import { UsageError } from './surroundings.ts';

/** Searches the first release that cures the symptom of one scenario, for each row of its parameters. */
export async function bisectReleases(context: Context, file: string, options: ComparisonOptions): Promise<void> {
  const { scenarios } = await loadChosen(context, [file]);
  const [loaded] = scenarios;
  if (loaded === undefined || scenarios.length > 1) {
    throw new UsageError(`one scenario is needed, but ${file} holds ${scenarios.length}`);
  }
  const begun = context.clock();
  const bisections = await searches(context, curableRows(loaded), options);
  const report = { version: context.version, bisections, elapsed: context.clock() - begun };
  const { table } = bisectionReporters;
  const reporter = bisectionReporters[options.reporter];
  await tellComparison(
    context,
    options,
    (colours) => reporter(report, colours),
    (colours) => table(report, colours),
  );
  context.exitWith(exitCodeOfCells(bisections.flatMap(({ cells }) => cells)));
  if (bisections.some(({ interrupted }) => interrupted)) context.exitWith(exitCodes.interrupted);
}

async function searches(
  context: Context,
  rows: readonly Row[],
  options: ComparisonOptions,
): Promise<readonly Bisection[]> {
  const measured = await measuring(context, options);
  const bar = terminalProgress(context);
  const found: Bisection[] = [];
  for (const [index, row] of rows.entries()) {
    const watched: typeof measured = (place) => {
      bar.step(index, rows.length, place.run.name);
      return measured(place);
    };
    found.push(await bisect(row, watched));
  }
  bar.end();
  return found;
}

/** The rows that have a symptom and say what it would be like without. */
function curableRows(loaded: LoadedScenario): readonly Row[] {
  const rows = rowsOf(loaded, products);
  if (!rows.some(({ places }) => places[0]?.telling.kind === 'symptom')) {
    throw new UsageError(`${loaded.scenario.file} tells no symptom that a release could cure`);
  }
  const curable = rows.filter(({ places }) => places[0]?.telling.cure !== undefined);
  if (curable.length > 0) return curable;
  const needed = 'a variant "corrected" or "without cause"';
  throw new UsageError(`${loaded.scenario.file} does not say what a cure looks like; it needs ${needed}`);
}
