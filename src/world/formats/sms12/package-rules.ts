import { documented } from '../../provenance.ts';
import { parsed, syntaxError, textDocument, textLines } from '../text-document.ts';
import type { FormatError, Parsed } from '../text-document.ts';
import { readPackageRule } from './package-rule-reader.ts';

/** Keywords and order of their numbers; names with quotation marks and negative checksums do not compile. */
export const packageRulesProvenance = documented(
  'Q153826, Q286387, Resource Guide for SMS 1.2 (Using File Attributes to Create Complex Rules)',
);

/** One package: what the inventory agents look for. */
export interface PackageRule {
  readonly id: number;
  readonly title: string;
  /** The package is there when every file of one of these lists is (AND binds stronger than OR). */
  readonly alternatives: readonly (readonly FileRule[])[];
}

/** One file of a rule; of the attributes, those that are given must agree. */
export interface FileRule {
  readonly name: string;
  /** The file is sent with the inventory. */
  readonly collect: boolean;
  /** The other attributes in file order, as written: `['SIZE', '3483136']`, `['BYTE', '10000', '114']`. */
  readonly attributes: readonly (readonly [FileAttribute, ...string[]])[];
}

/** An attribute of a file that a rule can name. */
export type FileAttribute = 'BYTE' | 'CHECKSUM' | 'CRC' | 'DATE' | 'LONG' | 'SIZE' | 'STRING' | 'TIME' | 'WORD';

/** The text of PACKAGE.RUL, a line for each package, as Applications Manager writes it. */
export function printPackageRules(rules: readonly PackageRule[]): string {
  return textDocument(rules.map(ruleLine));
}

/**
 * Compiles PACKAGE.RUL; the line of an error is what Maintenance Manager names. A quotation mark inside a name ends it
 * early (Q153826), a number must not be negative (Q286387).
 */
export function compilePackageRules(text: string): Parsed<readonly PackageRule[]> {
  const rules: PackageRule[] = [];
  for (const [index, line] of textLines(text).entries()) {
    if (line.trim() === '') continue;
    const rule = readPackageRule(line);
    if (rule === undefined) return syntaxError(index + 1, line);
    rules.push(rule);
  }
  return parsed(rules);
}

/** The words of Maintman.log where PACKAGE.RUL does not compile (Q286387). */
export function packageRulesErrorText(error: FormatError): string {
  return `ERROR in Package rule file: ${error.kind} Line: ${error.line}~~`;
}

function ruleLine({ id, title, alternatives }: PackageRule): string {
  const files = alternatives.map((all) => all.map(fileText).join(' AND '));
  return `PACKAGE ${id} "${title}" ${files.join(' OR ')}`;
}

function fileText({ name, collect, attributes }: FileRule): string {
  const words = attributes.map(([attribute, ...values]) => {
    return [attribute, ...(attribute === 'STRING' ? [values[0], `"${values[1]}"`] : values)].join(' ');
  });
  return [`FILE "${name}"`, ...words, ...(collect ? ['COLLECT'] : [])].join(' ');
}
