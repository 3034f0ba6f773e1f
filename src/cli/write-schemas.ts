import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchema, schemaText, siteJsonSchema } from '../scenario/index.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { writeWhole } from './output-file.ts';

/** Writes both schemas, or says which of them is not up to date. */
export async function writeSchemas(
  context: Context,
  options: { readonly check: boolean; readonly to: string },
): Promise<void> {
  const schemas = [
    ['scenario.schema.json', schemaText(jsonSchema())],
    ['sites/site.schema.json', schemaText(siteJsonSchema())],
  ] as const;
  for (const [name, text] of schemas) {
    const file = path.resolve(context.workingFolder, options.to, name);
    const before = await readFile(file, 'utf8').catch(() => undefined);
    const current = before?.replaceAll('\r\n', '\n') === text;
    if (!current && options.check) context.exitWith(exitCodes.mismatch);
    if (!current && !options.check) await writeWhole(file, text);
    context.write(`${outcome(current, options.check)}  ${options.to}/${name}\n`);
  }
}

function outcome(current: boolean, check: boolean): string {
  if (current) return 'up to date';
  return check ? 'not up to date' : 'written';
}
