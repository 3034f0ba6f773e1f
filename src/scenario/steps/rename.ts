import { z } from 'zod';
import { folderOf } from '../../world/index.ts';
import { isPlaced, pathShape, unplaced, withFiles } from '../given-path.ts';
import { defineStep } from '../verb.ts';

/** Somebody gives a file or folder another name. */
export const rename = defineStep({
  name: 'rename',
  summary: 'Gives a file or folder another name in its folder',
  schema: z
    .strictObject({
      ...pathShape,
      to: z
        .string()
        .regex(/^[^\\/]+$/, 'must be a name without a folder')
        .describe('The new name'),
    })
    .refine(isPlaced, unplaced),
  example: "rename: { on: PC1, path: 'C:\\WINNT\\MS\\SMS\\Core\\Bin\\ccim32.dll', to: ccim32.old }",
  run(play, given) {
    withFiles(play, given, (files, path) => files.move(path, `${folderOf(path)}\\${given.to}`));
  },
});
