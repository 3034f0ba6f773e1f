import { readFileSync } from 'node:fs';
import path from 'node:path';
import { products } from '../../src/catalogue/index.ts';
import { bookmarksIn, questionsIn } from '../../src/desk/exam/index.ts';
import type { Film } from '../../src/desk/film/film.ts';
import { FilmedRun } from '../../src/desk/film/filmed-run.ts';
import { builtLayouts } from '../../src/desk/layouts/built-layouts.ts';
import { layoutsOf, readLayouts } from '../../src/desk/layouts/layout-book.ts';
import { casesOf, type Case } from '../../src/runner/index.ts';
import { projectFolder, shippedScenarios } from '../library/shipped.ts';
import { runTools } from '../../src/cli/workshop.ts';

const tools = await runTools();
const known = await readLayouts(path.join(projectFolder, 'dist', 'desk', 'layouts.json'));
const layoutOf = layoutsOf(await builtLayouts(products, known), products);
const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as { version: string };

/** One case of a scenario that ships with smsim, by its variant and release. */
export async function shippedCase(file: string, variant: string, release?: string): Promise<Case> {
  const [loaded] = await shippedScenarios(file);
  const releases = release === undefined ? [] : [release];
  const [one] = loaded === undefined ? [] : casesOf(loaded, { releases, variants: [variant], seeds: 1 });
  if (one === undefined) throw new Error(`${file} has no case "${variant}" on ${release ?? 'any release'}`);
  return one;
}

/** Plays a case before a camera, with everything that a report puts into its page. */
export function filmOf(one: Case): Film {
  const run = new FilmedRun(one, tools);
  while (run.goOn(1000));
  const performance = run.performance();
  try {
    const description = one.loaded.scenario.description;
    const additions = { smsim: version, description, layoutOf };
    return run.film(performance, { ...additions, bookmarks: bookmarksIn(performance), exam: questionsIn(performance) });
  } finally {
    performance.close();
  }
}
