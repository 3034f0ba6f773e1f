import type { Instant } from '../../../kernel/index.ts';
import { assumed } from '../../provenance.ts';
import { endOfFile, escapedField, parsed, syntaxError, textDocument, textLines } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';
import { unescapedField } from '../text-document.ts';
import { groupLines, readGroups } from './group-lines.ts';
import type { InventoryGroup } from './inventory-report.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';

/** The events name a key table (148 to 150); the 4-day refresh needs the time of the last report. */
export const historyFileProvenance = assumed(
  'A history file holds SMSID, time of the last report sent on, a key table of its classes, and the last inventory.',
  'Q122178, Q130940, Q185353',
);

/** The last inventory of a computer at the Inventory Processor: `<SMSID>.HMS`, or a `.SMH` that History.map names. */
export interface InventoryHistory {
  readonly smsid: string;
  /** When a report of it was last sent on; whole seconds. */
  readonly forwarded: Instant;
  readonly groups: readonly InventoryGroup[];
}

const firstField = 'SMS HISTORY';
const lastLine = 'END HISTORY';

/** The name of the history of a computer that reports by RAW. */
export function historyFileName(smsid: string): string {
  return `${smsid}.HMS`;
}

/** The text of a history file. */
export function printHistory(history: InventoryHistory): string {
  return textDocument([
    [firstField, escapedField(history.smsid), printMifDate(history.forwarded)].join('\t'),
    ...keyTable(history.groups),
    ...history.groups.flatMap(groupLines),
    lastLine,
  ]);
}

/**
 * Reads a history file. One that cannot be read is one in which the key table is not found: the Inventory Processor
 * deletes it (event 150).
 */
export function parseHistory(text: string): Parsed<InventoryHistory> {
  const lines = textLines(text);
  if (lines.at(-1) !== lastLine) return endOfFile(Math.max(1, lines.length));
  const [first, smsid, date] = (lines[0] ?? '').split('\t').map(unescapedField);
  const forwarded = parseMifDate(date ?? '');
  if (first !== firstField || smsid === undefined || forwarded === undefined) return syntaxError(1, lines[0] ?? '');
  const keys = lines.findIndex((line, index) => index > 0 && !line.startsWith('K\t'));
  const { groups, next } = readGroups(lines, keys);
  const table = keyTable(groups);
  if (next !== lines.length - 1) return syntaxError(next + 1, lines[next] ?? '');
  const wrong = lines.slice(1, keys).findIndex((line, index) => line !== table[index]);
  if (wrong !== -1 || keys - 1 !== table.length) return syntaxError(Math.max(2, wrong + 2), 'K');
  return parsed({ smsid, forwarded, groups });
}

/** One line for each class that has keys. */
function keyTable(groups: readonly InventoryGroup[]): readonly string[] {
  const lines = groups.flatMap((group) => (group.keys.length === 0 ? [] : [['K', group.class, ...group.keys]]));
  return [...new Set(lines.map((line) => line.map(escapedField).join('\t')))];
}
