import { setImmediate } from 'node:timers/promises';
import type { Case } from './cases.ts';
import { Run, type Performance, type PerformOptions, type RunTools } from './perform.ts';
import type { CaseResult } from './result.ts';
import { settleSeeds, type Played } from './settle-seeds.ts';

/** Who watches a number of runs. */
export interface Watch {
  /** Set off by Ctrl-C: the run at hand breaks off without a result, no further one begins. */
  readonly interrupted: AbortSignal;
  /** A run has ended; `done` counts from 1. */
  finished(performance: Performance, done: number): Promise<void>;
}

/** So many turns at a time; signals reach this process only between them. */
const slice = 20_000;

/** Plays one case, a slice at a time; undefined when it was interrupted. */
export async function performUnlessInterrupted(
  one: Case,
  tools: RunTools,
  options: PerformOptions,
  interrupted: AbortSignal,
): Promise<Performance | undefined> {
  const run = new Run(one, tools, options);
  do {
    await setImmediate();
    if (interrupted.aborted) return undefined;
  } while (run.goOn(slice));
  return run.performance();
}

/** Runs cases one after the other; after an interruption the results are those of the runs that came to their end. */
export async function runAll(
  cases: readonly Case[],
  tools: RunTools,
  options: PerformOptions,
  watch: Watch,
): Promise<readonly CaseResult[]> {
  const played: Played[] = [];
  for (const one of cases) {
    const performance = await performUnlessInterrupted(one, tools, options, watch.interrupted);
    if (performance === undefined) break;
    played.push({ one, result: performance.result });
    await watch.finished(performance, played.length);
    performance.close();
  }
  return settleSeeds(played);
}
