import { z } from 'zod';
import { bookmarkSchema, questionSchema } from './exam-file.ts';
import { expectationsSchema } from './expectation-file.ts';
import { claimedName, releaseName } from './references.ts';
import { claims } from './scenario.ts';
import { computerSchema, readingText, settingsSchema, siteSchema, traitSchema } from './site-file.ts';
import { stepSchema, stepsSchema } from './step-file.ts';

/** What a variant's name may be. */
export const variantName = /^(?:symptom|without cause|corrected|(?:procedure|workaround|half of)(?: .+)?)$/;

/** Steps, expectations and the like, which a file's check reads one by one and an editor's schema spells out. */
export interface Parts {
  readonly steps: z.ZodType;
  readonly step: z.ZodType;
  readonly expectations: z.ZodType;
  readonly variantName: z.ZodString;
}

function variantSchema(parts: Parts) {
  return z.strictObject({
    description: z.string().optional(),
    add: parts.steps.optional().describe('Steps on a time line of their own, beside those of the scenario'),
    drop: z.array(z.string()).optional().describe('Steps to leave out, by their name or verb'),
    replace: z
      .record(z.string(), parts.step)
      .optional()
      .describe('Steps to put in the place of others, by name or verb'),
    releases: z.array(releaseName()).min(1).optional().describe('Releases to run on'),
    roles: z
      .record(z.string(), releaseName())
      .optional()
      .describe('Releases by role: site, clients, a site code, a computer; the others have the claimed one'),
    seed: z.number().int().optional(),
    traits: z.array(traitSchema).optional(),
    expect: parts.expectations.optional(),
  });
}

/** A scenario file with some schemas for its steps and expectations. */
export function scenarioSchema(parts: Parts) {
  return z.strictObject({
    scenario: z.string().min(1).describe('What it shows, in one sentence'),
    kb: z
      .string()
      .regex(/^Q\d{5,6}$/, 'an article is Q and five or six digits')
      .optional()
      .describe('Article: Q280515'),
    source: z.string().min(1).optional().describe('Where it comes from, without an article'),
    cause: z.string().min(1).optional().describe('Which record ends the chain of causes'),
    description: z.string().optional(),
    site: z.union([z.string().describe('A file of scenarios/sites'), siteSchema]),
    start: readingText().optional().describe("Reading of the site server's clock when the run begins"),
    seed: z.number().int().default(1),
    'shuffle ties': z.number().int().optional().describe('Seed that permutes what happens at one instant'),
    settings: settingsSchema.optional().describe('Site settings that differ from those of the site file'),
    computers: z.array(computerSchema).optional().describe('Computers to add to the site, or to change by their name'),
    claims: z
      .record(claimedName(), z.enum(claims))
      .optional()
      .describe('What the article says of each release; of an upgrade (SP2 to SP4), of a mix (site SP2, clients SP1)'),
    'contradicts the KB': z
      .record(claimedName(), z.string().min(1))
      .optional()
      .describe("Why what happens on a release departs from the article's claim"),
    parameters: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
      .min(1)
      .optional()
      .describe('Each row makes a case; ${name} stands for its value'),
    traits: z.array(traitSchema).optional().describe('Traits of components that differ from their builds'),
    steps: parts.steps,
    expect: parts.expectations.optional().describe('For all variants'),
    variants: z.record(parts.variantName, variantSchema(parts)).optional(),
    bookmarks: z.array(bookmarkSchema).optional().describe('Moments to stop at, with notes'),
    exam: z.array(questionSchema).min(1).optional().describe('Questions about what happens next; the run is the key'),
  });
}

const unread: Parts = {
  steps: z.unknown().optional(),
  step: z.unknown(),
  expectations: z.unknown(),
  variantName: z.string(),
};

/** The frame of a scenario file: everything but its steps and expectations, which are read verb by verb. */
export const frameSchema = scenarioSchema(unread);

/** A whole scenario file, for editors. */
export const wholeSchema = scenarioSchema({
  steps: stepsSchema,
  step: stepSchema,
  expectations: expectationsSchema,
  variantName: z.string().regex(variantName),
});

export type Frame = z.infer<typeof frameSchema>;
export type VariantFrame = NonNullable<Frame['variants']>[string];
