import type { Instant } from '../../../kernel/index.ts';
import { documented, inferred } from '../../provenance.ts';
import { endOfFile, parsed, syntaxError, textDocument, textLines } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';

/** First line, order of the file definition, properties and transactions. */
export const siteControlFileProvenance = documented('Q133113, Resource Guide for SMS 1.2 (Site Control File)');

/** The guide tells of more blocks than inventory needs. */
export const siteControlBlocksProvenance = inferred(
  'Resource Guide for SMS 1.2 (Site Control File)',
  'A file has its definition, then a block of properties and one of transactions; other blocks are left out.',
);

/** A site control file of SMS 1.2 (`SITECTRL.CT0`, `*.CT1`, `*.CT2`). */
export interface SiteControlFile {
  readonly definition: SiteControlDefinition;
  readonly properties: readonly SiteProperty[];
  readonly transactions: readonly SiteTransaction[];
}

/** What the file is and whose. */
export interface SiteControlDefinition {
  readonly kind: (typeof siteControlKinds)[number];
  readonly comment: string;
  readonly targetSite: string;
  readonly originSite: string;
  /** Universal time; whole seconds. */
  readonly time: Instant;
  readonly posted: boolean;
}

/** A property of the site or of a component: a number and two texts under a name. */
export interface SiteProperty {
  readonly name: string;
  readonly texts: readonly [string, string];
  readonly number: number;
}

/** Something a site is to do once, such as the daily heartbeat of the hierarchy. */
export interface SiteTransaction {
  readonly type: number;
  readonly persistent: boolean;
  readonly number: number;
  readonly texts: readonly [string, string];
}

/** The kinds of files in the order of their numbers, from 1: `.CT2` actual, `.CT1` proposed. */
export const siteControlKinds = ['actual', 'proposed', 'new site', 'transactions', 'local transactions'] as const;

const firstLine = 'SITE CONTROL FILE [786][1.08]';
const blocks = {
  definition: ['BEGIN_FILE_DEFINITION', 'END_FILE_DEFINITION'],
  properties: ['BEGIN_PROPERTIES', 'END_PROPERTIES'],
  transactions: ['BEGIN_TRANSACTIONS', 'END_TRANSACTIONS'],
} as const;

/** The text of a site control file; angle brackets cannot stand in its values. */
export function printSiteControlFile({ definition, properties, transactions }: SiteControlFile): string {
  const { kind, comment, targetSite, originSite, time, posted } = definition;
  const head = [siteControlKinds.indexOf(kind) + 1, comment, targetSite, originSite, time / 1000, Number(posted)];
  return textDocument([
    firstLine,
    blocks.definition[0],
    ...head.map((value) => values(value)),
    blocks.definition[1],
    blocks.properties[0],
    ...properties.map(({ name, texts, number }) => `PROPERTY ${values(name, ...texts, number)}`),
    blocks.properties[1],
    blocks.transactions[0],
    ...transactions.map(({ type, persistent, number, texts }) => {
      return `TRANSACTION${values(type, Number(persistent), number, ...texts)}`;
    }),
    blocks.transactions[1],
  ]);
}

/** Reads a site control file; what it cannot read is renamed by its reader, with event 211. */
export function parseSiteControlFile(text: string): Parsed<SiteControlFile> {
  const lines = textLines(text);
  if (lines[0] !== firstLine) return syntaxError(1, lines[0] ?? '');
  if (lines.at(-1) !== blocks.transactions[1]) return endOfFile(lines.length);
  const definition = definitionOf(blockOf(lines, 'definition').map(plain));
  if (definition === undefined) return syntaxError(2, lines[1] ?? '');
  const properties: SiteProperty[] = [];
  for (const line of blockOf(lines, 'properties')) {
    const [name = '', first = '', second, number, ...more] = fields(line, 'PROPERTY ');
    if (second === undefined || !isNumber(number) || more.length > 0) return misfit(lines, line);
    properties.push({ name, texts: [first, second], number: Number(number) });
  }
  const transactions: SiteTransaction[] = [];
  for (const line of blockOf(lines, 'transactions')) {
    const [type, persistent, number, first = '', second, ...more] = fields(line, 'TRANSACTION');
    if (second === undefined || !isNumber(type) || !isNumber(number) || more.length > 0) return misfit(lines, line);
    const one = { type: Number(type), persistent: persistent === '1', number: Number(number) };
    transactions.push({ ...one, texts: [first, second] });
  }
  return parsed({ definition, properties, transactions });
}

function definitionOf(all: readonly (string | undefined)[]): SiteControlDefinition | undefined {
  const [kindText, comment, targetSite, originSite, seconds, posted] = all;
  const kind = siteControlKinds[Number(kindText) - 1];
  if (kind === undefined || comment === undefined || targetSite === undefined) return undefined;
  if (originSite === undefined || !isNumber(seconds) || posted === undefined || all.length !== 6) return undefined;
  return { kind, comment, targetSite, originSite, time: Number(seconds) * 1000, posted: posted === '1' };
}

function blockOf(lines: readonly string[], name: keyof typeof blocks): readonly string[] {
  const [begin, end] = blocks[name];
  return lines.slice(lines.indexOf(begin) + 1, lines.indexOf(end));
}

function fields(line: string, word: string): readonly string[] {
  const match = line.startsWith(word) ? /^(?:<[^<>]*>)+$/.exec(line.slice(word.length)) : null;
  return match === null ? [] : match[0].slice(1, -1).split('><');
}

function plain(line: string): string | undefined {
  return /^<([^<>]*)>$/.exec(line)?.[1];
}

function values(...all: readonly (string | number)[]): string {
  return all.map((value) => `<${value}>`).join('');
}

function isNumber(text: string | undefined): text is string {
  return text !== undefined && /^-?\d+$/.test(text);
}

function misfit(lines: readonly string[], line: string): Parsed<never> {
  return syntaxError(lines.indexOf(line) + 1, line);
}
