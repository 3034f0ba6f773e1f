import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import { win32Text, type FileFacts, type Outcome } from '../../world/index.ts';
import { actorOn } from '../actor.ts';
import { fitsWildcard, matches, patternText } from '../patterns.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** Files as somebody at a computer finds them. */
export const file = defineExpectation({
  name: 'file',
  summary: 'Files by path: how many, with what content, size and version',
  schema: z.strictObject({
    on: computerName().describe('Computer from which somebody looks'),
    path: z.string().describe('Local or UNC path; * and ? in its last part'),
    exists: z.boolean().optional().describe('Whether there is any; true without anything else'),
    count: z.number().int().nonnegative().optional().describe('How many there are'),
    has: patternText().optional().describe('Part of the text of each, or /regular expression/'),
    lacks: patternText().optional().describe('What the text of none has'),
    size: z.number().int().nonnegative().optional().describe('Bytes of each'),
    version: z.string().optional().describe('Version in the header of each'),
  }),
  example: "file: { on: SMSSRV1, path: 'C:\\SMS\\inboxes\\clidata.src\\*.cfg', count: 1 }",
  looksAt: 'state',
  changesWith: ['file', 'network', 'power', 'step'],
  check(play, given) {
    const found = filesAt(play, given.on, given.path);
    if (!found.ok && given.exists !== false && given.count !== 0) return { met: false, actual: win32Text(found.error) };
    const files = found.ok ? found.value : [];
    const wanted = given.exists ?? true;
    const number = given.count === undefined ? files.length > 0 === wanted : files.length === given.count;
    const wrong = files.map((one) => complaint(play, given, one)).filter((text) => text !== undefined);
    return { met: number && wrong.length === 0, actual: wrong[0] ?? names(files) };
  },
});

interface Wanted {
  readonly on: string;
  readonly path: string;
  readonly has?: string | undefined;
  readonly lacks?: string | undefined;
  readonly size?: number | undefined;
  readonly version?: string | undefined;
}

function filesAt(play: Play, computer: string, path: string): Outcome<readonly FileFacts[]> {
  const files = actorOn(play, computer);
  const slash = path.lastIndexOf('\\');
  const listed = files.list(path.slice(0, slash));
  if (!listed.ok) return listed;
  const pattern = path.slice(slash + 1);
  return { ok: true, value: listed.value.filter((one) => !one.isFolder && fitsWildcard(pattern, one.name)) };
}

function complaint(play: Play, wanted: Wanted, found: FileFacts): string | undefined {
  if (wanted.size !== undefined && found.size !== wanted.size) return `${found.name} has ${found.size} bytes`;
  if (wanted.version !== undefined && found.version !== wanted.version) {
    return `${found.name} has version ${found.version ?? 'none'}`;
  }
  if (wanted.has === undefined && wanted.lacks === undefined) return undefined;
  const folder = wanted.path.slice(0, wanted.path.lastIndexOf('\\') + 1);
  const text = actorOn(play, wanted.on).readText(folder + found.name);
  if (!text.ok) return `${found.name}: ${win32Text(text.error)}`;
  const lacking = wanted.has !== undefined && !matches(wanted.has, text.value);
  const unwanted = wanted.lacks !== undefined && matches(wanted.lacks, text.value);
  return lacking || unwanted ? `${found.name} holds ${JSON.stringify(text.value.slice(0, 200))}` : undefined;
}

function names(files: readonly FileFacts[]): string {
  if (files.length === 0) return 'no such file';
  const shown = files.slice(0, 5).map((one) => `${one.name} (${one.size} bytes, ${isoTime(one.modified)})`);
  return `${files.length === 1 ? 'one file' : `${files.length} files`}: ${shown.join(', ')}${files.length > 5 ? ', ...' : ''}`;
}
