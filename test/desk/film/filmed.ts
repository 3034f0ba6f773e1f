import { runTools } from '../../../src/cli/workshop.ts';
import type { Film } from '../../../src/desk/film/film.ts';
import type { FilmAdditions } from '../../../src/desk/film/film-camera.ts';
import { FilmedRun } from '../../../src/desk/film/filmed-run.ts';
import type { Case, Performance, PerformOptions } from '../../../src/runner/index.ts';
import { allCases, shippedScenarios } from '../../library/shipped.ts';

export const tools = await runTools();

/** A film without drawings. */
export const plainAdditions: FilmAdditions = { smsim: '0.0.0', layoutOf: () => undefined };

/** The first case of a scenario that ships with smsim. */
export async function shippedCase(file: string): Promise<Case> {
  const [loaded] = await shippedScenarios(file);
  const [one] = loaded === undefined ? [] : allCases(loaded);
  if (one === undefined) throw new Error(`no case in ${file}`);
  return one;
}

/** Plays a case to its end before a camera. Whoever asks closes the performance. */
export function filmed(
  one: Case,
  options: PerformOptions = {},
): { readonly film: Film; readonly performance: Performance } {
  const run = new FilmedRun(one, tools, options);
  while (run.goOn(1000));
  const performance = run.performance();
  return { film: run.film(performance, plainAdditions), performance };
}
