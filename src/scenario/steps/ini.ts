import { z } from 'zod';
import { parseIni, printIni, withIniValue, withoutIniValue, type Outcome } from '../../world/index.ts';
import { isPlaced, pathShape, unplaced, withFiles } from '../given-path.ts';
import { defineStep } from '../verb.ts';

/** Somebody edits an INI file: one value of it, the rest stays as it is. */
export const ini = defineStep({
  name: 'ini',
  summary: 'Sets or removes one value of an INI file, or removes a section',
  schema: z
    .strictObject({
      ...pathShape,
      section: z.string().describe('Section without its brackets'),
      key: z.string().optional().describe('Key; only a section can be removed without it'),
      value: z.union([z.string(), z.number()]).optional().describe('The new value'),
      remove: z.boolean().default(false).describe('Takes the key, or the whole section, out'),
    })
    .refine(isPlaced, unplaced)
    .refine(({ value, remove }) => (value !== undefined) !== remove, 'give a value, or remove: true')
    .refine(({ key, value }) => key !== undefined || value === undefined, 'a value needs its key'),
  example: "ini: { on: SMSSRV1, path: 'C:\\SMS\\bin\\setup.ini', section: Options, key: Mode, value: typical }",
  run(play, given) {
    withFiles(play, given, (files, path): Outcome => {
      const text = files.readText(path);
      if (!text.ok) return text;
      const { section, key, value } = given;
      const before = parseIni(text.value);
      const set = key !== undefined && value !== undefined;
      const after = set ? withIniValue(before, section, key, String(value)) : withoutIniValue(before, section, key);
      return files.writeText(path, printIni(after));
    });
  },
});
