import { z } from 'zod';
import type { RegistryValue } from '../../world/index.ts';
import { hasAll, hasAny, textsToFind } from '../finding/texts.ts';
import { computerName } from '../references.ts';
import { defineExpectation, type Finding } from '../verb.ts';

const data = z.union([z.string(), z.number(), z.array(z.string())]);

/** A key or value of a computer's registry. */
export const registry = defineExpectation({
  name: 'registry',
  summary: 'A key or value of the registry of a computer',
  schema: z
    .strictObject({
      on: computerName().describe('Computer'),
      key: z.string().describe('Full key: HKLM\\Software\\Microsoft\\SMS\\Client'),
      value: z.string().optional().describe('Name of the value; the key itself is meant without it'),
      exists: z.boolean().optional().describe('Whether it is there; true without anything else'),
      is: data.optional().describe('Its data: text, number, or list of lines'),
      has: textsToFind().optional().describe('Part of its data as text, or /regular expression/; or several'),
      lacks: textsToFind().optional().describe('What its data does not have'),
      keys: z.array(z.string()).optional().describe('Names of the keys directly below the key, in any order'),
    })
    .refine(dataNeedsValue, { message: 'is, has and lacks look at a value: give its name as value' }),
  example: "registry: { on: SMSNTCLI8, key: 'HKLM\\Software\\Microsoft\\SMS\\Client', value: Version, is: 2.00 }",
  looksAt: 'state',
  changesWith: ['registry', 'step'],
  check(play, given) {
    const { registry: keys } = play.world.mustHave(given.on);
    const wanted = given.exists ?? true;
    if (!keys.exists(given.key)) return { met: !wanted, actual: 'there is no such key' };
    if (given.value === undefined) return keyFinding(wanted, given.keys, keys.subkeys(given.key));
    const found = keys.get(given.key, given.value);
    if (found === undefined) return { met: !wanted, actual: 'the key has no such value' };
    const text = asText(found);
    const same = given.is === undefined || asText({ data: given.is }) === text;
    return {
      met: wanted && same && hasAll(given.has, text) && !hasAny(given.lacks, text),
      actual: `${given.value} is ${shown(found)}`,
    };
  },
});

interface Given {
  readonly value?: string | undefined;
  readonly is?: unknown;
  readonly has?: unknown;
  readonly lacks?: unknown;
}

function dataNeedsValue({ value, is, has, lacks }: Given): boolean {
  return value !== undefined || (is === undefined && has === undefined && lacks === undefined);
}

function keyFinding(exists: boolean, wanted: readonly string[] | undefined, below: readonly string[]): Finding {
  const sorted = (names: readonly string[]): string =>
    names
      .map((name) => name.toLowerCase())
      .toSorted()
      .join('\n');
  const same = wanted === undefined || sorted(wanted) === sorted(below);
  return {
    met: exists && same,
    actual: `the key is there, with ${below.length === 0 ? 'no key' : below.join(', ')} below it`,
  };
}

function asText({ data: value }: { readonly data: string | number | readonly string[] }): string {
  return typeof value === 'object' ? value.join('\n') : String(value);
}

function shown(value: RegistryValue): string {
  if (value.type === 'REG_MULTI_SZ') return `the list ${value.data.join(', ') || '(empty)'}`;
  return value.type === 'REG_SZ' ? `"${value.data}"` : String(value.data);
}
