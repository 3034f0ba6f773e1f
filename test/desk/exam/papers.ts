import { products } from '../../../src/catalogue/index.ts';
import { runTools } from '../../../src/cli/workshop.ts';
import { casesOf, loadScenarios, perform, type Case, type Performance } from '../../../src/runner/index.ts';
import { projectFolder } from '../../cli/desk.ts';
import path from 'node:path';

const tools = await runTools();

const library = path.join(projectFolder, 'scenarios');

/** The first case of a shipped scenario's variant; of any with an exam without it. */
export async function paper(file: string, variant?: string): Promise<Case> {
  const { scenarios } = await loadScenarios([file], { workingFolder: projectFolder, library, products });
  const cases = scenarios.flatMap((one) => casesOf(one, { releases: [], variants: [], seeds: 1 }));
  const found = cases.find((one) =>
    variant === undefined ? one.variant.exam.length > 0 : one.variant.name === variant,
  );
  if (found === undefined) throw new Error(`${file} has no such paper`);
  return found;
}

/** The case played to its end, with everything that an exam looks at. */
export function sat(one: Case): Performance {
  return perform(one, tools, { explained: true });
}
