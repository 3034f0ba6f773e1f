import { z } from 'zod';
import { locatePath } from '../events.ts';
import { isPlaced, unplaced } from '../given-path.ts';
import { fileShape } from '../finding/seen-files.ts';
import { rightsMet, rightsShape, rightsWords } from '../finding/rights.ts';
import { defineExpectation } from '../verb.ts';

/** The permission list that holds for a file or folder, its own or inherited. */
export const permissions = defineExpectation({
  name: 'permissions',
  summary: 'The rights that accounts have to a file or folder, its own or inherited',
  schema: z
    .strictObject({
      ...fileShape,
      path: z.string().describe('Local or UNC path of a file or folder'),
      rights: rightsShape.describe('Rights by account: { Administrators: Full Control, Guests: none }'),
    })
    .refine(isPlaced, { message: unplaced }),
  example: "permissions: { on: CAP1, path: 'C:\\CAP_ABC\\ddr.box', rights: { Everyone: Change } }",
  looksAt: 'state',
  changesWith: ['file', 'step'],
  check(play, given) {
    const place = locatePath(play.world, given.path, given.on);
    const files = place === undefined ? undefined : play.world.computer(place.computer)?.files;
    if (place === undefined || files === undefined) return { met: false, actual: `there is no ${given.path}` };
    const entries = files.permissions(place.path);
    return { met: rightsMet(given.rights, entries), actual: rightsWords(entries) };
  },
});
