import { tools } from '../../components/index.ts';
import { stepVerbs } from '../../scenario/index.ts';
import type { Computer } from '../../world/index.ts';
import { Refusal } from './answer.ts';
import type { WordKind } from './command.ts';
import { commandNamed, commands } from './commands.ts';
import { listAt, placeOf, wholePath } from './places.ts';
import type { Seat } from './seat.ts';
import { databaseOf, tablesOf } from './site-commands.ts';

/** What may stand in the place of the end of a line, and that end. */
export type Completion = readonly [candidates: readonly string[], end: string];

/** What a line may go on with. Looking for it changes nothing. */
export function complete(seat: Seat, line: string): Completion {
  const end = /(?:"[^"]*|\S*)$/.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - end.length).trimStart();
  try {
    return [beginning(candidates(seat, before, end), end), end];
  } catch (error) {
    if (error instanceof Refusal) return [[], end];
    throw error;
  }
}

function candidates(seat: Seat, before: string, end: string): readonly string[] {
  const [first = '', ...words] = before.split(/\s+/).filter((word) => word !== '');
  if (first === '') return firstWords();
  if (first.toLowerCase() === 'on') {
    return words.length === 0 ? computersOf(seat) : candidates(seat, words.slice(1).join(' '), end);
  }
  const command = commandNamed(first);
  const kind = command === undefined ? undefined : (command.takes[words.length] ?? command.takes.at(-1) ?? 'none');
  if (kind === 'none' && words.length === 0 && command?.name === 'reg') return ['query'];
  if (kind === undefined) return [...computersOf(seat), ...verbEnds(before)];
  if (end.startsWith('\\\\') && kind !== 'key') return pathsFor(seat, end);
  return ofKind(seat, kind, end);
}

function ofKind(seat: Seat, kind: WordKind, end: string): readonly string[] {
  const { session } = seat;
  switch (kind) {
    case 'path':
      return pathsFor(seat, end);
    case 'key':
      return keysFor(seat, end);
    case 'table':
      return tablesOf(databaseOf(seat));
    case 'branch':
      return session.branches;
    case 'command':
      return [...commands.map(({ name }) => name), ...tools.map(({ name }) => name), 'verbs'];
    case 'service':
      return [...seat.computer.services.values()].map(({ name }) => name);
    case 'component':
      return session.play.simulation.product.components.map(({ name }) => name);
    default:
      return computersOf(seat);
  }
}

function firstWords(): readonly string[] {
  const names = [...commands.map(({ name }) => name), 'on', ...tools.map(({ name }) => name)];
  return [...names, ...stepVerbs.map(({ name }) => `${name}: `)].toSorted();
}

/** What is left of verbs of several words. */
function verbEnds(before: string): readonly string[] {
  const typed = before.replaceAll(/\s+/g, ' ').toLowerCase();
  return stepVerbs.flatMap(({ name }) =>
    name.toLowerCase().startsWith(typed) ? [`${name.slice(typed.length)}: `] : [],
  );
}

function computersOf(seat: Seat): readonly string[] {
  return [...seat.session.play.world.computers.values()].map(({ name }) => name);
}

function beginning(words: readonly string[], end: string): readonly string[] {
  const wanted = end.replace(/^"/, '').toLowerCase();
  return [...new Set(words)].filter((word) => word.toLowerCase().startsWith(wanted));
}

/** Paths that go on with what was typed, in the way in which it was typed: relative, local or UNC. */
function pathsFor(seat: Seat, end: string): readonly string[] {
  const typed = end.replace(/^"/, '');
  const cut = typed.lastIndexOf('\\') + 1;
  const lead = typed.slice(0, cut);
  if (/^\\\\[^\\]*$/.test(typed)) return computersOf(seat).map((name) => `\\\\${name}\\`);
  const [, server] = /^\\\\([^\\]+)\\$/.exec(lead) ?? [];
  if (server !== undefined) {
    const computer = seat.session.play.world.computer(server);
    return computer === undefined ? [] : sharesOf(computer).map((share) => `${lead}${share}\\`);
  }
  const entries = listAt(placeOf(seat, wholePath(seat, lead === '' ? '.' : lead))) ?? [];
  return entries.map(({ name, isFolder }) => `${lead}${name}${isFolder ? '\\' : ''}`);
}

function sharesOf(computer: Computer): readonly string[] {
  const own = computer.files.shares().map(({ name }) => name);
  return [...own, ...computer.files.drives().map(({ letter }) => `${letter}$`)];
}

function keysFor(seat: Seat, end: string): readonly string[] {
  const typed = end.replace(/^"/, '');
  const cut = typed.lastIndexOf('\\');
  if (cut < 0) return ['HKLM\\', 'HKCU\\'];
  const key = typed.slice(0, cut);
  return seat.computer.registry.subkeys(key).map((name) => `${key}\\${name}`);
}
