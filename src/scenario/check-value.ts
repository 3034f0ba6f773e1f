import type { z } from 'zod';
import { didYouMean } from './did-you-mean.ts';
import type { DiagnosticCode } from './diagnostics.ts';
import { complaintAbout, type KnownNames } from './known-names.ts';
import { findTexts, keysAt } from './references.ts';
import { isMapping, valueAt, type Path, type Source } from './source.ts';
import { unresolvedNames } from './text-values.ts';

/** What a value is checked for. */
export interface Check {
  readonly source: Source;
  readonly names: KnownNames;
  readonly schema: z.ZodType;
  readonly value: unknown;
  /** Where the value stands in the file. */
  readonly path: Path;
  /** The verb whose arguments these are; undefined for any other mapping. */
  readonly verb?: string;
}

type Issue = z.core.$ZodIssue;

/** Reports everything that is wrong with a value; true where nothing is. */
export function checkValue(check: Check): boolean {
  const { source, schema, value, path } = check;
  const before = source.diagnostics.length;
  const result = schema.safeParse(value);
  if (!result.success) for (const issue of result.error.issues) reportIssue(check, issue);
  for (const found of findTexts(schema, value)) {
    const complaint = complaintAbout(found, check.names);
    if (complaint === undefined) continue;
    const at = found.isKey ? 'key' : 'value';
    source.report(complaint.code, complaint.message, [...path, ...found.path], { at, hint: complaint.hint });
  }
  checkPlaceholders(check, value, path);
  return source.diagnostics.length === before;
}

function reportIssue(check: Check, issue: Issue): void {
  const at = [...check.path, ...(issue.path as Path)];
  const value = valueAt(check.value, issue.path as Path);
  if (issue.code === 'unrecognized_keys') return reportKeys(check, issue.path as Path, issue.keys);
  if (issue.code === 'invalid_union') return reportUnion(check, issue, value);
  if (value === undefined && issue.code !== 'custom') return reportMissing(check, issue.path as Path);
  if (issue.message.startsWith('the number') && typeof value === 'number') {
    const hint = `write ${value}s, ${value}m or ${value}h`;
    return check.source.report('SM016', issue.message, at, { hint });
  }
  const hint = issue.code === 'invalid_value' ? didYouMean(String(value), issue.values.map(String)) : undefined;
  return check.source.report('SM015', sentence(check, issue, value), at, { hint });
}

function reportKeys(check: Check, at: Path, keys: readonly string[]): void {
  const known = keysAt(check.schema, check.value, at);
  const code: DiagnosticCode = check.verb === undefined ? 'SM010' : 'SM012';
  for (const key of keys) {
    const message = check.verb === undefined ? `unknown key "${key}"` : `"${check.verb}" has no argument ${key}`;
    check.source.report(code, message, [...check.path, ...at, key], { at: 'key', hint: didYouMean(key, known) });
  }
}

function reportMissing(check: Check, at: Path): void {
  const missing = String(at.at(-1) ?? 'a value');
  const owner = at.length <= 1 && check.verb !== undefined ? `"${check.verb}"` : 'this mapping';
  const parent = [...check.path, ...at.slice(0, -1)];
  check.source.report('SM011', `${owner} needs ${missing}`, parent, { at: 'key' });
}

/** Of several alternatives the one the writer most likely meant: right kind of value, fewest mistakes. */
function reportUnion(check: Check, issue: Issue & { readonly code: 'invalid_union' }, value: unknown): void {
  const branches = (issue.errors as readonly (readonly Issue[])[]).filter((issues) => issues.length > 0);
  const ofKind = branches.filter((issues) => !issues.some((one) => one.path.length === 0 && isWrongKind(one)));
  const likeliest = ofKind.toSorted((a, b) => a.length - b.length)[0];
  const unitless = branches.flat().find((one) => one.path.length === 0 && one.message.startsWith('the number'));
  if (likeliest !== undefined || unitless !== undefined) {
    for (const one of likeliest ?? [unitless as Issue])
      reportIssue(check, { ...one, path: [...issue.path, ...one.path] });
    return;
  }
  if (value === undefined) return reportMissing(check, issue.path as Path);
  const kinds = branches.flatMap((issues) => issues.map(expectedKind)).filter((kind) => kind !== undefined);
  const wanted = kinds.length === 0 ? 'something else' : [...new Set(kinds)].join(' or ');
  const message = `${subject(check, issue.path as Path)} must be ${wanted}, not ${kindOf(value)}`;
  return check.source.report('SM015', message, [...check.path, ...(issue.path as Path)]);
}

function isWrongKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function sentence(check: Check, issue: Issue, value: unknown): string {
  const what = subject(check, issue.path as Path);
  if (issue.code === 'invalid_type') return `${what} must be ${expectedKind(issue)}, not ${kindOf(value)}`;
  if (issue.code === 'invalid_value') return `${what} must be ${issue.values.map(String).join(' or ')}`;
  return `${what}: ${issue.message}`;
}

function subject(check: Check, at: Path): string {
  return String(at.at(-1) ?? check.verb ?? check.path.at(-1) ?? 'this file');
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing',
};

function expectedKind(issue: Issue): string | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  return issue.code === 'invalid_type' ? (kinds[issue.expected] ?? issue.expected) : undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return isMapping(value) ? 'a mapping' : (kinds[typeof value] ?? typeof value);
}

/** `${...}` that is neither a parameter, which would be gone by now, nor a value of the run. */
function checkPlaceholders(check: Check, value: unknown, path: Path): void {
  if (typeof value === 'string') {
    for (const name of unresolvedNames(value)) {
      const hint = didYouMean(name, ['now', 'start', 'seed', 'release']);
      check.source.report('SM027', `nothing is called \${${name}} here`, path, { hint });
    }
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) checkPlaceholders(check, entry, [...path, index]);
  } else if (isMapping(value)) {
    for (const [key, entry] of Object.entries(value)) checkPlaceholders(check, entry, [...path, key]);
  }
}
