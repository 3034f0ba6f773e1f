import { z } from 'zod';
import { day, hour, minute } from '../../kernel/index.ts';
import { parseScheduleToken, printScheduleToken, type Schedule } from '../../world/index.ts';
import { scheduleOfCron } from '../cron-schedule.ts';
import { cronText } from '../cron-time.ts';
import type { Play } from '../play.ts';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineStep } from '../verb.ts';

const ways = ['every', 'cron', 'token'] as const;

const schema = z
  .strictObject({
    ...siteShape,
    of: z.enum(['hardware', 'software', 'heartbeat']).describe('Which inventory, or heartbeat discovery'),
    every: durationText().optional().describe('Days, hours or minutes apart: 7d; a simple schedule'),
    cron: cronText().optional().describe('A cron expression that an SMS schedule can say; a full schedule'),
    token: z
      .string()
      .regex(/^[0-9A-Fa-f]{16}$/, 'a schedule token is 16 hexadecimal digits')
      .optional()
      .describe('An SMS schedule token: 00011700001000F0'),
    kind: z
      .enum(['simple', 'full'])
      .optional()
      .describe('simple: counted from the installation of each client; full: all clients at the same time'),
  })
  .refine((given) => ways.filter((way) => given[way] !== undefined).length === 1, 'give one of every, cron and token');

type Given = z.infer<typeof schema>;

/** An administrator changes when the agents of all clients run. */
export const schedule = defineStep({
  name: 'schedule',
  summary: 'Sets when clients take inventory or send a heartbeat record',
  schema,
  example: "schedule: { of: hardware, cron: '0 12 * * 1' }",
  run(play, given) {
    const wanted = scheduleOf(play, given);
    if (typeof wanted === 'string') return play.fail(wanted);
    if (given.of === 'heartbeat') return setHeartbeat(play, given, wanted);
    const name = given.of === 'hardware' ? 'Hardware inventory' : 'Software inventory';
    const kind = given.kind ?? (given.every === undefined ? 'full' : 'simple');
    const set = { [`${name} schedule`]: printScheduleToken(wanted), [`${name} schedule kind`]: kind };
    return changeSite(play, given.site, (site) => ({ settings: { ...site.settings, ...set } }));
  },
});

/** Heartbeat discovery knows an interval only; less than a day is accepted and has no effect (Q257799). */
function setHeartbeat(play: Play, given: Given, wanted: Schedule): void {
  if (wanted.kind !== 'interval') return play.fail('a heartbeat comes after an interval');
  const apart = wanted.days * day + wanted.hours * hour + wanted.minutes * minute;
  const set = { 'Heartbeat interval (days)': apart / day };
  return changeSite(play, given.site, (site) => ({ settings: { ...site.settings, ...set } }));
}

function scheduleOf(play: Play, given: Given): Schedule | string {
  const now = play.world.mustHave(siteFor(play, given.site).server).now();
  if (given.token !== undefined) return parseScheduleToken(given.token) ?? `${given.token} is no schedule`;
  if (given.cron !== undefined) {
    const found = scheduleOfCron(given.cron, now);
    return 'schedule' in found ? found.schedule : `"${given.cron}" ${found.complaint}`;
  }
  return interval(milliseconds(given.every ?? ''), Math.floor(now / minute) * minute);
}

/** An SMS schedule counts up to 31 days, or up to 23 hours, or up to 59 minutes. */
function interval(apart: number, start: number): Schedule | string {
  const rest = { start, duration: { days: 0, hours: 0, minutes: 0 }, utc: false, kind: 'interval' } as const;
  const none = { days: 0, hours: 0, minutes: 0 };
  if (apart > 0 && apart % day === 0 && apart <= 31 * day) return { ...rest, ...none, days: apart / day };
  if (apart > 0 && apart % hour === 0 && apart < day) return { ...rest, ...none, hours: apart / hour };
  if (apart > 0 && apart % minute === 0 && apart < hour) return { ...rest, ...none, minutes: apart / minute };
  return 'an SMS schedule repeats after 1 to 31 days, 1 to 23 hours or 1 to 59 minutes';
}
