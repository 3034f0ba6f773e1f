import { z } from 'zod';
import { isPlaced, pathShape, unplaced, withLocation } from '../given-path.ts';
import { readingText } from '../site-file.ts';
import { parseReading } from '../times.ts';
import { defineStep } from '../verb.ts';

/** Somebody gives a file other dates. */
export const timeStamps = defineStep({
  name: 'time stamps',
  summary: "Sets when a file was written or made, as its computer's clock would have shown it",
  schema: z
    .strictObject({
      ...pathShape,
      modified: readingText().optional().describe('Last write: 1999-11-15 08:00'),
      created: readingText().optional(),
    })
    .refine(isPlaced, unplaced)
    .refine((given) => given.modified !== undefined || given.created !== undefined, 'name modified or created'),
  example:
    "time stamps: { on: SMSSRV1, path: 'C:\\SMS\\inboxes\\clidata.src\\client.lkp', modified: 1999-11-15 08:00 }",
  run(play, given) {
    const modified = given.modified === undefined ? undefined : parseReading(given.modified);
    const created = given.created === undefined ? undefined : parseReading(given.created);
    const times = { ...(modified === undefined ? {} : { modified }), ...(created === undefined ? {} : { created }) };
    withLocation(play, given, ({ files, opener, path }) => files.setTimes(opener, path, times));
  },
});
