import { assumed } from '../../provenance.ts';
import { endOfFile, parsed, syntaxError, textDocument, textLines } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';
import { groupLines, readGroups } from './group-lines.ts';
import type { InventoryReport } from './inventory-report.ts';

/** Content and pragmas of the binary MIF are documented (Q148649, Resource Guide), its bytes are not. */
export const deltaMifProvenance = assumed(
  'The binary MIF of the Inventory Processor is written as tab-separated lines: its pragma, its groups, an end mark.',
  'Q126642, Q148649, Resource Guide for SMS 1.2 (How Inventory History Is Maintained)',
);

const firstField = 'SMS MIF';
const lastLine = 'END MIF';

/** The MIF that the Inventory Processor hands to the Data Loader, complete or with the changed groups only. */
export function printDeltaMif(report: InventoryReport): string {
  const head = report.pragma === undefined ? firstField : `${firstField}\tpragma:${report.pragma}`;
  return textDocument([head, ...report.groups.flatMap(groupLines), lastLine]);
}

/** Reads such a MIF. */
export function parseDeltaMif(text: string): Parsed<InventoryReport> {
  const lines = textLines(text);
  const [head = ''] = lines;
  const resync = head === `${firstField}\tpragma:resync`;
  const { groups, next } = readGroups(lines, 1);
  const isWhole = lines.at(-1) === lastLine;
  if (!isWhole) return endOfFile(Math.max(1, lines.length));
  if (!resync && head !== firstField) return syntaxError(1, head);
  if (next !== lines.length - 1) return syntaxError(next + 1, lines[next] ?? '');
  return parsed({ groups, ...(resync ? { pragma: 'resync' } : {}) });
}
