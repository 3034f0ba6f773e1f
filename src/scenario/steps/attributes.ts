import { z } from 'zod';
import type { FileAttributes } from '../../world/index.ts';
import { isPlaced, pathShape, unplaced, withLocation } from '../given-path.ts';
import { defineStep } from '../verb.ts';

const words = {
  'read-only': 'readOnly',
  hidden: 'hidden',
  system: 'system',
  archive: 'archive',
} as const satisfies Record<string, keyof FileAttributes>;

const names = Object.keys(words) as (keyof typeof words)[];

/** Somebody sets attributes of a file, as `attrib` does. */
export const attributes = defineStep({
  name: 'attributes',
  summary: 'Sets attributes of a file; those not named stay as they are',
  schema: z
    .strictObject({
      ...pathShape,
      'read-only': z.boolean().optional().describe('Nobody can write or delete it: error 5'),
      hidden: z.boolean().optional(),
      system: z.boolean().optional(),
      archive: z.boolean().optional(),
    })
    .refine(isPlaced, unplaced)
    .refine((given) => names.some((name) => given[name] !== undefined), `name one of ${names.join(', ')}`),
  example: "attributes: { path: '\\\\CAP1\\CAP_ABC\\ddr.box\\A.DDR', read-only: true }",
  run(play, given) {
    const set: { -readonly [Name in keyof FileAttributes]?: boolean } = {};
    for (const name of names) if (given[name] !== undefined) set[words[name]] = given[name];
    withLocation(play, given, ({ files, opener, path }) => files.setAttributes(opener, path, set));
  },
});
