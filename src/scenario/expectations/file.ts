import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import { sameContent, win32Text, type FileFacts } from '../../world/index.ts';
import { counted } from '../finding/amounts.ts';
import { dateMet, dateShape } from '../finding/dates.ts';
import { isPlaced, unplaced } from '../given-path.ts';
import { fileShape, seenContent, seenFiles, seenText } from '../finding/seen-files.ts';
import type { SeenFiles } from '../finding/seen-files.ts';
import { sizeMet, sizeShape } from '../finding/size-wish.ts';
import { hasAll, hasAny, quoted, textsToFind } from '../finding/texts.ts';
import type { Play } from '../play.ts';
import { defineExpectation } from '../verb.ts';

const attributesShape = z.strictObject({
  'read-only': z.boolean().optional(),
  hidden: z.boolean().optional(),
  system: z.boolean().optional(),
  archive: z.boolean().optional(),
});

const otherFile = z.union([z.string(), z.strictObject(fileShape).refine(isPlaced, { message: unplaced })]);

const schema = z
  .strictObject({
    ...fileShape,
    exists: z.boolean().optional().describe('Whether there is any; true without anything else'),
    count: z.number().int().nonnegative().optional().describe('How many there are'),
    text: z.string().optional().describe('The whole text of each'),
    has: textsToFind().optional().describe('Part of the text of each, or /regular expression/; or several'),
    lacks: textsToFind().optional().describe('What the text of none has'),
    size: sizeShape.optional().describe('Bytes of each: 512, 2 KB, or at least and at most'),
    version: z.string().optional().describe('Version in the header of each; none for a file without'),
    modified: dateShape.optional().describe('Date of each, by the clock of its computer'),
    created: dateShape.optional().describe('Date at which each was made'),
    attributes: attributesShape.optional().describe('Attributes that each has or has not'),
    'equals file': otherFile
      .optional()
      .describe('Another file with the same bytes; a local path is of the same computer'),
  })
  .refine(isPlaced, { message: unplaced });

type Wanted = z.infer<typeof schema>;

/** Files as they lie on a disk. */
export const file = defineExpectation({
  name: 'file',
  summary: 'Files by path: how many, with what content, size, version, date and attributes',
  schema,
  example: "file: { on: SMSSRV1, path: 'C:\\SMS\\inboxes\\clidata.src\\*.cfg', count: 1, has: Resync }",
  looksAt: 'state',
  changesWith: ['file', 'log', 'step'],
  check(play, given) {
    const absent = given.exists === false || given.count === 0;
    const seen = seenFiles(play, given);
    if (typeof seen === 'string') return { met: absent, actual: seen };
    const wanted = given.exists ?? true;
    const number = given.count === undefined ? seen.files.length > 0 === wanted : seen.files.length === given.count;
    const wrong = seen.files.map((one) => complaint(play, given, seen, one)).find((text) => text !== undefined);
    if (number && wrong !== undefined) return { met: false, actual: wrong };
    return { met: number, actual: names(seen.files) };
  },
});

/** What is wrong with one of the files, as a sentence; undefined for nothing. */
function complaint(play: Play, wanted: Wanted, seen: SeenFiles, found: FileFacts): string | undefined {
  const { name, size, version, modified, created } = found;
  const { zone } = seen.computer;
  if (!sizeMet(wanted.size, size)) return `${name} has ${size} bytes`;
  if (wanted.version !== undefined && (version ?? 'none') !== wanted.version)
    return `${name} has version ${version ?? 'none'}`;
  if (!dateMet(play, wanted.modified, modified, zone)) return `${name} was modified ${isoTime(modified)}`;
  if (!dateMet(play, wanted.created, created, zone)) return `${name} was created ${isoTime(created)}`;
  return (
    attributeComplaint(wanted, found) ?? contentComplaint(wanted, seen, found) ?? difference(play, wanted, seen, found)
  );
}

function attributeComplaint({ attributes }: Wanted, found: FileFacts): string | undefined {
  if (attributes === undefined) return undefined;
  const { readOnly, hidden, system, archive } = found.attributes;
  const actual: Readonly<Record<string, boolean>> = { 'read-only': readOnly, hidden, system, archive };
  const wrong = Object.entries(attributes).filter(([name, wanted]) => wanted !== undefined && actual[name] !== wanted);
  if (wrong.length === 0) return undefined;
  return `${found.name} is ${wrong.map(([name]) => `${actual[name] === true ? '' : 'not '}${name}`).join(', ')}`;
}

function contentComplaint({ text, has, lacks }: Wanted, seen: SeenFiles, found: FileFacts): string | undefined {
  if (text === undefined && has === undefined && lacks === undefined) return undefined;
  const actual = seenText(seen.computer, found.path);
  if (!actual.ok) return `${found.name}: ${win32Text(actual.error)}`;
  const same = text === undefined || sameLines(text, actual.value);
  if (same && hasAll(has, actual.value) && !hasAny(lacks, actual.value)) return undefined;
  return `${found.name} holds ${quoted(actual.value)}`;
}

/** YAML writes line ends its own way. */
function sameLines(wanted: string, actual: string): boolean {
  return wanted.replaceAll('\r\n', '\n') === actual.replaceAll('\r\n', '\n');
}

function difference(play: Play, wanted: Wanted, seen: SeenFiles, found: FileFacts): string | undefined {
  const other = wanted['equals file'];
  if (other === undefined) return undefined;
  const place = typeof other === 'string' ? { on: seen.computer.name, path: other } : other;
  const others = seenFiles(play, place);
  const [twin] = typeof others === 'string' ? [] : others.files;
  if (typeof others === 'string' || twin === undefined) return `there is no ${place.path} to compare with`;
  const [a, b] = [seenContent(seen.computer, found.path), seenContent(others.computer, twin.path)];
  if (a.ok && b.ok && sameContent(a.value, b.value)) return undefined;
  const otherName = `${twin.name} (${twin.size} bytes) on ${others.computer.name}`;
  return `${found.name} (${found.size} bytes) differs from ${otherName}`;
}

function names(files: readonly FileFacts[]): string {
  if (files.length === 0) return 'no such file';
  const shown = files.slice(0, 5).map((one) => `${one.name} (${one.size} bytes, ${isoTime(one.modified)})`);
  return `${counted(files.length, 'file')}: ${shown.join(', ')}${files.length > 5 ? ', ...' : ''}`;
}
