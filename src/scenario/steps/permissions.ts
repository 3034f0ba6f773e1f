import { z } from 'zod';
import { done, failure, rights, win32, type Outcome, type Right } from '../../world/index.ts';
import { pathShape, refuse, withLocation } from '../given-path.ts';
import type { Play } from '../play.ts';
import { defineStep } from '../verb.ts';

/** Accounts and groups with their rights, in a schema. */
export const entriesSchema = z
  .record(z.string(), z.enum(Object.keys(rights) as [Right, ...Right[]]))
  .describe('Right by account or group: { Users: Read, Administrators: Full Control }');

const schema = z
  .strictObject({
    on: pathShape.on.describe('Computer of the folder, share or volume'),
    path: z.string().optional().describe('Folder or file, by its local or UNC path'),
    share: z.string().optional().describe('Share, by its name'),
    volume: z
      .string()
      .regex(/^[A-Za-z]$/, 'a volume is a drive letter')
      .optional()
      .describe('Root of a drive: D'),
    entries: entriesSchema.optional(),
    inherit: z.boolean().default(false).describe('Takes the own list away, so that the folder above decides'),
  })
  .refine((given) => places.filter((name) => given[name] !== undefined).length === 1, 'name one of path, share, volume')
  .refine((given) => given.on !== undefined || given.path?.startsWith('\\\\') === true, '"on" is missing')
  .refine((given) => (given.entries !== undefined) !== given.inherit, 'give entries, or inherit: true');

const places = ['path', 'share', 'volume'] as const;

/** Somebody changes who may do what: on a folder, on a share, or on a whole volume. */
export const permissions = defineStep({
  name: 'permissions',
  summary: 'Sets the permission list of a folder, a share or a volume',
  schema,
  example: 'permissions: { on: CAP1, share: CAP_ABC, entries: { Everyone: Read } }',
  run(play, given) {
    const entries = given.entries && entryList(given.entries);
    if (given.share !== undefined) return refuse(play, given.share, onShare(play, given.on, given.share, entries));
    const path = given.path ?? `${given.volume ?? ''}:`;
    return withLocation(play, { on: given.on, path }, (l) => l.files.setPermissions(l.opener, l.path, entries));
  },
});

/** The entries of a step as the file system keeps them. */
export function entryList(entries: z.infer<typeof entriesSchema>): readonly { account: string; right: Right }[] {
  return Object.entries(entries).map(([account, right]) => ({ account, right }));
}

function onShare(
  play: Play,
  on: string | undefined,
  name: string,
  entries: ReturnType<typeof entryList> | undefined,
): Outcome {
  const files = play.world.mustHave(on ?? '').files;
  const path = files.resolveShare(name);
  if (path === undefined) return failure(win32.badNetName);
  files.addShare({ name, path, ...(entries === undefined ? {} : { permissions: entries }) });
  play.simulation.record('network', play.world.mustHave(on ?? '').name, name, 'share permissions changed');
  return done;
}
