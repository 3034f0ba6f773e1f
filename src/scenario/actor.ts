import { FileAccess } from '../world/index.ts';
import type { Play } from './play.ts';

/** The account under which the people of a scenario act; they may do everything unless a step names another. */
export const scenarioAccount = 'Administrator';

/** The files as somebody at a computer reaches them; handles that stay open belong to `scenario`. */
export function actorOn(play: Play, computer: string, account: string = scenarioAccount): FileAccess {
  return new FileAccess(play.world, play.world.mustHave(computer), 'scenario', account);
}
