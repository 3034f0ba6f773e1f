import type { Product } from '../catalogue/index.ts';
import type { SiteDescription } from '../simulation/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { DiagnosticCode } from './diagnostics.ts';
import type { FoundText, TextKind } from './references.ts';
import { fullReleaseName, unknownReleaseIn } from './release-names.ts';

/** Every name a scenario may use, for checking and for suggestions. */
export interface KnownNames {
  readonly computers: readonly string[];
  readonly sites: readonly string[];
  /** Names that steps of the scenario carry. */
  readonly steps: readonly string[];
  readonly releases: readonly string[];
  /** Releases of other products that take part, by their full names. */
  readonly otherReleases: readonly string[];
  readonly components: readonly string[];
  readonly traits: readonly string[];
  readonly settings: readonly string[];
  /** Streams of chance. */
  readonly streams: readonly string[];
}

/** What is wrong with a text. */
export interface Complaint {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * The names of a product, of others that take part, and of a site; without a site, its computers and sites are not
 * known and not checked.
 */
export function knownNames(
  product: Product,
  site?: SiteDescription,
  steps: readonly string[] = [],
  others: readonly Product[] = [],
): KnownNames {
  const all = [product, ...others];
  const components = all.flatMap((one) => one.components);
  return {
    computers: site?.computers.map((computer) => computer.name) ?? [],
    sites: site === undefined ? [] : [site, ...site.otherSites].map((one) => one.code),
    steps,
    releases: product.releases.map((release) => release.name),
    otherReleases: others.flatMap(({ releases }) => releases.map(({ name }) => name)),
    components: [...new Set(components.map((component) => component.name))],
    traits: [...new Set(components.flatMap((component) => Object.keys(component.traits)))],
    settings: [...new Set(all.flatMap(({ settings }) => Object.keys(settings)))],
    streams: all
      .flatMap(({ chanceStreams }) => Object.keys(chanceStreams))
      .flatMap((stream) => {
        if (!stream.includes('COMPUTER')) return [stream];
        return site?.computers.map(({ name }) => stream.replace('COMPUTER', name)) ?? [];
      }),
  };
}

/** What is wrong with a text that a schema gives a meaning; undefined where nothing is. */
export function complaintAbout(found: FoundText, names: KnownNames): Complaint | undefined {
  const { kind, text } = found;
  if (text.includes('${')) return undefined;
  const spelling = spellingCodes[kind];
  if (spelling !== undefined) {
    return found.complaint === undefined ? undefined : { code: spelling, message: `"${text}" ${found.complaint}` };
  }
  const list = listOf(kind, names);
  const unchecked = list === undefined || (list.words.length === 0 && kind !== 'step');
  if (unchecked) return undefined;
  if (kind === 'release' && names.otherReleases.some((name) => name.toUpperCase() === text.toUpperCase()))
    return undefined;
  const unknown = unknownIn(kind, text, list.words);
  if (unknown === undefined) return undefined;
  return { code: list.code, message: `there is no ${list.noun} "${unknown}"`, hint: didYouMean(unknown, list.words) };
}

const spellingCodes: Partial<Record<TextKind, DiagnosticCode>> = {
  duration: 'SM017',
  moment: 'SM017',
  cron: 'SM018',
  pattern: 'SM019',
};

/** What of a text is not among the words; undefined where nothing is. */
function unknownIn(kind: TextKind, text: string, words: readonly string[]): string | undefined {
  if (kind === 'claimed') return unknownReleaseIn(text, words);
  if (kind === 'release') return fullReleaseName(text, words) === undefined ? text : undefined;
  const folds = kind === 'computer' || kind === 'site';
  const isKnown = words.some((word) => (folds ? word.toUpperCase() === text.toUpperCase() : word === text));
  return isKnown ? undefined : text;
}

interface NameList {
  readonly code: DiagnosticCode;
  readonly noun: string;
  readonly words: readonly string[];
}

function listOf(kind: TextKind, names: KnownNames): NameList | undefined {
  const lists: Partial<Record<TextKind, NameList>> = {
    computer: { code: 'SM020', noun: 'computer', words: names.computers },
    step: { code: 'SM026', noun: 'step named', words: names.steps },
    release: { code: 'SM021', noun: 'release', words: names.releases },
    claimed: { code: 'SM021', noun: 'release', words: names.releases },
    component: { code: 'SM022', noun: 'component', words: names.components },
    trait: { code: 'SM023', noun: 'trait', words: names.traits },
    site: { code: 'SM024', noun: 'site', words: names.sites },
    stream: { code: 'SM032', noun: 'stream of chance', words: names.streams },
    setting: { code: 'SM028', noun: 'site setting', words: names.settings },
  };
  return lists[kind];
}
