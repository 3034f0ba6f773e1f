import { z } from 'zod';
import { eventSchema } from './events.ts';
import { expectationVerbs } from './expectations/index.ts';
import { durationText, momentText } from './times.ts';

const seeds = z.number().int().min(1).max(10_000);

/** The keys that may stand beside the verb of an expectation. */
export const expectationModifiers = {
  name: z.string().min(1).optional().describe('What a report calls it'),
  at: momentText().optional().describe('Holds at this time'),
  by: momentText().optional().describe('Comes true at some time up to this one'),
  always: z.literal(true).optional().describe('Holds after every turn'),
  never: z.literal(true).optional().describe('Holds after no turn'),
  from: momentText().optional().describe('With always and never: from this time on'),
  until: momentText().optional().describe('With always and never: up to this time'),
  within: durationText().optional().describe('Comes true so soon after each event of `of`'),
  of: eventSchema.optional().describe('With within: the event'),
  'for every seed': seeds.optional().describe('Holds for each of so many seeds'),
  'for some seed': seeds.optional().describe('Holds for at least one of so many seeds'),
};

/** A percentage or a number of members. */
export const shareText = z.union([
  z.string().regex(/^\d+(\.\d+)?\s*%$/, 'a share is a percentage: 80%'),
  z.number().int().nonnegative(),
]);

/** The kinds of groups, whose members are expectations. */
export const groupNames = ['all of', 'any of', 'none of', 'share'] as const;

export type GroupName = (typeof groupNames)[number];

const nested: z.ZodType = z
  .lazy(() =>
    z.union([
      ...expectationVerbs.map((verb) => z.strictObject({ [verb.name]: verb.schema }).describe(verb.summary)),
      ...groupShapes.map((shape) => z.strictObject(shape)),
    ]),
  )
  .meta({ id: 'condition' });

/** Expectations without a time of their own, as the step `expect` takes them. */
export const conditionsSchema: z.ZodType = z.lazy(() => z.array(nested)).meta({ id: 'conditions' });

const members: z.ZodType = z.lazy(() =>
  z.union([
    z.array(nested),
    z.strictObject({
      in: z.union([z.string(), z.array(z.unknown())]).describe('A list, clients, or names by wildcard'),
      as: z.string().describe('What ${...} calls the present one'),
      expect: z.union([nested, z.array(nested)]),
    }),
  ]),
);

const groupShapes: readonly z.core.$ZodLooseShape[] = [
  { 'all of': members },
  { 'any of': members },
  { 'none of': members },
  { share: z.strictObject({ of: members, 'at least': shareText.optional(), 'at most': shareText.optional() }) },
  { 'in order': z.array(eventSchema).min(2).describe('Events that happen one after another') },
];

/** One item of an expectation list as editors see it. */
const expectationSchema: z.ZodType = z
  .lazy(() =>
    z.union([
      ...expectationVerbs.map((verb) =>
        z.strictObject({ [verb.name]: verb.schema, ...expectationModifiers }).describe(verb.summary),
      ),
      ...groupShapes.map((shape) => z.strictObject({ ...shape, ...expectationModifiers })),
    ]),
  )
  .meta({ id: 'expectation' });

/** A list of expectations. */
export const expectationsSchema: z.ZodType = z.lazy(() => z.array(expectationSchema)).meta({ id: 'expectations' });
