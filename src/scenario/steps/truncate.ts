import { z } from 'zod';
import { isPlaced, pathShape, unplaced, withLocation } from '../given-path.ts';
import { bytesOf, sizeText } from '../sizes.ts';
import { defineStep } from '../verb.ts';

/** A file loses its end, as after a crash in the middle of writing. */
export const truncate = defineStep({
  name: 'truncate',
  summary: 'Cuts a file off after so many bytes',
  schema: z.strictObject({ ...pathShape, to: sizeText().describe('What is left: 0 bytes') }).refine(isPlaced, unplaced),
  example: "truncate: { on: SMSSRV1, path: 'C:\\SMS\\inboxes\\dataldr.box\\7LXAWNST.MIF', to: 100 bytes }",
  run(play, given) {
    withLocation(play, given, ({ files, opener, path }) => files.truncate(opener, path, bytesOf(given.to)));
  },
});
