import { documented, inferred } from '../../provenance.ts';
import { mifTokens, unquoted } from '../mif-tokens.ts';
import type { MifToken } from '../mif-tokens.ts';
import { declarationOf } from './inventory-report.ts';
import type { InventoryReport } from './inventory-report.ts';
import { isMifDate } from './mif-date.ts';
import { parseReportMif, printReportMif } from './report-mif.ts';

/** What does not compile, and the words of the logs for a wrong time. */
export const compilationProvenance = documented('Q160776, Q239534, Q275191');

/** The articles name the faults; of the words behind `Compilation failed`, only those for a time are quoted. */
export const compilationTextProvenance = inferred(
  'Q160776, Q239534, Q275191',
  'A faulty name says only `Compilation failed`; a line is named where Q275191 names it, in the Inventory Processor.',
);

/** Why a MIF was not compiled. */
export interface CompilationFault {
  readonly kind: 'syntax' | 'trailing blank' | 'quotation mark' | 'time';
  /** Where the token stands in the text, from 1. */
  readonly line: number;
}

/** What compiling a text MIF gives. */
export type Compilation =
  | { readonly ok: true; readonly value: InventoryReport }
  | { readonly ok: false; readonly fault: CompilationFault };

/**
 * Compiles a text MIF: besides its grammar, names must not end with a blank, no text may hold a quotation mark
 * (Q160776), and dates must be times of a calendar up to the last year (Q239534).
 */
export function compileMif(text: string, lastYear: number): Compilation {
  const report = parseReportMif(text);
  if (!report.ok) return { ok: false, fault: { kind: 'syntax', line: report.line } };
  const fault = firstFault(mifTokens(text), lastYear);
  return fault === undefined ? { ok: true, value: report.value } : { ok: false, fault };
}

/** Whether a date of a report does not compile: the Data Loader compiles the binary MIF anew (Q239534). */
export function hasWrongTime({ groups }: InventoryReport, lastYear: number): boolean {
  return groups.some((group) =>
    Object.entries(group.attributes).some(([name, value]) => {
      return typeof value === 'string' && declarationOf(group, name).type === 'Date' && !isMifDate(value, lastYear);
    }),
  );
}

/** The fault that compiling a report finds; lines are those of its text MIF. */
export function reportFault(report: InventoryReport, lastYear: number): CompilationFault | undefined {
  const compilation = compileMif(printReportMif(report), lastYear);
  return compilation.ok ? undefined : compilation.fault;
}

/** `Compilation failed~Time has incorrect format or illegal values.`, with `on line 109` where asked for. */
export function compilationFaultText(fault: CompilationFault, namesLine = false): string {
  if (fault.kind !== 'time') return 'Compilation failed';
  const text = 'Compilation failed~Time has incorrect format or illegal values.';
  return namesLine ? `${text} on line ${fault.line}` : text;
}

/** Goes through the statements; a date is judged at its value, whichever of type and value comes first. */
function firstFault(tokens: readonly MifToken[], lastYear: number): CompilationFault | undefined {
  let isDate = false;
  let date: MifToken | undefined;
  for (const [index, token] of tokens.entries()) {
    const word = token.source.toLowerCase();
    const value = tokens[index + 2];
    if (token.kind === 'word' && word === 'start') [isDate, date] = [false, undefined];
    if (tokens[index + 1]?.source !== '=' || value === undefined) continue;
    const fault = textFault(word, value);
    if (fault !== undefined) return fault;
    if (word === 'type') isDate = value.source.toLowerCase() === 'date';
    if (word === 'value') date = value;
    if (isDate && date !== undefined && !isDateToken(date, lastYear)) return { kind: 'time', line: date.line };
  }
  return undefined;
}

function textFault(word: string, token: MifToken): CompilationFault | undefined {
  if (token.kind !== 'text') return undefined;
  const text = unquoted(token.source);
  if (text.includes('"')) return { kind: 'quotation mark', line: token.line };
  return word === 'name' && text.endsWith(' ') ? { kind: 'trailing blank', line: token.line } : undefined;
}

/** A date without a value is none. */
function isDateToken(token: MifToken, lastYear: number): boolean {
  const text = unquoted(token.source);
  return token.kind === 'text' && (text === '' || isMifDate(text, lastYear));
}
