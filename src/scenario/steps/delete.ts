import { z } from 'zod';
import { done, failure, win32, type Outcome } from '../../world/index.ts';
import { isPlaced, pathShape, refuse, unplaced, withFiles, withLocation } from '../given-path.ts';
import { defineStep } from '../verb.ts';
import { matching } from './copy.ts';

/** Somebody deletes files, or a folder with everything in it. */
export const deleteFiles = defineStep({
  name: 'delete',
  summary: 'Deletes files by wildcard, or a folder with everything in it',
  schema: z
    .strictObject({
      ...pathShape,
      folder: z.boolean().default(false).describe('Whether the path is a folder to be deleted with all that is in it'),
    })
    .refine(isPlaced, unplaced),
  example: "delete: { path: '\\\\CAP1\\CAP_ABC\\clidata.box\\*.cfg' }",
  run(play, given) {
    if (given.folder) {
      return withLocation(play, given, ({ files, opener, path }) =>
        files.removeFolder(opener, path, { recursive: true }),
      );
    }
    const found = matching(play, given);
    if (!found.ok) return refuse(play, given.path, found);
    return withFiles(play, given, (files): Outcome => {
      for (const path of found.value) {
        const gone = files.delete(path);
        if (!gone.ok) return gone;
      }
      return found.value.length === 0 ? failure(win32.fileNotFound) : done;
    });
  },
});
