import { z } from 'zod';
import { eventSchema } from '../events.ts';
import { durationText, milliseconds, momentText, parseMoment } from '../times.ts';
import { defineStep } from '../verb.ts';

const untilEvent = z.strictObject({
  event: eventSchema.describe('Goes on until this happens'),
  'at most': durationText().default('7d').describe('Fails when it has not happened by then'),
});

/** Lets virtual time pass up to a moment or an event; the last one of a scenario ends the run. */
export const runUntil = defineStep({
  name: 'run until',
  summary: 'Lets time pass up to a moment or an event',
  schema: z.union([momentText(), untilEvent]),
  example: 'run until: day 3 09:00',
  run: () => undefined,
  clock(given) {
    if (typeof given !== 'string') return { event: given.event, atMost: milliseconds(given['at most']) };
    return { to: parseMoment(given) ?? {} };
  },
});

/** Lets a span of virtual time pass. */
export const runFor = defineStep({
  name: 'run for',
  summary: 'Lets a span of time pass',
  schema: durationText(),
  example: 'run for: 2h',
  run: () => undefined,
  clock: (given) => ({ by: milliseconds(given) }),
});
