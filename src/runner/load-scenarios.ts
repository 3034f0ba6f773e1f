import { readFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Product } from '../catalogue/index.ts';
import { parseScenario, type Diagnostic, type Scenario } from '../scenario/index.ts';

/** A scenario file that is in order, with its text, from which it can be read again. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly text: string;
  /** Where it lies on this machine. */
  readonly place: string;
  readonly library: string;
}

/** Changes a text before it is read, for checks that compare what comes of it. */
export type Rewriting = (text: string) => string;

/** Where scenario files are looked for, and what they are checked against. */
export interface Reading {
  readonly workingFolder: string;
  /** The scenarios that ship with smsim; their named sites serve every scenario. */
  readonly library: string;
  readonly products: readonly Product[];
}

/** Reads scenario files; the mistakes of all of them come together. */
export async function loadScenarios(
  files: readonly string[],
  { workingFolder, library, products }: Reading,
): Promise<{ readonly scenarios: readonly LoadedScenario[]; readonly diagnostics: readonly Diagnostic[] }> {
  const scenarios: LoadedScenario[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const place = path.resolve(workingFolder, file);
    const text = await readFile(place, 'utf8');
    const parsed = parse({ file, place, text, library, products });
    if (parsed.ok) scenarios.push({ scenario: parsed.scenario, text, place, library });
    else diagnostics.push(...parsed.diagnostics);
  }
  return { scenarios, diagnostics };
}

/** The scenario of a text that is no file yet, as if it lay in the working folder. */
export function loadScenarioText(file: string, text: string, reading: Reading): LoadedScenario | readonly Diagnostic[] {
  const { workingFolder, library, products } = reading;
  const place = path.resolve(workingFolder, file);
  const parsed = parse({ file, place, text, library, products });
  return parsed.ok ? { scenario: parsed.scenario, text, place, library } : parsed.diagnostics;
}

/** The same scenario from rewritten texts of its file and of the sites it names. */
export function rewritten(loaded: LoadedScenario, rewrite: Rewriting, products: readonly Product[]): Scenario {
  const { scenario, place, library, text } = loaded;
  const parsed = parse({ file: scenario.file, place, text: rewrite(text), library, products, rewrite });
  if (parsed.ok) return parsed.scenario;
  throw new Error(`${scenario.file} is not in order any more when its text is rewritten`);
}

function parse(given: {
  readonly file: string;
  readonly place: string;
  readonly text: string;
  readonly library: string;
  readonly products: readonly Product[];
  readonly rewrite?: Rewriting;
}): ReturnType<typeof parseScenario> {
  const { file, place, text, library, products, rewrite = (same: string) => same } = given;
  const readSite = (name: string): { readonly file: string; readonly text: string } | undefined => {
    const found = siteFile(place, name, library);
    return found === undefined ? undefined : { file: shownBeside(file, place, found.file), text: rewrite(found.text) };
  };
  return parseScenario({ file, text, readSite, siteNames: () => siteNames(place, library), products });
}

/** `NAME.yaml` in the folder `sites` beside the scenario or beside a folder above it; then that of the library. */
function siteFile(
  scenario: string,
  name: string,
  library: string,
): { readonly file: string; readonly text: string } | undefined {
  for (const sites of siteFolders(scenario, library)) {
    const file = path.join(sites, `${name}.yaml`);
    const text = textOf(file);
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

/** Every name that `siteFile` would find. */
function siteNames(scenario: string, library: string): readonly string[] {
  const files = siteFolders(scenario, library).flatMap(filesOf);
  const names = files.filter((file) => path.extname(file) === '.yaml').map((file) => path.basename(file, '.yaml'));
  return [...new Set(names)];
}

function siteFolders(scenario: string, library: string): readonly string[] {
  const above = foldersAbove(path.dirname(scenario)).map((folder) => path.join(folder, 'sites'));
  return [...above, path.join(library, 'sites')];
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function foldersAbove(folder: string): readonly string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The path of a site file as a person who typed the path of the scenario would type it. */
function shownBeside(scenario: string, place: string, site: string): string {
  return path.join(path.dirname(scenario), path.relative(path.dirname(place), site)).replaceAll('\\', '/');
}
