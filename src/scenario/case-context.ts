import type { SiteDescription } from '../simulation/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { KnownNames } from './known-names.ts';
import { fitsWildcard } from './patterns.ts';
import type { FilePlace } from './scenario.ts';
import { isMapping, type Path, type Source } from './source.ts';

/** What steps and expectations of one case are checked against. */
export interface CaseContext {
  readonly source: Source;
  readonly names: KnownNames;
  readonly site: SiteDescription | undefined;
  /** Parameters of the case and variables of the `for each` around it. */
  readonly bindings: ReadonlyMap<string, unknown>;
}

/** Where a value stands, for steps and expectations to remember. */
export function filePlace(source: Source, path: Path): FilePlace {
  const { line, column } = source.placeOf(path);
  return { file: source.file, line, column };
}

const roleGroups = {
  clients: 'client',
  'client access points': 'client access point',
  'site servers': 'site server',
} as const;

/**
 * The computers that `in:` means: a list of names, `clients`, `client access points`, `site servers`, or names by
 * wildcard (`CLIENT*`). Reports what means none.
 */
export function groupMembers(context: CaseContext, value: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  const computers = context.site?.computers ?? [];
  if (typeof value !== 'string') {
    context.source.report('SM015', 'in must be a list or the name of a group', path);
    return [];
  }
  const role = Object.hasOwn(roleGroups, value) ? roleGroups[value as keyof typeof roleGroups] : undefined;
  const members = computers.filter((one) => (role === undefined ? fitsWildcard(value, one.name) : one.role === role));
  if (members.length === 0 && context.site !== undefined) {
    const hint = didYouMean(value, [...Object.keys(roleGroups), ...context.names.computers]);
    context.source.report('SM020', `there is no group or computer "${value}"`, path, { hint });
  }
  return members.map((one) => one.name);
}

/** A value with the keys of all its mappings sorted, so that their order in the file means nothing. */
export function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (!isMapping(value)) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, withSortedKeys(value[key])]));
}

/** A verb and its arguments in one line: `write {on: PC1, path: C:\a.txt}`. */
export function oneLine(verb: string, given: unknown): string {
  const text = `${verb} ${flow(given)}`.replaceAll(/\s+/g, ' ').trim();
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isMapping(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}: ${flow(entry)}`)
    .join(', ')}}`;
}
