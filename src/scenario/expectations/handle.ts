import { z } from 'zod';
import { locatePath } from '../events.ts';
import { isPlaced, unplaced } from '../given-path.ts';
import { fileShape } from '../finding/seen-files.ts';
import { fitsWildcard, matches, patternText } from '../patterns.ts';
import { defineExpectation } from '../verb.ts';

/** Who holds a file open. */
export const handle = defineExpectation({
  name: 'handle',
  summary: 'Whether a file is held open, by whom and how',
  schema: z
    .strictObject({
      ...fileShape,
      open: z.boolean().optional().describe('Whether it is open in this way; true without it'),
      by: patternText().optional().describe('COMPUTER/component that holds it, or part of that'),
      access: z.enum(['read', 'write', 'read write']).optional(),
      share: z.enum(['none', 'read', 'write', 'read write']).optional().describe('What it lets others do'),
    })
    .refine(isPlaced, { message: unplaced }),
  example: "handle: { path: '\\\\CAP1\\CAP_ABC\\clidata.box\\client.lkp', open: false }",
  looksAt: 'state',
  changesWith: ['file', 'process', 'power', 'step'],
  check(play, given) {
    const place = locatePath(play.world, given.path, given.on);
    const computer = place === undefined ? undefined : play.world.computer(place.computer);
    const wanted = given.open ?? true;
    if (place === undefined || computer === undefined) return { met: !wanted, actual: `there is no ${given.path}` };
    const open = computer.files.openHandles().filter((one) => fitsWildcard(place.path, one.path));
    const found = open.some(
      (one) =>
        (given.by === undefined || matches(given.by, one.process)) &&
        (given.access ?? one.access) === one.access &&
        (given.share ?? one.share) === one.share,
    );
    const holders = open.map((one) => `${one.process} (${one.access}, sharing ${one.share})`);
    return {
      met: found === wanted,
      actual: holders.length === 0 ? 'nobody holds it open' : `open by ${holders.join(', ')}`,
    };
  },
});
