import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutComments, withoutTexts } from './masking.ts';

/** A file of the project, and what is left of it for the checks. */
export interface SourceFile {
  /** From the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the contents of strings blanked, at the same offsets. */
  readonly code: string;
  /** The text with comments blanked. */
  readonly uncommented: string;
}

/** A broken rule, as `file:line what, so what to do`. */
export type Violation = string;

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const skippedFolders = new Set(['.git', '.smsim', 'coverage', 'dist', 'dist-bench', 'node_modules']);

/** Paths of all files of the project that are kept in version control, sorted. */
export function projectFiles(): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((folder) => skippedFolders.has(folder)))
    .toSorted();
}

export function readSource(path: string): SourceFile {
  return sourceFile(path, readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n'));
}

/** A file that need not exist: the checks have checks of their own. */
export function sourceFile(path: string, text: string): SourceFile {
  const isCode = /\.tsx?$/.test(path);
  return {
    path,
    text,
    code: isCode ? withoutTexts(text) : text,
    uncommented: isCode ? withoutComments(text) : text,
  };
}

export function violation(file: SourceFile, offset: number, what: string): Violation {
  return `${file.path}:${file.text.slice(0, offset).split('\n').length} ${what}`;
}

/** The floor on which a file stands; undefined outside `src`. */
export function floorOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}
