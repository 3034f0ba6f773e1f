import { z } from 'zod';
import type { RegistryValue } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** The argument that names a registry key. */
export const registryKey = z
  .string()
  .regex(/^(?:HKLM|HKEY_LOCAL_MACHINE)\\/, 'a key begins with HKLM\\')
  .describe('Key below HKLM');

const types = ['REG_SZ', 'REG_DWORD', 'REG_MULTI_SZ', 'REG_BINARY'] as const;

const schema = z
  .strictObject({
    on: computerName().describe('Computer whose registry it is'),
    key: registryKey,
    name: z.string().default('').describe('Value name; the default value of the key without it'),
    value: z.union([z.string(), z.number().int().nonnegative(), z.array(z.string())]).describe('New data'),
    type: z.enum(types).optional().describe('Without it: a text is REG_SZ, a number REG_DWORD, a list REG_MULTI_SZ'),
  })
  .refine(({ type, value }) => type === undefined || fits(type, value), 'the value does not fit its type');

/** Somebody edits a registry. */
export const registrySet = defineStep({
  name: 'registry set',
  summary: 'Sets a registry value, making its key where it is missing',
  schema,
  example: "registry set: { on: PC1, key: 'HKLM\\Software\\Microsoft\\SMS\\Client', name: Reserved2, value: 1 }",
  run(play, given) {
    play.world.mustHave(given.on).registry.set(given.key, given.name, registryValue(given));
  },
});

function fits(type: (typeof types)[number], value: string | number | readonly string[]): boolean {
  if (type === 'REG_DWORD') return typeof value === 'number';
  if (type === 'REG_MULTI_SZ') return Array.isArray(value);
  return type === 'REG_BINARY' ? /^(?:[0-9a-f]{2}[ ,]?)*$/i.test(String(value)) : !Array.isArray(value);
}

function registryValue({ type, value }: z.infer<typeof schema>): RegistryValue {
  if (Array.isArray(value)) return { type: 'REG_MULTI_SZ', data: value };
  if (type === 'REG_BINARY') return { type, data: String(value) };
  if (typeof value === 'number' && type !== 'REG_SZ') return { type: 'REG_DWORD', data: value };
  return { type: 'REG_SZ', data: String(value) };
}
