import type { Instant } from '../../../kernel/index.ts';
import { assumed } from '../../provenance.ts';
import { endOfFile, parsed, syntaxError } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';

/** That Invmac reads 48 bytes at a time is known, and that SMSID and time of the request are among them. */
export const resyncFileProvenance = assumed(
  'A record of Resync.cfg has 48 bytes: SMSID (9), command (9) and time (30), each filled up with NUL.',
  'Q181762, Q193746',
);

/** What one read of Invmac takes; it reads Resync.cfg to its end (Q181762). */
export const resyncRecordBytes = 48;

/** A record of RESYNC.CFG; a `<SMSID>.CFG` has only one. */
export interface ResyncCommand {
  /** Eight characters. */
  readonly smsid: string;
  readonly command: 'RESYNC';
  /** When it was asked for; whole seconds. A client that has obeyed a request of this time does not do so again. */
  readonly time: Instant;
}

/** The bytes of the file, one record after another. */
export function printResyncFile(commands: readonly ResyncCommand[]): string {
  return commands
    .map(({ smsid, command, time }) => {
      return field(smsid, 9) + field(command, 9) + field(printMifDate(time), 30);
    })
    .join('');
}

/** Reads the file; lines of an error are records. A last record of less than 48 bytes ends too early. */
export function parseResyncFile(text: string): Parsed<readonly ResyncCommand[]> {
  const commands: ResyncCommand[] = [];
  for (let at = 0; at < text.length; at += resyncRecordBytes) {
    const record = text.slice(at, at + resyncRecordBytes);
    const number = at / resyncRecordBytes + 1;
    if (record.length < resyncRecordBytes) return endOfFile(number);
    const command = commandOf(record);
    if (command === undefined) return syntaxError(number, plain(record.slice(0, 18)));
    commands.push(command);
  }
  return parsed(commands);
}

/** The file with a command entered: it takes the place of an older one for the same computer, else it comes last. */
export function withResyncCommand(
  commands: readonly ResyncCommand[],
  command: ResyncCommand,
): readonly ResyncCommand[] {
  const at = commands.findIndex(({ smsid }) => smsid === command.smsid);
  return at === -1 ? [...commands, command] : commands.with(at, command);
}

/** How often Invmac reads to get through a file of a size. */
export function resyncReads(size: number): number {
  return Math.ceil(size / resyncRecordBytes);
}

function commandOf(record: string): ResyncCommand | undefined {
  const smsid = plain(record.slice(0, 9));
  const time = parseMifDate(plain(record.slice(18)));
  if (smsid === '' || plain(record.slice(9, 18)) !== 'RESYNC' || time === undefined) return undefined;
  return { smsid, command: 'RESYNC', time };
}

/** A text and at least one NUL behind it. */
function field(text: string, bytes: number): string {
  return text.slice(0, bytes - 1).padEnd(bytes, '\0');
}

function plain(bytes: string): string {
  const end = bytes.indexOf('\0');
  return end === -1 ? bytes : bytes.slice(0, end);
}
