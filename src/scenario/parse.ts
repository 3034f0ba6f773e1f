import type { Product } from '../catalogue/index.ts';
import { withSortedKeys, type CaseContext } from './case-context.ts';
import { checkClaims } from './check-claims.ts';
import { checkExpectations } from './check-expectations.ts';
import { checkFrame, frameOf, rawComputerNames, rawSiteCodes, rawStepNames } from './check-frame.ts';
import { checkSteps } from './check-steps.ts';
import { sortedDiagnostics, type Diagnostic } from './diagnostics.ts';
import { knownNames } from './known-names.ts';
import { readClaimed } from './release-names.ts';
import type { Claim, Scenario, Variant } from './scenario.ts';
import { otherProductsOf, productOfScenario } from './product-of-scenario.ts';
import { frameSchema, type Frame } from './scenario-file.ts';
import { siteOf, type ReadSite } from './site-of-scenario.ts';
import { isMapping, Source } from './source.ts';
import { withParameters } from './text-values.ts';
import { checkVariantLists, checkVariants } from './variants.ts';

/** What a scenario is read from. */
export interface ScenarioText {
  readonly text: string;
  /** Path as a person would type it, for diagnostics; `tour/` in it allows a scenario without kb and source. */
  readonly file: string;
  /** The file of scenarios/sites for a name; undefined where there is none. */
  readonly readSite: ReadSite;
  /** Their names, for a hint where one is mistyped. */
  readonly siteNames?: () => readonly string[];
  /** What a site may be of, the product that is meant where nothing says otherwise first. */
  readonly products: readonly Product[];
}

/** A scenario that can be played, or everything that is wrong with its file. */
export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a scenario file. Never throws: each mistake in the text is a diagnostic, and all are found at once. */
export function parseScenario(given: ScenarioText): ParsedScenario {
  const source = new Source(given.file, given.text);
  const elsewhere: Diagnostic[] = [];
  const raw = source.value;
  const product = productOfScenario(raw, given);
  const others = otherProductsOf(raw, given, product);
  const variants = isMapping(raw) ? checkCases({ ...given, source, raw, elsewhere, product, others }) : [];
  if (isMapping(raw) && source.diagnostics.length === 0) checkClaims(source, raw, variants, product);
  const diagnostics = sortedDiagnostics([...source.diagnostics, ...elsewhere]);
  if (diagnostics.length > 0 || !isMapping(raw)) return { ok: false, diagnostics };
  const frame = frameSchema.parse(frameOf(raw));
  return { ok: true, scenario: scenarioOf({ file: given.file, product }, frame, variants) };
}

interface Reading extends ScenarioText {
  readonly source: Source;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly product: Product;
  /** Products of other sites. */
  readonly others: readonly Product[];
  /** Mistakes in the site's own file. */
  readonly elsewhere: Diagnostic[];
}

function scenarioOf(
  { file, product }: Pick<Reading, 'file' | 'product'>,
  frame: Frame,
  variants: readonly Variant[],
): Scenario {
  const { scenario: title, kb, source, cause, description } = frame;
  const claims = fullClaims(frame, product);
  const reasons = byFullName(frame['contradicts the KB'] ?? {}, product);
  return { file, product: product.version, title, kb, source, cause, description, claims, reasons, variants };
}

/** Each row of the parameter table is read as a file of its own, at the same places. */
function checkCases(reading: Reading): readonly Variant[] {
  const rows = parameterRows(reading.raw['parameters']);
  return rows.flatMap((bindings) => checkCase(reading, bindings));
}

function checkCase(reading: Reading, bindings: ReadonlyMap<string, unknown>): readonly Variant[] {
  const { source, raw, product, others } = reading;
  const frame = withParameters(frameOf(raw), bindings) as Readonly<Record<string, unknown>>;
  const steps = rawStepNames(raw);
  const site = siteOf(
    { ...frame, site: withParameters(raw['site'], bindings) },
    source,
    reading,
    knownNames(product, undefined, [], others),
    reading.elsewhere,
  );
  const known = knownNames(product, site, steps, others);
  const computers = site === undefined ? [] : [...new Set([...known.computers, ...rawComputerNames(raw)])];
  const names = { ...known, computers, sites: [...known.sites, ...rawSiteCodes(raw)] };
  const sound = checkFrame({ source, names, product, file: reading.file, raw, frame });
  const context: CaseContext = { source, names, site, bindings };
  const parts = {
    steps: checkSteps(context, raw['steps'], ['steps']),
    expectations: checkExpectations(context, raw['expect'], ['expect']),
  };
  if (!sound) return checkVariantLists(context, raw['variants']);
  const read = frameSchema.parse(frame);
  return checkVariants(context, { ...parts, frame: read, raw: raw['variants'], claims: fullClaims(read, product) });
}

function parameterRows(table: unknown): readonly ReadonlyMap<string, unknown>[] {
  const rows = Array.isArray(table) ? table.filter(isMapping) : [];
  if (rows.length === 0) return [new Map()];
  return rows.map((row) => new Map(Object.entries(withSortedKeys(row) as object)));
}

function fullClaims(frame: Frame, product: Product): Readonly<Record<string, Claim>> {
  return byFullName(frame.claims ?? {}, product);
}

function byFullName<T>(given: Readonly<Record<string, T>>, product: Product): Readonly<Record<string, T>> {
  const releases = product.releases.map((release) => release.name);
  return Object.fromEntries(
    Object.entries(given).map(([name, one]) => [readClaimed(name, releases)?.name ?? name, one]),
  );
}
