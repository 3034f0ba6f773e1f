import { assumed, inferred } from '../../provenance.ts';
import { syntaxError, parsed, textDocument, textLines, escapedField, unescapedField } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';

/** What a line holds is told by the guide, how it is written is not. */
export const historyMapProvenance = assumed(
  'History.map has a section per architecture and a line per computer: file, SMSID, NetCardID, SMSLocation.',
  'Q172533, Resource Guide for SMS 1.2 (How Inventory History Is Maintained)',
);

/** The guide names the three values without saying which must agree. */
export const historyMapMatchProvenance = inferred(
  'Q138021, Resource Guide for SMS 1.2 (How Inventory History Is Maintained)',
  'A computer is found by its SMSID first, then by NetCardID and SMSLocation together, as far as it has them.',
);

/** A line of History.map: which `.SMH` holds the history of a computer that reports by MIF. */
export interface HistoryMapEntry extends MappedComputer {
  /** `00000003.SMH`, in the same folder. */
  readonly file: string;
}

/** By what a computer is found in the map. */
export interface MappedComputer {
  /** `Personal Computer`: each architecture has its section. */
  readonly architecture: string;
  readonly smsid: string;
  readonly netCardId: string;
  readonly smsLocation: string;
}

/** The text of History.map: sections in the order of their first computer. */
export function printHistoryMap(entries: readonly HistoryMapEntry[]): string {
  const architectures = [...new Set(entries.map(({ architecture }) => architecture))];
  return textDocument(
    architectures.flatMap((architecture) => [
      `[${architecture}]`,
      ...entries.filter((entry) => entry.architecture === architecture).map(entryLine),
    ]),
  );
}

/** Reads History.map; a faulty line means that the map cannot be used at all (events 141 and 143). */
export function parseHistoryMap(text: string): Parsed<readonly HistoryMapEntry[]> {
  const entries: HistoryMapEntry[] = [];
  let architecture: string | undefined;
  for (const [index, line] of textLines(text).entries()) {
    if (line.trim() === '') continue;
    const section = /^\[(.*)\]$/.exec(line)?.[1];
    if (section !== undefined) {
      architecture = section;
      continue;
    }
    const [file, smsid, netCardId, smsLocation, ...more] = line.split('\t').map(unescapedField);
    const isWhole = file !== undefined && smsid !== undefined && netCardId !== undefined && smsLocation !== undefined;
    if (architecture === undefined || !isWhole || more.length > 0) return syntaxError(index + 1, line);
    entries.push({ architecture, file, smsid, netCardId, smsLocation });
  }
  return parsed(entries);
}

/** The line of a computer. */
export function historyMapEntry(
  entries: readonly HistoryMapEntry[],
  computer: MappedComputer,
): HistoryMapEntry | undefined {
  const same = entries.filter(({ architecture }) => architecture === computer.architecture);
  return (
    same.find(({ smsid }) => smsid !== '' && smsid === computer.smsid) ??
    same.find(({ netCardId, smsLocation }) => {
      return netCardId !== '' && netCardId === computer.netCardId && smsLocation === computer.smsLocation;
    })
  );
}

/** The map with a line entered, in the place of the line that names the same file. */
export function withHistoryMapEntry(
  entries: readonly HistoryMapEntry[],
  entry: HistoryMapEntry,
): readonly HistoryMapEntry[] {
  const at = entries.findIndex(({ file }) => file === entry.file);
  return at === -1 ? [...entries, entry] : entries.with(at, entry);
}

/** The map without the lines of a file: the part of the cure of Q172533 that is easily forgotten. */
export function withoutHistoryMapEntry(entries: readonly HistoryMapEntry[], file: string): readonly HistoryMapEntry[] {
  return entries.filter((entry) => entry.file.toLowerCase() !== file.toLowerCase());
}

function entryLine({ file, smsid, netCardId, smsLocation }: HistoryMapEntry): string {
  return [file, smsid, netCardId, smsLocation].map(escapedField).join('\t');
}
