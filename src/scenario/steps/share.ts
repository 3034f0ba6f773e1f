import { z } from 'zod';
import { done, failure, win32 } from '../../world/index.ts';
import { refuse, withLocation } from '../given-path.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';
import { entriesSchema, entryList } from './permissions.ts';

const on = computerName().describe('Computer whose folder it is');
const name = z.string().min(1).describe('Name of the share: CAP_ABC');

/** Somebody shares a folder. */
export const share = defineStep({
  name: 'share',
  summary: 'Shares a folder, or shares another one under a name that is taken',
  schema: z.strictObject({
    on,
    name,
    path: z
      .string()
      .regex(/^[A-Za-z]:/, 'must be a local path')
      .describe('Local folder'),
    permissions: entriesSchema.optional().describe('Everyone Full Control without it'),
  }),
  example: "share: { on: CAP1, name: CAP_ABC, path: 'D:\\CAP_ABC' }",
  run(play, given) {
    withLocation(play, given, ({ files, opener, path, computer }) => {
      const folder = files.stat(opener, path);
      if (!folder.ok) return folder;
      if (!folder.value.isFolder) return failure(win32.directoryName);
      const list = given.permissions === undefined ? {} : { permissions: entryList(given.permissions) };
      files.addShare({ name: given.name, path, ...list });
      play.simulation.record('network', computer.name, given.name, `shared as ${path}`);
      return done;
    });
  },
});

/** Somebody stops sharing a folder. */
export const unshare = defineStep({
  name: 'unshare',
  summary: 'Stops sharing a folder; the folder stays',
  schema: z.strictObject({ on, name }),
  example: 'unshare: { on: CAP1, name: CAP_ABC }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    const removed = computer.files.removeShare(given.name);
    if (removed) play.simulation.record('network', computer.name, given.name, 'no longer shared');
    refuse(play, given.name, removed ? done : failure(win32.badNetName));
  },
});
