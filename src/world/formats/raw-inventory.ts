import { assumed } from '../provenance.ts';
import { compareHardware, parseHardwareReport, printHardwareReport } from './hardware-report.ts';
import type { HardwareReport } from './hardware-report.ts';
import { syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';

/** Only the life of the file is known: always complete, converted by the Inventory Processor. */
export const rawInventoryProvenance = assumed(
  'A .raw holds the text of a complete hardware MIF below a first line of its own.',
  'Q202940, Resource Guide ch. 25',
);

const firstLine = '//SMS 16-bit hardware inventory';

/** The text a 16-bit client sends (`.raw`); it keeps no history, so the report is always complete (Q202940). */
export function printRawInventory(report: HardwareReport): string {
  return `${firstLine}\r\n${printHardwareReport({ ...report, kind: 'complete' })}`;
}

/** Reads a `.raw`; a file without its first line, such as a MIF of a 32-bit client, is refused at line 1. */
export function parseRawInventory(text: string): Parsed<HardwareReport> {
  const [first = ''] = text.split(/\r?\n/, 1);
  return first === firstLine ? parseHardwareReport(text) : syntaxError(1, first);
}

/**
 * What the Inventory Processor hands to the Data Loader: the site compares the report with what it holds and
 * derives the changes itself (Q202940); with nothing to compare, the report passes on as complete.
 */
export function convertRawInventory(report: HardwareReport, history: HardwareReport | undefined): HardwareReport {
  return history === undefined ? report : compareHardware(history, report);
}
