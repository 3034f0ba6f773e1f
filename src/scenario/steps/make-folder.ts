import { z } from 'zod';
import { isPlaced, pathShape, unplaced, withFiles } from '../given-path.ts';
import { defineStep } from '../verb.ts';

/** Somebody makes a folder. */
export const makeFolder = defineStep({
  name: 'make folder',
  summary: 'Makes a folder, with the folders above it that are missing',
  schema: z.strictObject(pathShape).refine(isPlaced, unplaced),
  example: "make folder: { on: PC1, path: 'D:\\Archive' }",
  run: (play, given) => withFiles(play, given, (files, path) => files.createFolder(path)),
});
