import { z } from 'zod';
import { eventSchema } from './events.ts';
import { bookmarkSchema, questionSchema } from './exam-file.ts';
import { conditionsSchema, expectationModifiers } from './expectation-file.ts';
import { textKindOf } from './references.ts';
import { scenarioSchema } from './scenario-file.ts';
import { computerSchema, siteSchema } from './site-file.ts';
import { repeatShape, stepModifiers } from './step-file.ts';

/** A JSON Schema; what has a page or a spelling of its own (an event, a computer, a moment) is named as `x-text`. */
export type PartSchema = Readonly<Record<string, unknown>>;

/** The arguments of a verb, as a reference page needs them. */
export function argumentsSchema(verb: { readonly schema: z.ZodType }): PartSchema {
  const named: readonly (readonly [z.ZodType, string])[] = [
    [eventSchema, 'event'],
    [conditionsSchema, 'list of expectations'],
  ];
  return written(verb.schema, new Map(named));
}

/** The parts of the file language beside its verbs. */
export function partSchemas() {
  const events = new Map<z.ZodType, string>([[eventSchema, 'event']]);
  return {
    scenario: scenarioOutline(),
    site: written(siteSchema),
    event: written(eventSchema),
    'step modifiers': written(z.strictObject(stepModifiers), events),
    'expectation modifiers': written(z.strictObject(expectationModifiers), events),
    repeat: written(z.strictObject(repeatShape)),
    bookmark: written(bookmarkSchema, events),
    question: written(questionSchema, events),
  } as const satisfies Readonly<Record<string, PartSchema>>;
}

/** Steps, expectations, computers and an inline site have pages of their own. */
function scenarioOutline(): PartSchema {
  const [steps, step, expectations] = [z.unknown(), z.unknown(), z.unknown()];
  const { shape } = scenarioSchema({ steps, step, expectations, variantName: z.string() });
  const site = z.string().describe('A file of scenarios/sites, or the content of one');
  const named: readonly (readonly [z.ZodType, string])[] = [
    [steps, 'list of steps'],
    [step, 'step'],
    [expectations, 'list of expectations'],
    [computerSchema, 'computer, as in a site file'],
    [bookmarkSchema, 'bookmark'],
    [questionSchema, 'question'],
  ];
  return written(z.strictObject({ ...shape, site, steps: steps.describe('What happens, in order') }), new Map(named));
}

/** What a file may hold, before defaults are filled in. */
function written(schema: z.ZodType, named: ReadonlyMap<z.ZodType, string> = new Map()): PartSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    reused: 'inline',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const found = zodSchema as unknown as z.ZodType;
      const kind = nameOf(found, named) ?? textKindOf(found);
      if (kind !== undefined) Object.assign(jsonSchema, { 'x-text': kind });
    },
  });
}

/** A described schema is a copy; its parent is the one that has the name. */
function nameOf(schema: z.ZodType, named: ReadonlyMap<z.ZodType, string>): string | undefined {
  const parent = schema._zod.parent as z.ZodType | undefined;
  return named.get(schema) ?? (parent === undefined ? undefined : nameOf(parent, named));
}
