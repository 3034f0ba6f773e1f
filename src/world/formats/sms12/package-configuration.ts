import { assumed } from '../../provenance.ts';
import { textDocument, textLines } from '../text-document.ts';
import { compilePackageRules, printPackageRules } from './package-rules.ts';
import type { PackageRule } from './package-rules.ts';

/** PKG_16.CFG is binary (Q286387). */
export const packageConfigurationProvenance = assumed(
  'PKG_16.CFG holds the rules that were compiled as lines of a text; where compiling fails it is empty.',
  'Q153826, Q286387',
);

const configurationStart = 'PKG_16';

/** The content of PKG_16.CFG. */
export function printPackageConfiguration(rules: readonly PackageRule[]): string {
  return `${configurationStart}\r\n${printPackageRules(rules)}`;
}

/** Reads PKG_16.CFG; undefined for an empty or faulty one, which tells the agents nothing to look for (Q286387). */
export function parsePackageConfiguration(text: string): readonly PackageRule[] | undefined {
  const [start, ...lines] = textLines(text);
  const rules = compilePackageRules(textDocument(lines));
  return start === configurationStart && rules.ok ? rules.value : undefined;
}
