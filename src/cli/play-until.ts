import { perform, type Case, type RunTools } from '../runner/index.ts';
import { parseMoment, type ScenarioPlay } from '../scenario/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf } from './exit-codes.ts';
import { UsageError } from './surroundings.ts';

/** Plays a case up to a time of the scenario, or to its end; a run that breaks off on the way sets the exit code. */
export function playUntil(context: Context, one: Case, tools: RunTools, at: string): ScenarioPlay {
  if (at !== 'end' && parseMoment(at) === undefined) {
    throw new UsageError(`"${at}" is no time: write 09:00, "day 2 09:00", "1999-11-16 10:00" or end`);
  }
  const { play, result } = perform(one, tools, { until: at });
  if (play === undefined) throw new Error(result.breakdown?.message ?? 'the site could not be set up');
  if (result.breakdown !== undefined) {
    context.complain(`${result.breakdown.message}; this is how far it came\n`);
    context.exitWith(exitCodeOf([result.verdict]));
  }
  return play;
}
