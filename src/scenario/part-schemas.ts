import { z } from 'zod';
import { eventSchema } from './events.ts';
import { expectationModifiers } from './expectation-file.ts';
import { textKindOf } from './references.ts';
import { frameSchema, type Frame } from './scenario-file.ts';
import { siteSchema } from './site-file.ts';
import { repeatShape, stepModifiers } from './step-file.ts';

/** A JSON Schema; texts that stand for something (a computer, a moment) carry their kind as `x-text`. */
export type PartSchema = Readonly<Record<string, unknown>>;

/** The arguments of a verb, as a reference page needs them. */
export function argumentsSchema(verb: { readonly schema: z.ZodType }): PartSchema {
  return written(verb.schema);
}

/** The parts of the file language beside its verbs. A scenario's steps, expectations and site stand elsewhere. */
export function partSchemas() {
  return {
    scenario: written(withoutPages(frameSchema)),
    site: written(siteSchema),
    event: written(eventSchema),
    'step modifiers': written(z.strictObject(stepModifiers)),
    'expectation modifiers': written(z.strictObject(expectationModifiers)),
    repeat: written(z.strictObject(repeatShape)),
  } as const satisfies Readonly<Record<string, PartSchema>>;
}

/** Steps, expectations and an inline site have pages of their own. */
function withoutPages(frame: z.ZodType<Frame>): z.ZodType {
  const { shape } = frame as unknown as z.ZodObject;
  const steps = z.array(z.unknown()).optional().describe('What happens, in order');
  const site = z.string().describe('A file of scenarios/sites, or the content of one');
  return z.strictObject({ ...shape, site, steps });
}

/** What a file may hold, before defaults are filled in. */
function written(schema: z.ZodType): PartSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    reused: 'inline',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const kind = textKindOf(zodSchema as unknown as z.ZodType);
      if (kind !== undefined) Object.assign(jsonSchema, { 'x-text': kind });
    },
  });
}
