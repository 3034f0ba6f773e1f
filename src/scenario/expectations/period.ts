import { z } from 'zod';
import { day, formatDuration, type Instant } from '../../kernel/index.ts';
import { counted } from '../finding/amounts.ts';
import { shownTime, windowShape, withinWindow } from '../finding/windows.ts';
import { eventSchema, isEvent } from '../events.ts';
import type { Play } from '../play.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineExpectation, type Finding } from '../verb.ts';

const number = z.number().int().nonnegative();

const schema = z
  .strictObject({
    event: eventSchema.describe('What happens again and again'),
    every: durationText().optional().describe('Time from one to the next: 23h'),
    tolerance: durationText().optional().describe('By how much each of them may differ; not at all without it'),
    'per day': z
      .union([number, z.strictObject({ 'at least': number.optional(), 'at most': number.optional() })])
      .optional()
      .describe('How often in each whole day of the span, counted from its beginning'),
    repeats: number.optional().describe('With every: so many intervals or more; 1 without it'),
    ...windowShape,
  })
  .refine((given) => (given.every === undefined) !== (given['per day'] === undefined), {
    message: 'a period is either every or per day',
  })
  .refine((given) => given.every !== undefined || (given.tolerance ?? given.repeats) === undefined, {
    message: 'tolerance and repeats go with every',
  });

type Wanted = z.infer<typeof schema>;

/** Something that happens regularly. */
export const period = defineExpectation({
  name: 'period',
  summary: 'An event that comes again after a fixed time, or so many times a day',
  schema,
  example:
    'period: { event: { log line: { computer: SMSNTCLI8, text: Done processing active } }, every: 23h, tolerance: 5m }',
  looksAt: 'history',
  check(play, given) {
    const inside = withinWindow(play, given);
    const found = play.history.filter((one) => inside(one.time) && isEvent(given.event, one, play.world));
    const times = found.map((one) => one.time);
    return given.every === undefined ? daily(play, given, times) : regular(play, given, given.every, times);
  },
});

function regular(play: Play, given: Wanted, every: string, times: readonly Instant[]): Finding {
  const [wanted, tolerance] = [milliseconds(every), milliseconds(given.tolerance ?? '0s')];
  const gaps = times.slice(1).map((time, index) => ({ time, length: time - (times[index] ?? time) }));
  const off = gaps.find((gap) => Math.abs(gap.length - wanted) > tolerance);
  if (off !== undefined) {
    return {
      met: false,
      actual: `the one at ${shownTime(play, off.time)} came ${formatDuration(off.length)} after the one before`,
    };
  }
  const met = gaps.length >= (given.repeats ?? 1);
  const intervals = gaps.length === 0 ? '' : `, each ${formatDuration(wanted)} after the one before`;
  return { met, actual: `${counted(times.length, 'event')}${intervals}` };
}

function daily(play: Play, given: Wanted, times: readonly Instant[]): Finding {
  const wish = given['per day'] ?? {};
  const [least, most] = typeof wish === 'number' ? [wish, wish] : [wish['at least'] ?? 0, wish['at most'] ?? Infinity];
  const now = play.world.hooks.now();
  const begin = given.from === undefined ? play.simulation.options.start : play.instant(given.from);
  const end = given.until === undefined ? now : Math.min(now, play.instant(given.until));
  const days = Math.floor((end - begin) / day);
  if (days < 1) return { met: false, actual: 'the span holds no whole day' };
  const counts = Array.from(
    { length: days },
    (_, n) => times.filter((t) => Math.floor((t - begin) / day) === n).length,
  );
  const odd = counts.findIndex((count) => count < least || count > most);
  const shown = odd === -1 ? 0 : odd;
  const which = `in the day from ${shownTime(play, begin + shown * day)}`;
  return { met: odd === -1, actual: `${counted(counts[shown] ?? 0, 'event')} ${which}` };
}
