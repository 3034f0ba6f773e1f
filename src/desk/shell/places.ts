import type { Computer, FileFacts } from '../../world/index.ts';
import { Refusal } from './answer.ts';
import type { Seat } from './seat.ts';

/** Where a path leads: a computer and a local path on it. */
export interface Place {
  readonly computer: Computer;
  /** Without a backslash at its end, but `C:` for the root of a drive. */
  readonly path: string;
}

const administrator = { process: 'cmd.exe', account: 'Administrator', local: true, groups: ['Administrators'] };

/** A path as it is typed, made whole: local or UNC, `.` and `..` taken out. */
export function wholePath(seat: Seat, typed: string): string {
  const given = typed.replaceAll('/', '\\').replaceAll('"', '');
  const { folder } = seat;
  const root = folder.startsWith('\\\\') ? folder.split('\\').slice(0, 4).join('\\') : folder.slice(0, 2);
  if (given.startsWith('\\\\')) return plain(given, 4);
  if (/^[a-z]:/i.test(given)) return plain(`${given.slice(0, 2).toUpperCase()}\\${given.slice(2)}`, 1);
  const depth = root.startsWith('\\\\') ? 4 : 1;
  return plain(given.startsWith('\\') ? `${root}${given}` : `${folder}\\${given}`, depth);
}

/** Parts of a path; the first `depth` ones, its root, stay whatever comes. */
function plain(path: string, depth: number): string {
  const lead = path.startsWith('\\\\') ? 2 : 0;
  const parts: string[] = [];
  for (const part of path.slice(lead).split('\\')) {
    if (part === '..' && parts.length > depth - lead) parts.pop();
    else if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return `${'\\'.repeat(lead)}${parts.join('\\')}`;
}

/** The place behind a whole path; refuses a computer, a drive or a share that is not there, as Windows does. */
export function placeOf(seat: Seat, path: string): Place {
  if (!path.startsWith('\\\\')) return { computer: seat.computer, path };
  const [server = '', share = '', ...rest] = path.slice(2).split('\\');
  const computer = seat.session.play.world.computer(server);
  if (computer === undefined || computer.power === 'off') throw new Refusal('The network path was not found.');
  if (!seat.session.play.world.reach(seat.computer.name, server).ok) {
    throw new Refusal('The network path was not found.');
  }
  const folder = /^[a-z]\$$/i.test(share) ? `${share.charAt(0).toUpperCase()}:` : computer.files.resolveShare(share);
  if (folder === undefined) throw new Refusal('The network name cannot be found.');
  return { computer, path: [folder, ...rest].join('\\') };
}

/** The files of a computer, to be looked at without a trace of the look. */
function silent(computer: Computer) {
  return computer.files.fork({ now: () => computer.now(), onChange: () => undefined });
}

/** What is at a place; undefined where nothing is. */
export function factsAt({ computer, path }: Place): FileFacts | undefined {
  const found = silent(computer).stat(administrator, path);
  return found.ok ? found.value : undefined;
}

/** What a folder holds that fits a pattern; undefined where there is no such folder. */
export function listAt({ computer, path }: Place, pattern = '*.*'): readonly FileFacts[] | undefined {
  const found = silent(computer).list(administrator, path, pattern);
  return found.ok ? found.value : undefined;
}

/** The text of a file; refuses one that is held open by somebody who lets nobody read it. */
export function textAt({ computer, path }: Place): string {
  const files = silent(computer);
  const found = files.readText(administrator, path);
  if (!found.ok) throw new Refusal(missing(found.error));
  if (computer.files.openHandles(path).some(({ share }) => !share.includes('read'))) {
    throw new Refusal('The process cannot access the file because it is being used by another process.');
  }
  return found.value;
}

/** Bytes free on the drive of a place. */
export function freeAt({ computer, path }: Place): number {
  return computer.files.freeSpace(path);
}

function missing(error: number): string {
  if (error === 5) return 'Access is denied.';
  return error === 3 ? 'The system cannot find the path specified.' : 'The system cannot find the file specified.';
}
