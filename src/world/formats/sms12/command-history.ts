import type { Instant } from '../../../kernel/index.ts';
import { assumed } from '../../provenance.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';

/** Name and purpose of the file are known, and that its length is checked (event 175). */
export const commandHistoryProvenance = assumed(
  'CMNDHIS holds a record of 48 bytes for each command that was obeyed: command (18) and its time (30), NUL-filled.',
  'Q122178, Q153085, Resource Guide for SMS 1.2 (Resynchronizing Inventory Information)',
);

/** The name of the file under MS-DOS and Windows is not published. */
export const commandHistoryNameProvenance = assumed('CMNDHIS.DOS is the command history under MS-DOS and Windows.');

/** The command history by the kind of client, in MS\SMS\DATA (OS/2: in MS\SMS, Q153085). */
export const commandHistoryNames = {
  'MS-DOS': 'CMNDHIS.DOS',
  'OS/2': 'CMNDHIST.OS2',
  'Windows NT': 'CMNDHIS.NT',
} as const;

/** A command that the client has obeyed. */
export interface ObeyedCommand {
  readonly command: 'RESYNC';
  /** Of the request, not of the answer; whole seconds. */
  readonly time: Instant;
}

const recordBytes = 48;
const commandBytes = 18;

/** The bytes of the command history. */
export function printCommandHistory(commands: readonly ObeyedCommand[]): string {
  return commands
    .map(({ command, time }) => {
      return command.padEnd(commandBytes, '\0') + printMifDate(time).padEnd(recordBytes - commandBytes, '\0');
    })
    .join('');
}

/** What reading the file gives: its commands, or the event with which the agent complains of it. */
export type ReadCommandHistory =
  | { readonly ok: true; readonly value: readonly ObeyedCommand[] }
  | { readonly ok: false; readonly event: 175 | 176 };

/** Reads the command history: a wrong length is event 175, a record that cannot be read 176. */
export function parseCommandHistory(text: string): ReadCommandHistory {
  if (text.length % recordBytes !== 0) return { ok: false, event: 175 };
  const commands: ObeyedCommand[] = [];
  for (let at = 0; at < text.length; at += recordBytes) {
    const [command] = text.slice(at, at + commandBytes).split('\0', 1);
    const time = parseMifDate(text.slice(at + commandBytes, at + recordBytes).split('\0', 1)[0] ?? '');
    if (command !== 'RESYNC' || time === undefined) return { ok: false, event: 176 };
    commands.push({ command, time });
  }
  return { ok: true, value: commands };
}
