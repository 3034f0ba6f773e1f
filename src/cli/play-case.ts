import {
  performUnlessInterrupted,
  type Case,
  type Performance,
  type PerformOptions,
  type RunTools,
} from '../runner/index.ts';
import type { Context } from './context.ts';
import { Interrupted } from './surroundings.ts';

/** Plays the case that a command is about. Throws Interrupted on Ctrl-C: half a run would be no answer. */
export async function playCase(
  context: Context,
  one: Case,
  tools: RunTools,
  options: PerformOptions,
): Promise<Performance> {
  const performance = await performUnlessInterrupted(one, tools, options, context.interrupted);
  if (performance === undefined) throw new Interrupted();
  return performance;
}
