import type { ScenarioPlay } from '../scenario/index.ts';
import { LimitReached, shortMessage } from '../simulation/index.ts';
import { checkpointText } from './checkpoint-text.ts';
import type { Breakdown } from './result.ts';

/** What an exception that ended a run says: a limit with what was waiting, or a fault with its stack and checkpoint. */
export function breakdownOf(error: unknown, play: ScenarioPlay | undefined): Breakdown {
  if (error instanceof LimitReached) {
    const details = error.waiting.map(({ message, receiver, sender }) => {
      return `${shortMessage(message.type)} for ${receiver} from ${sender}`;
    });
    return { kind: 'limit', message: error.message, details };
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 12) : [];
  const details = stack.map((line) => line.trim());
  const checkpoint = play === undefined ? undefined : checkpointOf(play);
  return { kind: 'fault', message, details, ...(checkpoint === undefined ? {} : { checkpoint }) };
}

/** A run that failed in mid-turn may be in a state that cannot be saved; then there is no checkpoint. */
function checkpointOf(play: ScenarioPlay): string | undefined {
  try {
    return checkpointText(play.save());
  } catch {
    return undefined;
  }
}
