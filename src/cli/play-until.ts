import { isoTime, type Instant } from '../kernel/index.ts';
import type { Case, RunTools } from '../runner/index.ts';
import { parseMoment, type ScenarioPlay } from '../scenario/index.ts';
import { toLocal } from '../world/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf } from './exit-codes.ts';
import { playCase } from './play-case.ts';
import { UsageError } from './surroundings.ts';

/**
 * Plays a case up to a time of the scenario, or to its end; a run that breaks off on the way sets the exit code. A time
 * outside of the run is a mistake.
 */
export async function playUntil(context: Context, one: Case, tools: RunTools, at: string): Promise<ScenarioPlay> {
  if (at !== 'end' && parseMoment(at) === undefined) {
    throw new UsageError(`"${at}" is no time: write 09:00, "day 2 09:00", "1999-11-16 10:00" or end`);
  }
  const { play, result } = await playCase(context, one, tools, { until: at });
  if (play === undefined) throw new Error(result.breakdown?.message ?? 'the site could not be set up');
  if (result.breakdown !== undefined) {
    context.complain(`${result.breakdown.message}; this is how far it came\n`);
    context.exitWith(exitCodeOf([result.verdict]));
  } else if (at !== 'end') refuseOutside(play, at, one.variant.site.zone);
  return play;
}

/** Before a scenario starts and after it ends there is nothing to look at. */
function refuseOutside(play: ScenarioPlay, at: string, zone: string): void {
  const shown = (time: Instant): string => isoTime(toLocal(zone, time)).slice(0, 19).replace('T', ' ');
  const asked = play.instant(at);
  const { now } = play.simulation;
  const given = `--at ${shown(asked)}`;
  if (asked > now) throw new UsageError(`${given} is after the end of the run, which is at ${shown(now)}`);
  if (asked < now) throw new UsageError(`${given} is before the start of the scenario, which is at ${shown(now)}`);
}
