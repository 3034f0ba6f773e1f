import type { ReleaseRoles } from '../simulation/index.ts';
import { filePlace, type CaseContext } from './case-context.ts';
import { checkExpectations } from './check-expectations.ts';
import { checkStep, checkSteps } from './check-steps.ts';
import { didYouMean } from './did-you-mean.ts';
import { bookmarksOf, examOf } from './exam-of-frame.ts';
import { fullReleaseName } from './release-names.ts';
import {
  variantKinds,
  type Claim,
  type Expectation,
  type ReleaseRun,
  type Step,
  type Variant,
  type VariantKind,
} from './scenario.ts';
import type { Frame, VariantFrame } from './scenario-file.ts';
import { isMapping, valueAt, type Path } from './source.ts';
import { caseName } from './text-values.ts';

/** What every variant of a case starts from. */
export interface CaseParts {
  readonly frame: Frame;
  /** The variants as the file has them, with steps and expectations. */
  readonly raw: unknown;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly steps: readonly Step[];
  readonly expectations: readonly Expectation[];
}

/** The variants of one case; a file without any has the one variant `procedure`. Mistakes are reported. */
export function checkVariants(context: CaseContext, parts: CaseParts): readonly Variant[] {
  const named = Object.entries(parts.frame.variants ?? { procedure: {} });
  return named.flatMap(([name, frame]) => checkVariant(context, parts, name, frame) ?? []);
}

/** Reads only the steps and expectations of variants, for a file whose frame has mistakes already. */
export function checkVariantLists(context: CaseContext, raw: unknown): readonly Variant[] {
  if (!isMapping(raw)) return [];
  for (const [name, body] of Object.entries(raw)) {
    const path = ['variants', name];
    checkSteps(context, valueAt(body, ['add']), [...path, 'add']);
    checkExpectations(context, valueAt(body, ['expect']), [...path, 'expect']);
  }
  return [];
}

function checkVariant(context: CaseContext, parts: CaseParts, name: string, frame: VariantFrame): Variant | undefined {
  const declared = parts.frame.variants !== undefined;
  const path: Path = declared ? ['variants', name] : [];
  const kind = variantKinds.find((candidate) => name === candidate || name.startsWith(`${candidate} `)) ?? 'procedure';
  const raw = valueAt(parts.raw, [name]);
  const steps = changedSteps(context, parts.steps, frame, raw, path);
  const added = checkSteps(context, valueAt(raw, ['add']), [...path, 'add']);
  const own = checkExpectations(context, valueAt(raw, ['expect']), [...path, 'expect']);
  const runs = releaseRuns(context, parts, kind, frame, path);
  if (context.site === undefined) return undefined;
  const row = caseName(context.bindings);
  return {
    name: row === '' ? name : `${name} [${row}]`,
    kind,
    parameters: Object.fromEntries(context.bindings),
    site: context.site,
    seed: frame.seed ?? parts.frame.seed,
    shuffleTies: parts.frame['shuffle ties'],
    traits: [...(parts.frame.traits ?? []), ...(frame.traits ?? [])].map(({ on, ...rest }) =>
      on === undefined ? rest : { ...rest, computer: on },
    ),
    runs,
    bound: frame.releases !== undefined || frame.roles !== undefined,
    installs: installedRelease(context, [...steps, ...added]),
    roles: Object.keys(frame.roles ?? {})
      .map(roleName)
      .toSorted(),
    steps,
    added,
    expectations: [...parts.expectations, ...own],
    bookmarks: bookmarksOf(context, parts.frame, name),
    exam: examOf(context, parts.frame, name),
    place: filePlace(context.source, path),
  };
}

/** What the first Setup of the scenario's own site installs. */
function installedRelease({ names, site }: CaseContext, steps: readonly Step[]): string | undefined {
  const isOwn = (given: unknown): boolean =>
    String(valueAt(given, ['site']) ?? site?.code).toUpperCase() === site?.code;
  const setup = steps.find(({ verb, given }) => verb.name === 'install release' && isOwn(given));
  const release = valueAt(setup?.given, ['release']);
  return release === undefined ? undefined : fullReleaseName(String(release), names.releases);
}

/** The scenario's steps less those dropped, with replacements in their places. */
function changedSteps(
  context: CaseContext,
  steps: readonly Step[],
  frame: VariantFrame,
  raw: unknown,
  path: Path,
): readonly Step[] {
  let changed = steps;
  for (const [index, name] of (frame.drop ?? []).entries()) {
    if (!steps.some((step) => isNamed(step, name)))
      reportUnknown(context, steps, name, [...path, 'drop', index], 'value');
    changed = changed.filter((step) => !isNamed(step, name));
  }
  for (const name of Object.keys(frame.replace ?? {}).toSorted()) {
    const at = [...path, 'replace', name];
    if (!steps.some((step) => isNamed(step, name))) reportUnknown(context, steps, name, at, 'key');
    changed = replaced(changed, name, checkStep(context, valueAt(raw, ['replace', name]), at));
  }
  return changed;
}

/** A step goes by its name, by that of a repeat around it, or by its verb if it has no name. */
function isNamed(step: Step, name: string): boolean {
  return step.name === name || step.blocks.includes(name) || (step.name === undefined && step.verb.name === name);
}

/** Every step of the name gives way and leaves its time to a new one without; of a repeat only the first gives way. */
function replaced(steps: readonly Step[], name: string, replacement: readonly Step[]): readonly Step[] {
  let block = false;
  return steps.flatMap((step) => {
    if (!isNamed(step, name)) return [step];
    if (step.blocks.includes(name)) {
      if (block) return [];
      block = true;
    }
    return replacement.map((one) => (Object.keys(one.timing).length === 0 ? { ...one, timing: step.timing } : one));
  });
}

function reportUnknown(
  context: CaseContext,
  steps: readonly Step[],
  name: string,
  path: Path,
  at: 'key' | 'value',
): void {
  const known = [...new Set(steps.flatMap((step) => [step.name ?? step.verb.name, ...step.blocks]))];
  context.source.report('SM026', `there is no step named "${name}"`, path, { at, hint: didYouMean(name, known) });
}

function releaseRuns(
  context: CaseContext,
  parts: CaseParts,
  kind: VariantKind,
  frame: VariantFrame,
  path: Path,
): readonly ReleaseRun[] {
  const roles = checkedRoles(context, frame, path);
  return baseReleases(context, parts, kind, frame, path).map((release) => {
    const { site, clients, ...named } = roles;
    const mixed = Object.entries(roles).map(([role, name]) => `${role} ${name}`);
    return {
      name: mixed.length === 0 ? release : [...(varies(frame) ? [release] : []), ...mixed].join(', '),
      roles: { site: site ?? release, clients: clients ?? site ?? release, named } satisfies ReleaseRoles,
    };
  });
}

/** Whether the release of the sites is still open: only sites or computers by name have one of their own. */
function varies({ releases, roles }: VariantFrame): boolean {
  return releases !== undefined || !Object.keys(roles ?? {}).some((role) => /^(site|clients)$/i.test(role));
}

function baseReleases(
  context: CaseContext,
  parts: CaseParts,
  kind: VariantKind,
  frame: VariantFrame,
  path: Path,
): readonly string[] {
  const full = (name: string): string => fullReleaseName(name, context.names.releases) ?? name;
  const site = context.site?.release ?? '2.0';
  if (frame.releases !== undefined) return [...new Set(frame.releases.map(full))];
  if (frame.roles !== undefined && !varies(frame)) return [full(frame.roles['site'] ?? site)];
  const wanted: Claim = kind === 'corrected' ? 'corrected' : 'present';
  const claimed = context.names.releases.filter((name) => parts.claims[name] === wanted);
  if (claimed.length > 0) return claimed;
  const judged = (kind === 'symptom' && Object.keys(parts.claims).length > 0) || kind === 'corrected';
  if (!judged) return [site];
  context.source.report('SM029', `no release is claimed to be ${wanted}, so this variant has none to run on`, path, {
    at: 'key',
    hint: 'give it releases, or leave it out',
  });
  return [];
}

/** Roles with full release names; keys other than site and clients name a site or a computer. */
function checkedRoles(context: CaseContext, frame: VariantFrame, path: Path): Readonly<Record<string, string>> {
  const { names, source } = context;
  const known = ['site', 'clients', ...names.sites, ...names.computers];
  const roles: Record<string, string> = {};
  const given = Object.entries(frame.roles ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [role, release] of given) {
    const name = known.find((candidate) => candidate.toUpperCase() === role.toUpperCase());
    if (name === undefined && context.site !== undefined) {
      const hint = didYouMean(role, known);
      source.report('SM020', `"${role}" is no role, site or computer`, [...path, 'roles', role], { at: 'key', hint });
    }
    const other = names.otherReleases.find((one) => one.toUpperCase() === release.toUpperCase());
    roles[roleName(role)] = fullReleaseName(release, names.releases) ?? other ?? release;
  }
  return roles;
}

/** `site` and `clients` in small letters, the names of sites and computers in capitals. */
function roleName(role: string): string {
  return /^(?:site|clients)$/i.test(role) ? role.toLowerCase() : role.toUpperCase();
}
