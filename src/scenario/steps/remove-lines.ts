import { z } from 'zod';
import { failure, win32, type Outcome } from '../../world/index.ts';
import { isPlaced, pathShape, unplaced, withFiles } from '../given-path.ts';
import { matches, patternText } from '../patterns.ts';
import { defineStep } from '../verb.ts';

/** Somebody deletes lines of a text file in an editor. */
export const removeLines = defineStep({
  name: 'remove lines',
  summary: 'Takes lines out of a text file, the others stay as they are',
  schema: z
    .strictObject({ ...pathShape, with: patternText().describe('Part of the lines that go, or /regular expression/') })
    .refine(isPlaced, unplaced),
  example:
    "remove lines: { on: LAMSRV1, path: 'C:\\SMS\\SITE.SRV\\INVENTRY.BOX\\HISTORY\\HISTORY.MAP', with: LAM00001 }",
  run(play, given) {
    withFiles(play, given, (files, path): Outcome => {
      const text = files.readText(path);
      if (!text.ok) return text;
      const lines = text.value.split('\r\n');
      const kept = lines.filter((line) => !matches(given.with, line));
      return kept.length === lines.length ? failure(win32.fileNotFound) : files.writeText(path, kept.join('\r\n'));
    });
  },
});
