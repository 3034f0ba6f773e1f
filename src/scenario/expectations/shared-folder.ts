import { z } from 'zod';
import { rightsMet, rightsShape, rightsWords } from '../finding/rights.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** A shared folder of a computer. */
export const sharedFolder = defineExpectation({
  name: 'shared folder',
  summary: 'A shared folder: whether there is one, of which folder, with which rights',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    share: z.string().describe('Name of the share: CAP_ABC'),
    exists: z.boolean().optional().describe('Whether there is such a share; true without it'),
    path: z.string().optional().describe('Local folder behind it'),
    permissions: rightsShape.optional().describe('Rights by account: { Everyone: Full Control, Guests: none }'),
  }),
  example: 'shared folder: { on: CAP1, share: CAP_ABC, permissions: { Everyone: Full Control } }',
  looksAt: 'state',
  check(play, given) {
    const shares = play.world.mustHave(given.on).files.shares();
    const found = shares.find((one) => one.name.toUpperCase() === given.share.toUpperCase());
    const wanted = given.exists ?? true;
    if (found === undefined) {
      const others = shares.length === 0 ? 'no shares' : `shares ${shares.map((one) => one.name).join(', ')}`;
      return { met: !wanted, actual: `no such share; ${given.on} has ${others}` };
    }
    const met =
      wanted &&
      (given.path ?? found.path).toUpperCase() === found.path.toUpperCase() &&
      rightsMet(given.permissions, found.permissions);
    return { met, actual: `${found.name} shares ${found.path}: ${rightsWords(found.permissions)}` };
  },
});
