import type { Computer } from '../../world/index.ts';
import { didYouMean } from '../../scenario/index.ts';
import { Refusal, said } from './answer.ts';
import type { ShellCommand } from './command.ts';
import { dirText } from './dir-text.ts';
import { factsAt, freeAt, listAt, placeOf, textAt, wholePath, type Place } from './places.ts';
import type { Seat } from './seat.ts';

const cd: ShellCommand = {
  name: 'cd',
  also: ['chdir'],
  group: 'looking',
  syntax: 'cd [folder]',
  summary: 'Goes to a folder of this computer, or of another by its share',
  examples: [
    ['cd C:\\SMS\\inboxes', 'a folder'],
    ['cd ..', 'the one above'],
    ['cd \\\\SMSSRV1\\CAP_ABC', 'a share'],
    ['cd', 'says where one is'],
  ],
  takes: ['path'],
  run(seat, { rest }) {
    if (rest.trim() === '') return said(seat.prompt);
    const path = wholePath(seat, rest.trim());
    const place = placeOf(seat, path);
    const isRoot = place.path.length === 2;
    const facts = isRoot ? undefined : factsAt(place);
    const isThere = isRoot
      ? place.computer.files.drives().some(({ letter }) => `${letter}:` === place.path)
      : facts?.isFolder;
    if (isThere !== true) throw new Refusal('The system cannot find the path specified.');
    seat.goTo(path);
    return said('');
  },
};

const dir: ShellCommand = {
  name: 'dir',
  also: ['ls'],
  group: 'looking',
  syntax: 'dir [folder or pattern] [/b]',
  summary: 'Lists a folder',
  examples: [
    ['dir', 'this folder'],
    ['dir \\\\SMSSRV1\\CAP_ABC\\clidata.box', 'one on another computer'],
    ['dir C:\\SMS\\inboxes\\dataldr.box\\*.MIF', 'what fits a pattern'],
    ['dir /b', 'names only'],
  ],
  takes: ['path'],
  run(seat, { words }) {
    const bare = words.some((word) => word.toLowerCase() === '/b');
    const asked = words.find((word) => !word.startsWith('/')) ?? '.';
    const { folder, pattern } = folderAndPattern(seat, wholePath(seat, asked));
    const place = placeOf(seat, folder);
    const entries = listAt(place, pattern);
    if (entries === undefined) throw new Refusal('The system cannot find the path specified.');
    if (entries.length === 0 && pattern !== '*.*') throw new Refusal('File Not Found');
    if (bare) return said(entries.map(({ name }) => name).join('\n'));
    return said(dirText(folder, entries, freeAt(place), place.path.length === 2 ? undefined : factsAt(place)));
  },
};

const type: ShellCommand = {
  name: 'type',
  also: ['cat', 'more'],
  group: 'looking',
  syntax: 'type <file>',
  summary: 'Prints a file',
  examples: [
    ['type \\\\SMSSRV1\\CAP_ABC\\clidata.box\\client.lkp', 'a lookup file'],
    ['type Dataldr.log', 'a log, wherever this computer keeps it'],
  ],
  takes: ['path'],
  run: (seat, { rest }) => said(textOf(seat, rest).trimEnd()),
};

const tail: ShellCommand = {
  name: 'tail',
  group: 'looking',
  syntax: 'tail [-lines] <file>',
  summary: 'Prints the end of a file, ten lines without a number',
  examples: [
    ['tail Ccim32.log', 'the last ten lines of a log'],
    ['tail -3 C:\\SMS\\Logs\\Dataldr.log', 'the last three'],
  ],
  takes: ['path'],
  run(seat, { words }) {
    const count = /^-(\d+)$/.exec(words[0] ?? '')?.[1];
    const file = (count === undefined ? words : words.slice(1)).join(' ');
    const lines = textOf(seat, file).trimEnd().split(/\r?\n/);
    return said(lines.slice(-Number(count ?? 10)).join('\n'));
  },
};

export const fileCommands: readonly ShellCommand[] = [cd, dir, type, tail];

/** A folder as a whole, or a pattern in one. */
function folderAndPattern(seat: Seat, path: string): { readonly folder: string; readonly pattern: string } {
  const place = placeOf(seat, path);
  if (place.path.length === 2 || factsAt(place)?.isFolder === true) return { folder: path, pattern: '*.*' };
  const cut = path.lastIndexOf('\\');
  return { folder: path.slice(0, cut), pattern: path.slice(cut + 1) };
}

/** A file by its path; a log by its name alone, for every program keeps its own. */
function textOf(seat: Seat, typed: string): string {
  const asked = typed.trim().replaceAll('"', '');
  if (asked === '') throw new Refusal('The syntax of the command is incorrect.');
  const place = placeOf(seat, wholePath(seat, asked));
  const facts = factsAt(place);
  if (facts?.isFolder === true) throw new Refusal('Access is denied.');
  if (facts !== undefined) return textAt(place);
  const log = /^[^\\/:]+\.lo[g_]$/i.test(asked) ? logOf(seat.computer, asked) : undefined;
  return textAt(log ?? place);
}

function logOf(computer: Computer, name: string): Place | undefined {
  const paths = computer.files.save().entries.map(([path]) => path);
  const ending = `\\${name.toUpperCase()}`;
  const path = paths.find((one) => one.toUpperCase().endsWith(ending));
  if (path !== undefined) return { computer, path };
  const logs = paths.filter((one) => /\.log$/i.test(one)).map((one) => one.slice(one.lastIndexOf('\\') + 1));
  const hint = didYouMean(name, [...new Set(logs)].toSorted());
  throw new Refusal(`The system cannot find the file specified.${hint === undefined ? '' : ` ${hint}`}`);
}
