import { bannedFileNames, bannedTexts, bans, floors, limits } from './house-rules.ts';
import { floorOf, violation, type SourceFile, type Violation } from './source-file.ts';

/** Time, chance, asynchrony and the machine's language on floors that must be deterministic. */
export function impurities(file: SourceFile): readonly Violation[] {
  const floor = floors.find(({ name }) => name === floorOf(file.path));
  if (floor?.pure !== true || !file.path.endsWith('.ts')) return [];
  return bans.flatMap(({ name, pattern, instead }) =>
    [...file.code.matchAll(pattern)].map((match) => violation(file, match.index, `uses ${name}: ${instead}`)),
  );
}

/** Words and paths that no file of the project may hold. */
export function bannedTextViolations(file: SourceFile): readonly Violation[] {
  return bannedTexts.flatMap(({ name, pattern, instead }) =>
    [...file.text.matchAll(pattern)].map((match) => violation(file, match.index, `holds ${name}: ${instead}`)),
  );
}

/** Components that ask which release they are: builds differ by traits only. */
export function releaseTests(file: SourceFile): readonly Violation[] {
  if (floorOf(file.path) !== 'components') return [];
  const pattern = /['"`](?:SMS )?2\.0 (?:SP|RTM|Hotfix)/g;
  return [...file.uncommented.matchAll(pattern)].map((match) =>
    violation(
      file,
      match.index,
      'names a release: add a trait with the right behaviour and override it in the catalogue',
    ),
  );
}

/** Files whose names are no concept, or not in kebab-case. */
export function nameViolations(path: string): readonly Violation[] {
  const name = path.split('/').at(-1) ?? '';
  const concept = name.replace(/(?:\.property)?(?:\.test)?(?:\.d)?\.tsx?$/, '');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(concept)) return [`${path}:1 is not in kebab-case: rename it`];
  const parts = [...path.split('/').slice(0, -1), concept];
  const vague = parts.find((part) => bannedFileNames.some((pattern) => pattern.test(part)));
  return vague === undefined ? [] : [`${path}:1 "${vague}" names no concept: name what the file is about`];
}

/** A floor's README: there, and short enough to be read. */
export function readmeViolations(path: string, text: string | undefined): readonly Violation[] {
  if (text === undefined || text.trim() === '') {
    return [`${path}:1 is missing: say what the floor knows, what it must not know, where to start reading`];
  }
  const lines = text.trimEnd().split('\n').length;
  return lines <= limits.readmeLines ? [] : [`${path}:${lines} has ${lines} lines: ${limits.readmeLines} is the limit`];
}
