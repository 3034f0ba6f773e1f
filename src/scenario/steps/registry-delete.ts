import { z } from 'zod';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';
import { registryKey } from './registry-set.ts';

/** Somebody deletes something from a registry. */
export const registryDelete = defineStep({
  name: 'registry delete',
  summary: 'Deletes a registry value, or a key with everything below it',
  schema: z.strictObject({
    on: computerName().describe('Computer whose registry it is'),
    key: registryKey,
    name: z.string().optional().describe('Value name; the whole key goes without it'),
  }),
  example: "registry delete: { on: PC1, key: 'HKLM\\Software\\Microsoft\\SMS\\Client\\Sites' }",
  run(play, given) {
    const { registry } = play.world.mustHave(given.on);
    const { key, name } = given;
    const gone = name === undefined ? registry.deleteKey(key) : registry.deleteValue(key, name);
    if (!gone) play.fail(name === undefined ? `there is no key ${key}` : `${key} has no value ${name}`);
  },
});
