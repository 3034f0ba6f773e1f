import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { expectationVerbs, jsonSchema, schemaText, siteJsonSchema, stepVerbs } from '../../src/scenario/index.ts';

it.each([
  ['scenarios/scenario.schema.json', jsonSchema],
  ['scenarios/sites/site.schema.json', siteJsonSchema],
] as const)('%s is what smsim schema writes', async (file, schema) => {
  const shipped = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(shipped.replaceAll('\r\n', '\n')).toBe(schemaText(schema()));
});

it('knows every verb, with its sentence', () => {
  const text = schemaText(jsonSchema());
  for (const verb of [...stepVerbs, ...expectationVerbs]) {
    expect(text).toContain(JSON.stringify(verb.name));
    expect(text).toContain(JSON.stringify(verb.summary));
  }
});
