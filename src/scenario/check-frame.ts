import type { Product } from '../catalogue/index.ts';
import { withSortedKeys } from './case-context.ts';
import { checkExam } from './check-exam.ts';
import { checkValue } from './check-value.ts';
import { didYouMean } from './did-you-mean.ts';
import type { KnownNames } from './known-names.ts';
import { variantKinds } from './scenario.ts';
import { frameSchema, variantName } from './scenario-file.ts';
import { isMapping, valueAt, type Path, type Source } from './source.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** What the frame of a scenario file is checked with. */
export interface FrameCheck {
  readonly source: Source;
  readonly names: KnownNames;
  readonly product: Product;
  readonly file: string;
  /** The whole file. */
  readonly raw: Mapping;
  /** What `frameOf` left of it, with parameters put in. */
  readonly frame: Mapping;
}

/** The file without steps, expectations and an inline site, which are read on their own. */
export function frameOf(raw: Mapping): Mapping {
  const { steps: _steps, expect: _expect, ...rest } = raw;
  const site = isMapping(raw['site']) ? { site: '(inline)' } : {};
  const variants = isMapping(raw['variants'])
    ? { variants: Object.fromEntries(Object.entries(raw['variants']).map(([name, one]) => [name, variantFrame(one)])) }
    : {};
  return { ...rest, ...site, ...variants };
}

/** Reports everything that is wrong with the frame; true where nothing is. */
export function checkFrame(check: FrameCheck): boolean {
  const { source, names, raw } = check;
  const before = source.diagnostics.length;
  checkValue({ source, names, schema: frameSchema, value: check.frame, path: [] });
  if (!('steps' in raw)) source.report('SM011', 'this file needs steps', []);
  checkOrigin(check);
  checkVariantNames(check);
  checkTraits(check);
  checkStepNames(source, raw);
  checkExam(check);
  return source.diagnostics.length === before;
}

/** The names that steps carry anywhere in the file. */
export function rawStepNames(raw: Mapping): readonly string[] {
  return allStepNames(raw).map(({ name }) => name);
}

/** Names of the computers that the file adds, sound or not: a mistake in one is told once, not at each use. */
export function rawComputerNames(raw: Mapping): readonly string[] {
  const entries = Array.isArray(raw['computers']) ? raw['computers'] : [];
  return entries.flatMap((entry: unknown) =>
    isMapping(entry) && typeof entry['name'] === 'string' ? entry['name'] : [],
  );
}

/** Codes of sites that steps anywhere in the file add. */
export function rawSiteCodes(raw: unknown): readonly string[] {
  if (Array.isArray(raw)) return raw.flatMap(rawSiteCodes);
  if (!isMapping(raw)) return [];
  const code = valueAt(raw, ['add site', 'site']);
  return [...(typeof code === 'string' ? [code] : []), ...Object.values(raw).flatMap(rawSiteCodes)];
}

/** Steps and expectations are left out; the keys of `replace` stay, because they are names. */
function variantFrame(raw: unknown): unknown {
  if (!isMapping(raw)) return raw === null ? {} : raw;
  const { add: _add, expect: _expect, replace, ...rest } = raw;
  const names = isMapping(replace)
    ? { replace: Object.fromEntries(Object.keys(replace).map((name) => [name, null])) }
    : {};
  return { ...(withSortedKeys(rest) as Mapping), ...(replace === undefined ? {} : { replace }), ...names };
}

function checkOrigin({ source, raw, file }: FrameCheck): void {
  if ('kb' in raw || 'source' in raw || /(?:^|[\\/])tour[\\/]/.test(file)) return;
  source.report('SM011', 'this file needs kb or source: where its story comes from', [], { hint: 'kb: Q280515' });
}

function checkVariantNames({ source, raw }: FrameCheck): void {
  if (!isMapping(raw['variants'])) return;
  for (const name of Object.keys(raw['variants'])) {
    if (variantName.test(name)) continue;
    const hint = didYouMean(name, variantKinds);
    source.report('SM030', `there is no kind of variant called "${name}"`, ['variants', name], { at: 'key', hint });
  }
}

function checkTraits({ source, product, frame }: FrameCheck): void {
  const lists: Path[] = [['traits']];
  if (isMapping(frame['variants']))
    lists.push(...Object.keys(frame['variants']).map((name) => ['variants', name, 'traits']));
  for (const path of lists) {
    const list = valueAt(frame, path);
    for (const [index, entry] of Array.isArray(list) ? list.entries() : []) {
      if (!isMapping(entry)) continue;
      const component = product.components.find((one) => one.name === entry['component']);
      const trait = entry['trait'];
      if (component === undefined || typeof trait !== 'string' || Object.hasOwn(component.traits, trait)) continue;
      const hint = didYouMean(trait, Object.keys(component.traits));
      source.report('SM023', `${component.name} has no trait "${trait}"`, [...path, index, 'trait'], { hint });
    }
  }
}

interface NamedStep {
  readonly name: string;
  readonly path: Path;
}

function checkStepNames(source: Source, raw: Mapping): void {
  const shared = namesIn(raw['steps'], ['steps']);
  reportRepeated(source, shared, shared);
  if (!isMapping(raw['variants'])) return;
  for (const [variant, body] of Object.entries(raw['variants'])) {
    const added = namesIn(valueAt(body, ['add']), ['variants', variant, 'add']);
    reportRepeated(source, added, [...shared, ...added]);
  }
}

function reportRepeated(source: Source, names: readonly NamedStep[], all: readonly NamedStep[]): void {
  for (const one of names) {
    const first = all.find((other) => other.name === one.name);
    if (first === one) continue;
    source.report('SM025', `there is another step named "${one.name}"`, [...one.path, 'name']);
  }
}

function allStepNames(raw: Mapping): readonly NamedStep[] {
  const variants = isMapping(raw['variants']) ? Object.entries(raw['variants']) : [];
  const more = variants.flatMap(([name, body]) => {
    const replaced = valueAt(body, ['replace']);
    const replacements = isMapping(replaced) ? Object.values(replaced) : [];
    return [...namesIn(valueAt(body, ['add']), ['variants', name, 'add']), ...namesIn(replacements, [])];
  });
  return [...namesIn(raw['steps'], ['steps']), ...more];
}

function namesIn(steps: unknown, path: Path): readonly NamedStep[] {
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown, index) => {
    const at = [...path, index];
    const name = valueAt(step, ['name']);
    const own = typeof name === 'string' ? [{ name, path: at }] : [];
    const blocks = ['repeat', 'for each'].flatMap((key) =>
      namesIn(valueAt(step, [key, 'steps']), [...at, key, 'steps']),
    );
    return [...own, ...blocks];
  });
}
