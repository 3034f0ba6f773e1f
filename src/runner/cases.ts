import { productOf, type Product } from '../catalogue/index.ts';
import { saidOf, seedsOf, type ReleaseRun, type Scenario, type Variant } from '../scenario/index.ts';
import { rewritten, type LoadedScenario, type Rewriting } from './load-scenarios.ts';

/** One scenario in one variant on one release with one seed: what can be run. */
export interface Case {
  readonly loaded: LoadedScenario;
  readonly variant: Variant;
  readonly run: ReleaseRun;
  readonly seed: number;
  /** Which of the seeds in a row this is, counted from 0. */
  readonly place: number;
  /** Whether the run is made only for expectations that speak of several seeds. */
  readonly extra: boolean;
  /** The claim of the article through which the release was chosen; a failure then contradicts the KB. */
  readonly claim: 'present' | 'corrected' | undefined;
}

/** Which cases of a scenario are meant; an empty list means all. */
export interface Choice {
  /** Full names. */
  readonly releases: readonly string[];
  readonly variants: readonly string[];
  /** Undefined: the seed of each variant. */
  readonly seed?: number;
  /** How many seeds in a row. */
  readonly seeds: number;
}

/**
 * The cases of a scenario. A release that is asked for is taken where the variant is meant for it; a variant that is
 * meant for no release in particular, or that is itself asked for by name, runs on every release asked for.
 */
export function casesOf(loaded: LoadedScenario, choice: Choice): readonly Case[] {
  const { scenario } = loaded;
  const wanted = scenario.variants.filter((variant) => isChosen(variant, choice.variants));
  return wanted.flatMap((variant) =>
    runsOf(scenario, variant, choice).flatMap((run) =>
      seedsFor(variant, choice).map((seed) => ({
        loaded,
        variant,
        run,
        ...seed,
        claim: claimOf(scenario, variant, run),
      })),
    ),
  );
}

/** A variant with parameters goes by its whole name or by what stands before them. */
function isChosen(variant: Variant, names: readonly string[]): boolean {
  return names.length === 0 || names.includes(variant.name) || names.includes(variant.name.replace(/ \[.*\]$/, ''));
}

function runsOf(scenario: Scenario, variant: Variant, choice: Choice): readonly ReleaseRun[] {
  if (choice.releases.length === 0) return variant.runs;
  const releases = choice.releases.filter((name) => productOf(name)?.version === scenario.product);
  const meant = variant.runs.filter((run) => releases.includes(run.name));
  const free = choice.variants.length > 0 || !isBound(scenario, variant);
  if (!free) return meant;
  return releases.map((name) => meant.find((run) => run.name === name) ?? runOn(name));
}

/** Whether the releases of a variant say something: they come from claims, or the file names them. */
function isBound(scenario: Scenario, variant: Variant): boolean {
  const [first] = variant.runs;
  return Object.keys(scenario.claims).length > 0 || variant.runs.length > 1 || first?.name !== variant.site.release;
}

function runOn(release: string): ReleaseRun {
  return { name: release, roles: { site: release, clients: release, named: {} } };
}

interface SeedOfCase {
  readonly seed: number;
  readonly place: number;
  readonly extra: boolean;
}

/** As many seeds in a row as were asked for, and more where an expectation speaks of more. */
function seedsFor(variant: Variant, choice: Choice): readonly SeedOfCase[] {
  const first = choice.seed ?? variant.seed;
  const count = Math.max(choice.seeds, seedsOf(variant, first).length);
  return Array.from({ length: count }, (_none, place) => ({
    seed: first + place,
    place,
    extra: place >= choice.seeds,
  }));
}

function claimOf(scenario: Scenario, variant: Variant, run: ReleaseRun): Case['claim'] {
  const open = !variant.roles.some((role) => role === 'site' || role === 'clients');
  const claim = saidOf(scenario.claims, variant, run) ?? (open ? scenario.claims[run.roles.site] : undefined);
  if (variant.kind === 'symptom' && claim === 'present') return claim;
  return variant.kind === 'corrected' && claim === 'corrected' ? claim : undefined;
}

/** The same case of the same scenario, read again from rewritten texts. */
export function sameCase(one: Case, rewrite: Rewriting, products: readonly Product[]): Case {
  const scenario = rewritten(one.loaded, rewrite, products);
  const variant = scenario.variants.find((candidate) => candidate.name === one.variant.name);
  if (variant === undefined) throw new Error(`${scenario.file} has lost its variant "${one.variant.name}"`);
  return { ...one, loaded: { ...one.loaded, scenario }, variant };
}
