import { z } from 'zod';
import { counted, oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { isPlaced, unplaced } from '../given-path.ts';
import { fileShape, seenFiles } from '../finding/seen-files.ts';
import { sizeMet, sizeShape } from '../finding/size-wish.ts';
import { defineExpectation } from '../verb.ts';

/** How many files a folder holds, and how large they are together. */
export const files = defineExpectation({
  name: 'files',
  summary: 'How many files a folder holds, counted by wildcard, and their size together',
  schema: z
    .strictObject({
      ...fileShape,
      'folders below': z.boolean().optional().describe('Counts in every folder below, too'),
      ...timesShape,
      'total size': sizeShape.optional().describe('Bytes of all together: 512, 2 KB, or at least and at most'),
    })
    .refine(isPlaced, { message: unplaced })
    .refine(oneAmount, { message: oneAmountMessage }),
  example: "files: { path: '\\\\CAP1\\CAP_ABC\\inventry.box\\*.nhm', at most: 3 }",
  looksAt: 'state',
  changesWith: ['file', 'log', 'step'],
  check(play, given) {
    const seen = seenFiles(play, given, given['folders below'] ?? false);
    if (typeof seen === 'string') return { met: timesMet(given, 0) && sizeMet(given['total size'], 0), actual: seen };
    const total = seen.files.reduce((sum, one) => sum + one.size, 0);
    const met = timesMet(given, seen.files.length) && sizeMet(given['total size'], total);
    return { met, actual: `${counted(seen.files.length, 'file')}, together ${total} bytes` };
  },
});
