import type { Instant } from '../../../kernel/index.ts';
import { assumed } from '../../provenance.ts';
import { collectedFileOf, collectedFileRow } from '../collected-file.ts';
import type { CollectedFile } from '../collected-file.ts';
import { escapedField, textDocument, textLines, unescapedField } from '../text-document.ts';
import { groupLines, readGroups } from './group-lines.ts';
import type { InventoryGroup } from './inventory-report.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';
import type { RawFault } from './raw-fault.ts';

/** Header, records with lengths, appended MIFs and collected files, trailer and resync flag are known to be there. */
export const rawFileProvenance = assumed(
  'A RAW is written as lines: a header with version stamp, SMSID, time and flag, then records, MIFs, files, trailer.',
  'Q122178, Q126642, Q149030, Q160718, Q164886, Q169038',
);

/** The output file of an inventory agent (`*.RAW`). */
export interface RawFile {
  /** `1.2`: agents and Inventory Processor of different releases do not understand each other (event 129). */
  readonly versionStamp: string;
  readonly smsid: string;
  /** Whole seconds of the client's clock. */
  readonly time: Instant;
  /** The client answers a resync: what it does not tell is gone (Q164886, Q193746). */
  readonly resync: boolean;
  readonly records: readonly RawRecord[];
  /** NOIDMIFs of the client as they were found, judged by the Inventory Processor only (Q160776). */
  readonly mifs: readonly AppendedMif[];
  readonly collected: readonly CollectedFile[];
}

/** One record: what is told, and the length that the agent gave it. */
export interface RawRecord {
  readonly type: string;
  readonly length: number;
  readonly group: InventoryGroup;
}

/** A MIF of another program at the end of a RAW. */
export interface AppendedMif {
  readonly name: string;
  readonly text: string;
}

/** What the Inventory Processor checks a RAW against: the version stamps and records its build knows. */
export interface RawExpectation {
  readonly versionStamps: readonly string[];
  readonly recordLengths: Readonly<Record<string, number>>;
}

/** A RAW that was understood, or the first fault in it and the records before that. */
export type ReadRaw =
  | { readonly ok: true; readonly value: RawFile }
  | { readonly ok: false; readonly fault: RawFault; readonly records: readonly RawRecord[] };

const firstField = 'SMS RAW';
const lastLine = 'END RAW';

/** The text of a RAW. */
export function printRawFile(raw: RawFile): string {
  const flag = raw.resync ? 'resync' : '';
  return textDocument([
    [firstField, escapedField(raw.versionStamp), escapedField(raw.smsid), printMifDate(raw.time), flag].join('\t'),
    ...raw.records.flatMap(({ type, length, group }) => [
      ['R', escapedField(type), String(length)].join('\t'),
      ...groupLines(group),
    ]),
    ...raw.mifs.map(({ name, text }) => ['M', name, text].map(escapedField).join('\t')),
    ...raw.collected.map(collectedFileRow),
    lastLine,
  ]);
}

/** Reads a RAW: header, version stamp, trailer, then record by record, as the Inventory Processor checks them. */
export function parseRawFile(text: string, expectation: RawExpectation): ReadRaw {
  const lines = textLines(text);
  const header = headerOf(lines[0] ?? '');
  if (header === undefined) return wrong({ kind: 'header' });
  if (!expectation.versionStamps.includes(header.versionStamp)) return wrong({ kind: 'version stamp' });
  if (lines.length < 2 || lines.at(-1) !== lastLine) return wrong({ kind: 'trailer' });
  const body: Body = { records: [], mifs: [], collected: [] };
  for (let at = 1; at < lines.length - 1;) {
    const step = readPart(lines, at, expectation, body);
    if (typeof step !== 'number') return wrong(step, body.records);
    at = step;
  }
  return { ok: true, value: { ...header, ...body } };
}

/** Bytes of the largest record: one beyond 8 KB keeps the Inventory Processor busy for ever (Q179561). */
export function largestRecord(raw: RawFile): number {
  return raw.records.reduce((most, { group }) => Math.max(most, groupLines(group).join('\r\n').length), 0);
}

interface Body {
  readonly records: RawRecord[];
  readonly mifs: AppendedMif[];
  readonly collected: CollectedFile[];
}

/** Reads what begins at a line into the body; answers the line behind it, or what is wrong. */
function readPart(lines: readonly string[], at: number, expectation: RawExpectation, body: Body): number | RawFault {
  const line = lines[at] ?? '';
  const [word, name = '', rest = '', ...more] = line.split('\t').map(unescapedField);
  if (word === 'R') {
    const record = recordOf(lines, at, name, rest, expectation);
    if ('kind' in record) return record;
    body.records.push(record.record);
    return record.next;
  }
  const file = collectedFileOf(line);
  if (file !== undefined) body.collected.push(file);
  else if (word === 'M' && more.length === 0) body.mifs.push({ name, text: rest });
  else return { kind: 'unknown error' };
  return at + 1;
}

function recordOf(
  lines: readonly string[],
  at: number,
  type: string,
  lengthText: string,
  { recordLengths }: RawExpectation,
): RawFault | { readonly record: RawRecord; readonly next: number } {
  const expected = recordLengths[type];
  const { groups, next } = readGroups(lines, at + 1);
  const [group] = groups;
  if (expected === undefined) return { kind: 'unknown id', type };
  const got = Number(lengthText);
  if (got !== expected) return { kind: 'length', type, expected, got };
  if (group === undefined || groups.length !== 1) return { kind: 'unknown error' };
  return { record: { type, length: got, group }, next };
}

function headerOf(line: string): Pick<RawFile, 'versionStamp' | 'smsid' | 'time' | 'resync'> | undefined {
  const [first, versionStamp, smsid, date, flag, ...more] = line.split('\t').map(unescapedField);
  const time = parseMifDate(date ?? '');
  if (first !== firstField || versionStamp === undefined || smsid === undefined || time === undefined) return undefined;
  if ((flag !== 'resync' && flag !== '') || more.length > 0) return undefined;
  return { versionStamp, smsid, time, resync: flag === 'resync' };
}

function wrong(fault: RawFault, records: readonly RawRecord[] = []): ReadRaw {
  return { ok: false, fault, records };
}
