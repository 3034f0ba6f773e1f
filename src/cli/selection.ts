import path from 'node:path';
import { casesOf, chosenReleases, findScenarioFiles, loadScenarios } from '../runner/index.ts';
import type { Case, LoadedScenario } from '../runner/index.ts';
import { printDiagnostic } from '../scenario/index.ts';
import { products } from '../catalogue/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { InvalidScenarios, UsageError } from './surroundings.ts';

/**
 * Reads every scenario that some paths name. A path that is not in the working folder is looked for in the library
 * that ships with smsim. All mistakes of all files are told at once.
 */
export async function loadChosen(
  context: Context,
  paths: readonly string[],
): Promise<{ readonly scenarios: readonly LoadedScenario[] }> {
  const files = await filesOf(context, paths);
  const { scenarios, diagnostics } = await loadScenarios(files, { ...context, products });
  if (diagnostics.length > 0) throw new InvalidScenarios(diagnostics.map(printDiagnostic));
  return { scenarios };
}

/** Every case of some scenarios, as the options choose them. */
export async function chooseCases(
  context: Context,
  paths: readonly string[],
  options: CaseOptions & { readonly seeds?: number },
): Promise<readonly Case[]> {
  const { scenarios } = await loadChosen(context, paths);
  const choice = { ...chosenOptions(options), seeds: options.seeds ?? 1 };
  const cases = scenarios.flatMap((scenario) => casesOf(scenario, choice));
  if (cases.length === 0) throw new UsageError(`nothing to run: ${namesOfVariants(scenarios)}`);
  return cases;
}

/** The first case of one scenario that fits the options. */
export async function chooseCase(context: Context, file: string, options: CaseOptions): Promise<Case> {
  const [first] = await chooseCases(context, [file], options);
  return first as Case;
}

/** The releases that a person means by one name: `SP4` is one of each product. */
export function releasesOfName(name: string): readonly string[] {
  const releases = releasesCalled([name]);
  const isOne = products.every((product) => product.releases.filter((one) => releases.includes(one.name)).length <= 1);
  if (!isOne) throw new UsageError(`one release is needed, not "${name}"`);
  return releases;
}

/** The releases, variants and the seed that options name. */
export function chosenOptions(options: CaseOptions): {
  readonly releases: readonly string[];
  readonly variants: readonly string[];
  readonly seed?: number;
} {
  const seed = options.seed === undefined ? {} : { seed: options.seed };
  return { releases: releasesCalled(options.release), variants: options.variant, ...seed };
}

function releasesCalled(given: readonly string[]): readonly string[] {
  const all = products.flatMap(({ releases }) => releases);
  const releases = chosenReleases(given, all);
  if (releases.ok) return releases.names;
  const known = all.map((release) => release.name).join(', ');
  throw new UsageError(`unknown release "${releases.unknown}"; there are RTM, ${known}, all`);
}

function namesOfVariants(scenarios: readonly LoadedScenario[]): string {
  const names = new Set(scenarios.flatMap((one) => one.scenario.variants.map((variant) => variant.name)));
  return `no case fits; the variants are ${[...names].map((name) => `"${name}"`).join(', ')}`;
}

async function filesOf(context: Context, paths: readonly string[]): Promise<readonly string[]> {
  const here = await findScenarioFiles(paths, context.workingFolder);
  if (here.missing.length === 0) return here.files;
  const besideLibrary = path.dirname(context.library);
  const shipped = await findScenarioFiles(here.missing, besideLibrary);
  if (shipped.missing.length > 0) throw new UsageError(`no scenario file at ${shipped.missing.join(', ')}`);
  const fromHere = shipped.files.map((file) => path.relative(context.workingFolder, path.join(besideLibrary, file)));
  return [...here.files, ...fromHere.map((file) => file.replaceAll('\\', '/'))];
}
