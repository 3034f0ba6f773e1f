import { z } from 'zod';
import { done, fileName, folderOf, type Outcome } from '../../world/index.ts';
import { asGivenPath, filesFor, isPlaced, pathSchema, refuse, unplaced, type GivenPath } from '../given-path.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

const schema = z
  .strictObject({
    on: computerName().optional().describe('Computer of paths that name none'),
    from: pathSchema.describe('What is taken; * and ? in its last part'),
    to: pathSchema.describe('New path, or a folder when it ends with a backslash'),
  })
  .refine(
    ({ on, from, to }) => on !== undefined || (isPlaced(from) && isPlaced(to)),
    `${unplaced} (here, or beside the path)`,
  );

type Given = z.infer<typeof schema>;

/** Somebody copies files; it takes no time, as if done long before anybody looks. */
export const copy = defineStep({
  name: 'copy',
  summary: 'Copies files in no time, over what is there',
  schema,
  example: "copy: { on: SMSSRV1, from: 'C:\\SMS\\inboxes\\ddm.box\\*.ddr', to: '\\\\CAP1\\CAP_ABC\\ddr.box\\' }",
  run: (play, given) => transfer(play, given, false),
});

/** The same, and the originals go. */
export const move = defineStep({
  name: 'move',
  summary: 'Moves files to another folder, drive or computer',
  schema,
  example:
    "move: { on: SMSSRV1, from: 'C:\\SMS\\inboxes\\ddm.box\\BAD_DDRS\\*.ddr', to: 'C:\\SMS\\inboxes\\ddm.box\\' }",
  run: (play, given) => transfer(play, given, true),
});

function transfer(play: Play, given: Given, deletes: boolean): void {
  const from = asGivenPath(given.from, given.on);
  const to = asGivenPath(given.to, given.on);
  const sources = matching(play, from);
  if (!sources.ok) return refuse(play, from.path, sources);
  for (const path of sources.value) {
    const target = to.path.endsWith('\\') ? `${to.path}${fileName(path)}` : to.path;
    const outcome = transferOne(play, { ...from, path }, { ...to, path: target }, deletes);
    if (!outcome.ok) return refuse(play, `${path} to ${target}`, outcome);
  }
}

/** The files that a wildcard means; a path without one is taken as it stands. */
export function matching(play: Play, given: GivenPath): Outcome<readonly string[]> {
  const files = filesFor(play, given);
  if (!files.ok) return files;
  const pattern = fileName(given.path);
  if (!/[*?]/.test(pattern)) return { ok: true, value: [given.path] };
  const folder = folderOf(given.path);
  const listed = files.value.list(folder, pattern);
  if (!listed.ok) return listed;
  const found = listed.value.filter((entry) => !entry.isFolder).map((entry) => `${folder}\\${entry.name}`);
  return { ok: true, value: found };
}

/** A move within one computer keeps its file; between computers it is a copy whose original is deleted. */
function transferOne(play: Play, from: GivenPath, to: GivenPath, deletes: boolean): Outcome {
  const source = filesFor(play, from);
  const target = filesFor(play, to);
  if (!source.ok) return source;
  if (!target.ok) return target;
  const here = source.value.locate(from.path);
  const there = target.value.locate(to.path, 'write');
  if (!here.ok) return here;
  if (!there.ok) return there;
  if (here.value.computer === there.value.computer) {
    const { files, opener, path } = here.value;
    return deletes ? files.move(opener, path, there.value.path) : files.copy(opener, path, there.value.path);
  }
  const facts = source.value.stat(from.path);
  const content = source.value.read(from.path);
  if (!facts.ok) return facts;
  if (!content.ok) return content;
  const { modified, version, product } = facts.value;
  const kept = {
    modified,
    ...(version === undefined ? {} : { version }),
    ...(product === undefined ? {} : { product }),
  };
  const written = target.value.write(to.path, content.value, kept);
  if (!written.ok) return written;
  return deletes ? source.value.delete(from.path) : done;
}
