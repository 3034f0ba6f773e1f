import { z } from 'zod';
import { cronText } from './cron-time.ts';
import { eventSchema } from './events.ts';
import { stepVerbs } from './steps/index.ts';
import { durationText, momentText } from './times.ts';

/** The keys that may stand beside the verb of a step. */
export const stepModifiers = {
  name: z.string().min(1).optional().describe('A name by which variants can drop or replace it'),
  at: momentText().optional().describe('When: 09:00, day 2 09:00 or 1999-11-16 10:00'),
  after: durationText().optional().describe('So long after the step before'),
  every: durationText().optional().describe('Again and again, so far apart'),
  cron: cronText().optional().describe('At the times of a cron expression, by the clock of the site server'),
  when: eventSchema.optional().describe('When something happens'),
  delay: durationText().optional().describe('So long after what `when` waits for'),
  times: z.number().int().min(1).optional().describe('How often'),
  until: momentText().optional().describe('No more from this time on'),
  'may fail': z.literal(true).optional().describe('A failure of this step is only noted, and is no mismatch'),
};

/** The keys of a repeat. */
export const repeatShape = {
  times: z.number().int().min(1).max(10_000).describe('How often'),
  every: durationText().optional().describe('From the beginning of one pass to that of the next'),
};

/** One item of a step list as editors see it: a verb with its modifiers, a repeat, or a `for each`. */
export const stepSchema: z.ZodType = z
  .lazy(() =>
    z.union([
      ...stepVerbs.map((verb) => z.strictObject({ [verb.name]: verb.schema, ...stepModifiers }).describe(verb.summary)),
      z.strictObject({
        repeat: z.strictObject({ ...repeatShape, steps: stepsSchema }),
        name: stepModifiers.name,
      }),
      z.strictObject({
        'for each': z.strictObject({
          in: z.union([z.string(), z.array(z.unknown())]).describe('A list, clients, or names by wildcard'),
          as: z.string().describe('What ${...} calls the present one'),
          steps: stepsSchema,
        }),
        name: stepModifiers.name,
      }),
    ]),
  )
  .meta({ id: 'step' });

/** A list of steps. */
export const stepsSchema: z.ZodType = z.lazy(() => z.array(stepSchema)).meta({ id: 'steps' });
