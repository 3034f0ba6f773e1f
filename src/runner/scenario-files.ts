import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { globPattern, globRoot, isGlob } from './glob.ts';

/** Scenario files named on a command line, and the names for which there is nothing. */
export interface FoundFiles {
  /** Paths as a person would type them from the working folder, with forward slashes, sorted, each once. */
  readonly files: readonly string[];
  readonly missing: readonly string[];
}

/** Finds scenario files from files, folders (all `.yaml` files below them but those of `sites`) and globs. */
export async function findScenarioFiles(given: readonly string[], workingFolder: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const name of given) {
    const found = isGlob(name) ? await matching(name, workingFolder) : await named(name, workingFolder);
    if (found.length === 0) missing.push(name);
    for (const file of found) files.add(file);
  }
  return { files: [...files].toSorted(), missing };
}

async function named(name: string, workingFolder: string): Promise<readonly string[]> {
  const facts = await stat(path.resolve(workingFolder, name)).catch(() => undefined);
  if (facts === undefined) return [];
  const shown = name.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  if (!facts.isDirectory()) return [shown];
  const below = await walk(path.resolve(workingFolder, name), shown);
  return below.filter((file) => isScenario(file));
}

async function matching(given: string, workingFolder: string): Promise<readonly string[]> {
  const glob = given.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const root = globRoot(glob);
  const pattern = globPattern(glob);
  const all = await walk(path.resolve(workingFolder, root), root).catch(() => []);
  return all.filter((file) => pattern.test(file) && isYaml(file));
}

async function walk(folder: string, shown: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    const name = shown === '.' ? entry.name : `${shown.replace(/\/$/, '')}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await walk(path.join(folder, entry.name), name)));
    else found.push(name);
  }
  return found;
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/i.test(file);
}

/** Named sites are starting points, not scenarios. */
function isScenario(file: string): boolean {
  return isYaml(file) && !/(?:^|\/)sites\/[^/]*$/.test(file);
}
