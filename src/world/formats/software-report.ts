import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { assumed } from '../provenance.ts';
import { collectedFileOf, collectedFileRow, type CollectedFile } from './collected-file.ts';
import {
  endOfFile,
  escapedField,
  parsed,
  syntaxError,
  textDocument,
  textLines,
  unescapedField,
} from './text-document.ts';
import type { Parsed } from './text-document.ts';
import { remembering } from './text-memo.ts';
import { parseIsoTime } from './time-text.ts';

/** What the files carry is known, their layout is not. */
export const softwareReportProvenance = assumed(
  '.sic, .sid and Sinv.his are tab-separated lines between a heading and END; collected files come last.',
  'Q234360, Q200852, Q202082, Q202108 and the SMS Administrator online help tell the content',
);

/** A complete report (`Sinvdat.sic`) or one of changes (`Sinvdat.sid`). */
export type SoftwareReport = SoftwareReportHeading &
  (
    | { readonly kind: 'complete'; readonly files: readonly SoftwareFile[] }
    | { readonly kind: 'delta'; readonly changes: readonly SoftwareChange[] }
  );

/** Who reports, when the scan began on the client's clock, and the files that come along. */
export interface SoftwareReportHeading {
  readonly guid: string;
  readonly computerName: string;
  readonly siteCode: string;
  /** The site compares it with that of the file it applied last. */
  readonly cycleStart: Instant;
  /** Appended to the inventory (SMS Administrator online help); missing where the site collects none. */
  readonly collected?: readonly CollectedFile[];
}

/** One kind of file found on a client's disks: no path is kept, duplicates raise the count (Q202108). */
export interface SoftwareFile {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Instant;
  /** Missing for an unknown file: a header lacks company, product, version or language (Q202082). */
  readonly product?: SoftwareProduct;
  readonly count: number;
}

/** The version header of a known file. */
export interface SoftwareProduct {
  readonly company: string;
  readonly product: string;
  readonly version: string;
  readonly language: string;
}

/** One line of a delta. */
export interface SoftwareChange {
  readonly action: 'add' | 'update' | 'delete';
  readonly file: SoftwareFile;
}

/** The text of a `.sic` or `.sid`. */
export function printSoftwareReport(report: SoftwareReport): string {
  const rows = report.kind === 'complete' ? report.files.map(fileRow) : report.changes.map(changeRow);
  const { guid, computerName, siteCode, cycleStart, collected = [] } = report;
  const heading = [report.kind.toUpperCase(), guid, computerName, siteCode, isoTime(cycleStart)];
  return textDocument([row(['SOFTWARE INVENTORY', ...heading]), ...rows, ...collected.map(collectedFileRow), 'END']);
}

/** Reads a `.sic` or `.sid`; one without its END line was cut off. */
export function parseSoftwareReport(text: string): Parsed<SoftwareReport> {
  const lines = textLines(text);
  const [title, kind, guid = '', computerName = '', siteCode = '', start] = fields(lines[0] ?? '');
  if (text === '') return endOfFile(1);
  const cycleStart = parseIsoTime(start ?? '');
  const known = title === 'SOFTWARE INVENTORY' && (kind === 'COMPLETE' || kind === 'DELTA');
  if (!known || cycleStart === undefined) return lines.length === 1 ? endOfFile(1) : syntaxError(1, lines[0] ?? '');
  const collected: CollectedFile[] = [];
  const heading = { guid, computerName, siteCode, cycleStart };
  const whole = (): SoftwareReportHeading => (collected.length > 0 ? { ...heading, collected } : heading);
  if (kind === 'COMPLETE') {
    const files = rowsBetween(lines, fileOfLine, collected);
    return files.ok ? parsed({ ...whole(), kind: 'complete', files: files.value }) : files;
  }
  const changes = rowsBetween(lines, changeOf, collected);
  return changes.ok ? parsed({ ...whole(), kind: 'delta', changes: changes.value }) : changes;
}

/** The text of `Sinv.his`, what the client remembers of its last report. */
export function printSoftwareHistory(files: readonly SoftwareFile[]): string {
  return textDocument(['SOFTWARE HISTORY', ...files.map(fileRow), 'END']);
}

/** Reads `Sinv.his`; a damaged one makes the agent send a complete report. */
export function parseSoftwareHistory(text: string): Parsed<readonly SoftwareFile[]> {
  const lines = textLines(text);
  if (text === '') return endOfFile(1);
  if (lines[0] !== 'SOFTWARE HISTORY') return syntaxError(1, lines[0] ?? '');
  return rowsBetween(lines, fileOfLine);
}

/** The disks of a site hold much the same, week after week. */
const fileOfLine = remembering((line) => fileOf(fields(line)), 10_000);

/**
 * The changes that lead from the history to what the disks hold now: files compare by name, size and product; a
 * date is no key (Q238762, Q303417), so another date or count is an update. Deletions come last.
 */
export function compareSoftware(
  history: readonly SoftwareFile[],
  now: readonly SoftwareFile[],
): readonly SoftwareChange[] {
  if (history.length === now.length && history.every((file, index) => sameRow(file, now[index]))) return [];
  const old = new Map(history.map((file) => [softwareIdentity(file), file]));
  const found = new Set(now.map(softwareIdentity));
  const changes = now.flatMap((file): readonly SoftwareChange[] => {
    const stored = old.get(softwareIdentity(file));
    if (stored === undefined) return [{ action: 'add', file }];
    const same = stored.count === file.count && stored.modified === file.modified;
    return same ? [] : [{ action: 'update', file }];
  });
  const gone = history.filter((file) => !found.has(softwareIdentity(file)));
  return [...changes, ...gone.map((file): SoftwareChange => ({ action: 'delete', file }))];
}

/** What tells one inventoried file from all others of a computer; file names compare without regard to case. */
export function softwareIdentity(file: SoftwareFile): string {
  const name = `${file.size} ${file.fileName.toLowerCase()}`;
  if (file.product === undefined) return name;
  const { company, product, version, language } = file.product;
  return JSON.stringify([name, company, product, version, language]);
}

/** Most weeks nothing changes, and the order of a scan follows from what lies on the disks. */
function sameRow(a: SoftwareFile, b: SoftwareFile | undefined): boolean {
  return (
    a.fileName === b?.fileName &&
    a.size === b.size &&
    a.modified === b.modified &&
    a.count === b.count &&
    sameProduct(a.product, b.product)
  );
}

function sameProduct(a: SoftwareProduct | undefined, b: SoftwareProduct | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.company === b.company && a.product === b.product && a.version === b.version && a.language === b.language;
}

function changeRow(change: SoftwareChange): string {
  return `${change.action.toUpperCase()}\t${fileRow(change.file)}`;
}

function changeOf(line: string): SoftwareChange | undefined {
  const [word, ...rest] = fields(line);
  const action = (['add', 'update', 'delete'] as const).find((one) => one.toUpperCase() === word);
  const file = fileOf(rest);
  return action === undefined || file === undefined ? undefined : { action, file };
}

function fileRow(file: SoftwareFile): string {
  const { company, product, version, language } = file.product ?? {};
  const header = file.product === undefined ? [] : [company ?? '', product ?? '', version ?? '', language ?? ''];
  return row([file.fileName, String(file.size), isoTime(file.modified), String(file.count), ...header]);
}

function fileOf(columns: readonly string[]): SoftwareFile | undefined {
  const [fileName = '', size = '', date = '', count = '', ...header] = columns;
  const modified = parseIsoTime(date);
  if (!/^\d+$/.test(size) || !/^\d+$/.test(count) || modified === undefined) return undefined;
  const file = { fileName, size: Number(size), modified, count: Number(count) };
  if (header.length === 0) return file;
  const [company, product, version, language] = header;
  if (company === undefined || product === undefined || version === undefined || language === undefined)
    return undefined;
  return header.length === 4 ? { ...file, product: { company, product, version, language } } : undefined;
}

/**
 * The rows after the heading up to END, collected files put apart; the last line of a file without END is where it
 * was cut off.
 */
function rowsBetween<T>(
  lines: readonly string[],
  read: (line: string) => T | undefined,
  collected: CollectedFile[] = [],
): Parsed<readonly T[]> {
  const rows: T[] = [];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === 'END')
      return index === lines.length - 1 ? parsed(rows) : syntaxError(index + 2, lines[index + 1] ?? '');
    const file = collectedFileOf(line);
    const value = file === undefined ? read(line) : undefined;
    if (file !== undefined) collected.push(file);
    else if (value !== undefined) rows.push(value);
    else if (index < lines.length - 1) return syntaxError(index + 1, line);
  }
  return endOfFile(lines.length);
}

function row(columns: readonly string[]): string {
  return columns.map(escapedField).join('\t');
}

function fields(line: string): readonly string[] {
  return line.split('\t').map(unescapedField);
}
