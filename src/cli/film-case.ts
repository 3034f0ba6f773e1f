import { setImmediate } from 'node:timers/promises';
import { bookmarksIn, questionsIn } from '../desk/exam/index.ts';
import { FilmedRun, type Film } from '../desk/film/index.ts';
import type { Case, Performance, PerformOptions, RunTools } from '../runner/index.ts';
import type { Context } from './context.ts';
import type { DeskFiles } from './desk-files.ts';
import { Interrupted } from './surroundings.ts';

/** So many turns at a time; signals reach this process only between them. */
const slice = 2000;

/** Plays a case before a camera. Throws Interrupted on Ctrl-C. Whoever asks closes the performance. */
export async function filmCase(
  context: Context,
  one: Case,
  tools: RunTools,
  { layoutOf }: Pick<DeskFiles, 'layoutOf'>,
  options: PerformOptions = {},
): Promise<{ readonly film: Film; readonly performance: Performance }> {
  const run = new FilmedRun(one, tools, options);
  do {
    await setImmediate();
    if (context.interrupted.aborted) throw new Interrupted();
  } while (run.goOn(slice));
  const performance = run.performance();
  const film = run.film(performance, {
    smsim: context.version,
    description: one.loaded.scenario.description,
    layoutOf,
    bookmarks: bookmarksIn(performance),
    exam: questionsIn(performance),
  });
  return { film, performance };
}
