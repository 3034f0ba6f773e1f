import { z } from 'zod';
import {
  fileName,
  folderOf,
  success,
  systemOpener,
  win32Text,
  type Computer,
  type Content,
  type FileFacts,
  type Opener,
  type Outcome,
} from '../../world/index.ts';
import { locatePath } from '../events.ts';
import type { GivenPath } from '../given-path.ts';
import { fitsWildcard } from '../patterns.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';

/** Where files lie; given to a verb's schema together with `isPlaced`. */
export const fileShape = {
  on: computerName().optional().describe('Computer of a local path; a UNC path names its own'),
  path: z.string().min(1).describe('Local or UNC path; * and ? in its last part'),
};

/** Files and the computer that holds them. */
export interface SeenFiles {
  readonly computer: Computer;
  readonly files: readonly FileFacts[];
}

/**
 * The files that a path or wildcard path means, as they lie on the disk. Looking changes nothing: it asks neither the
 * network nor a share, breaks no lock and leaves no record. The error is a sentence.
 */
export function seenFiles(play: Play, wish: GivenPath, below = false): SeenFiles | string {
  const place = locatePath(play.world, wish.path, wish.on);
  const computer = place === undefined ? undefined : play.world.computer(place.computer);
  if (place === undefined || computer === undefined) return `there is no share ${shareOf(wish.path)}`;
  const listed = entriesOf(computer, folderOf(place.path), below);
  if (!listed.ok) return win32Text(listed.error);
  const pattern = fileName(place.path);
  return { computer, files: listed.value.filter((one) => !one.isFolder && fitsWildcard(pattern, one.name)) };
}

/** The bytes of a file, whoever holds it open. */
export function seenContent(computer: Computer, path: string): Outcome<Content> {
  const [handle] = computer.files.openHandles(path);
  return handle === undefined
    ? computer.files.read(looker(computer, path), path)
    : computer.files.readHandle(handle.id);
}

/** The text of a file; empty for a file whose bytes are no text. */
export function seenText(computer: Computer, path: string): Outcome<string> {
  const content = seenContent(computer, path);
  return content.ok ? success('text' in content.value ? content.value.text : '') : content;
}

function entriesOf(computer: Computer, folder: string, below: boolean): Outcome<readonly FileFacts[]> {
  const listed = computer.files.list(looker(computer, folder), folder);
  if (!listed.ok || !below) return listed;
  const deeper = listed.value.flatMap((one) => {
    const inner = one.isFolder ? entriesOf(computer, one.path, true) : undefined;
    return inner?.ok === true ? inner.value : [];
  });
  return success([...listed.value, ...deeper]);
}

/** Somebody whom every permission list admits. */
function looker(computer: Computer, path: string): Opener {
  const admitted = (computer.files.permissions(path) ?? []).filter((entry) => entry.right !== 'No Access');
  const groups = ['Administrators', ...admitted.map((entry) => entry.account)];
  return { ...systemOpener, groups };
}

function shareOf(path: string): string {
  return path.split('\\').slice(0, 4).join('\\');
}
