import { z } from 'zod';
import { wholeSchema } from './scenario-file.ts';
import { siteSchema } from './site-file.ts';

/** The JSON Schema of scenario files, as scenarios/scenario.schema.json holds it. */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  return titled('A smsim scenario', wholeSchema);
}

/** The JSON Schema of site files, as scenarios/sites/site.schema.json holds it. */
export function siteJsonSchema(): Readonly<Record<string, unknown>> {
  return titled('A smsim site', siteSchema);
}

/** The text of a schema file. */
export function schemaText(schema: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Written as editors read it: what a file may hold, before defaults are filled in. */
function titled(title: string, schema: z.ZodType): Readonly<Record<string, unknown>> {
  return { title, ...z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) };
}
