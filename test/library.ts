import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sms20 } from '../src/catalogue/index.ts';
import { sha256 } from '../src/cli/digest.ts';
import { loadSqlEngine } from '../src/cli/sql-engine.ts';
import { casesOf, findScenarioFiles, loadScenarios, type Case, type RunTools } from '../src/runner/index.ts';

/** The folder of the project. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** What the library's scenarios are run with. */
export async function libraryTools(options: { readonly reverseUnorderedSelects?: boolean } = {}): Promise<RunTools> {
  return { product: sms20, sqlEngine: await loadSqlEngine(options), digest: sha256 };
}

/** Every case of the scenarios in a folder of the library, file by file; throws what is wrong with a file. */
export async function libraryCases(folder: string): Promise<readonly { file: string; cases: readonly Case[] }[]> {
  const found = await findScenarioFiles([path.join('scenarios', folder)], projectFolder);
  const reading = { workingFolder: projectFolder, library: path.join(projectFolder, 'scenarios'), product: sms20 };
  const { scenarios, diagnostics } = await loadScenarios(found.files, reading);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return scenarios.map((loaded) => ({
    file: path.basename(loaded.place),
    cases: casesOf(loaded, { releases: [], variants: [], seeds: 1 }),
  }));
}

/** A case as a test names it. */
export function caseName(one: Case): string {
  return `${one.variant.name} on ${one.run.name}`;
}
