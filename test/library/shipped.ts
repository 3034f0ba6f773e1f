import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { products } from '../../src/catalogue/index.ts';
import { casesOf, findScenarioFiles, loadScenarios, type Case, type LoadedScenario } from '../../src/runner/index.ts';
import { printDiagnostic } from '../../src/scenario/index.ts';

/** The folder of the project, in which scenario files have the names that people type. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

async function shippedFiles(folder: string): Promise<readonly string[]> {
  const { files, missing } = await findScenarioFiles([folder], projectFolder);
  if (missing.length > 0) throw new Error(`there are no scenarios in ${folder}`);
  return files;
}

/** The scenarios that ship below a folder of the project; a mistake in one of them is told as the command tells it. */
export async function shippedScenarios(folder: string): Promise<readonly LoadedScenario[]> {
  const reading = { workingFolder: projectFolder, library: path.join(projectFolder, 'scenarios'), products };
  const { scenarios, diagnostics } = await loadScenarios(await shippedFiles(folder), reading);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(printDiagnostic).join('\n'));
  return scenarios;
}

/** All cases that `smsim run` makes of a scenario. */
export function allCases(scenario: LoadedScenario): readonly Case[] {
  return casesOf(scenario, { releases: [], variants: [], seeds: 1 });
}
