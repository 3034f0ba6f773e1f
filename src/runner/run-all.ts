import { setImmediate } from 'node:timers/promises';
import type { Case } from './cases.ts';
import { perform, type Performance, type PerformOptions, type RunTools } from './perform.ts';
import type { CaseResult } from './result.ts';
import { settleSeeds, type Played } from './settle-seeds.ts';

/** Who watches a number of runs. */
export interface Watch {
  /** Set off by Ctrl-C: the run at hand ends, no further one begins. */
  readonly interrupted: AbortSignal;
  /** A run has ended; `done` counts from 1. */
  finished(performance: Performance, done: number): Promise<void>;
}

/** Runs cases one after the other; after an interruption the results are those of the runs that were made. */
export async function runAll(
  cases: readonly Case[],
  tools: RunTools,
  options: PerformOptions,
  watch: Watch,
): Promise<readonly CaseResult[]> {
  const played: Played[] = [];
  for (const one of cases) {
    // Signals reach this process only between turns of its own event loop.
    await setImmediate();
    if (watch.interrupted.aborted) break;
    const performance = perform(one, tools, options);
    played.push({ one, result: performance.result });
    await watch.finished(performance, played.length);
    performance.close();
  }
  return settleSeeds(played);
}
