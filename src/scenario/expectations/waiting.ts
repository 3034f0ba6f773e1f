import { z } from 'zod';
import { oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { shownTime, windowShape, withinWindow } from '../finding/windows.ts';
import { matches, patternText } from '../patterns.ts';
import { computerName, componentName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** Messages and timers that are on their way to a process. */
export const waiting = defineExpectation({
  name: 'waiting',
  summary: 'Messages and timers that wait for a component and come due in a span of time',
  schema: z
    .strictObject({
      on: computerName().optional().describe('Computer of the component; any without it'),
      component: componentName().optional().describe('Component that will get them; any without it'),
      message: patternText().optional().describe('Part of the message, or of the name of the timer'),
      ...timesShape,
      ...windowShape,
    })
    .refine(oneAmount, { message: oneAmountMessage }),
  example: 'waiting: { on: SMSNTCLI8, component: Copy Queue, message: wake, times: 0 }',
  looksAt: 'state',
  check(play, given) {
    const inside = withinWindow(play, given);
    const found = play.simulation.queue.waiting().filter(({ receiver, message, due }) => {
      const [computer = '', component = ''] = receiver.split('/');
      if (given.on !== undefined && computer.toUpperCase() !== given.on.toUpperCase()) return false;
      if (given.component !== undefined && component !== given.component) return false;
      return inside(due) && (given.message === undefined || matches(given.message, message.type));
    });
    const met = timesMet(given, found.length);
    const shown = found
      .slice(0, 3)
      .map((one) => `${nameOf(one.message.type)} for ${one.receiver} at ${shownTime(play, one.due)}`);
    return { met, actual: found.length === 0 ? 'nothing waits' : `${found.length} waiting: ${shown.join(', ')}` };
  },
});

/** A timer's message carries the name of its delay and the state it was started in. */
function nameOf(type: string): string {
  return /^xstate\.after\.(.*?)\.[^.]*(?:\.|$)/.exec(type)?.[1] ?? type;
}
