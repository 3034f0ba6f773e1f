import type { Duration, Instant } from '../kernel/index.ts';
import type { ReleaseRoles, SiteDescription, TraitOverride } from '../simulation/index.ts';
import type { EventPattern } from './events.ts';
import type { Bookmark, Question } from './exam.ts';
import type { Moment } from './times.ts';
import type { ExpectationVerb, StepVerb } from './verb.ts';

/** What an article's header says of a release. */
export const claims = ['present', 'corrected', 'feature absent', 'not stated'] as const;

export type Claim = (typeof claims)[number];

/** A scenario file that was found in order: everything in it that can be played. */
export interface Scenario {
  /** Version of the product that its site is of: `2.0`. */
  readonly product: string;
  readonly file: string;
  readonly title: string;
  /** Article number: `Q280515`. */
  readonly kb: string | undefined;
  /** Where a scenario without an article comes from. */
  readonly source: string | undefined;
  /** The record in which an explanation of the symptom has to end, in words. */
  readonly cause: string | undefined;
  readonly description: string | undefined;
  /** By full release name; of an upgrade by `2.0 SP2 to 2.0 SP4`, of a mix by `site 2.0 SP2, clients 2.0 SP1`. */
  readonly claims: Readonly<Record<string, Claim>>;
  /** Why the emulator departs from the article's claim, by the same names. */
  readonly reasons: Readonly<Record<string, string>>;
  /** In the order of the file; with a parameter table, every variant once for each row. */
  readonly variants: readonly Variant[];
}

export const variantKinds = ['symptom', 'without cause', 'corrected', 'procedure', 'workaround', 'half of'] as const;

export type VariantKind = (typeof variantKinds)[number];

/** One telling of a scenario. */
export interface Variant {
  /** `workaround wait a day`; with parameters `symptom [client=A, kind=hw]`. Unique in its scenario. */
  readonly name: string;
  readonly kind: VariantKind;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly site: SiteDescription;
  readonly seed: number;
  /** Permutes simultaneous deliveries of different origin; undefined: the order in which they were posted. */
  readonly shuffleTies: number | undefined;
  readonly traits: readonly TraitOverride[];
  /** The releases it runs on; never empty. */
  readonly runs: readonly ReleaseRun[];
  /** Whether the file itself names these releases, rather than the claims of its article or its site. */
  readonly bound: boolean;
  /** The release that its first Setup installs, by its full name. */
  readonly installs: string | undefined;
  /** What the file gives a release of its own: `site`, `clients`, a site code, a computer. */
  readonly roles: readonly string[];
  readonly steps: readonly Step[];
  /** Steps of a variant's `add`, on a time line of their own. */
  readonly added: readonly Step[];
  readonly expectations: readonly Expectation[];
  readonly bookmarks: readonly Bookmark[];
  readonly exam: readonly Question[];
  readonly place: FilePlace;
}

/** Which release runs where in one run of a variant, under one name. */
export interface ReleaseRun {
  /** `2.0 SP1`, or `site 2.0 SP1, clients 2.0`. */
  readonly name: string;
  readonly roles: ReleaseRoles;
}

/** Where something stands in its file, counted from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One step with its time, repetitions written out. */
export interface Step {
  readonly verb: StepVerb;
  /** Arguments with parameters put in, `${now ...}` still to be computed. Keys are sorted. */
  readonly given: unknown;
  readonly name: string | undefined;
  /** Whether its failure is only noted. */
  readonly mayFail: boolean;
  /** Of the verb `expect`: what has to hold at that moment. */
  readonly expected: readonly Expected[];
  /** Names of the repeats it stands in. */
  readonly blocks: readonly string[];
  /** The step in one line, for the trace and for mismatches. */
  readonly label: string;
  readonly timing: Timing;
  readonly place: FilePlace;
}

/** Something a step expects, and where that stands in the file. */
export interface Expected {
  readonly condition: Condition;
  readonly place: FilePlace;
}

/** When a step is due. Without anything: at the time of the step before it. */
export interface Timing {
  /** The very instant, of a deed of a live play; then neither `at` nor `after`. */
  readonly due?: Instant;
  readonly at?: Moment;
  /** A bare clock reading means the first one later than the step before: first step of a later pass of a repeat. */
  readonly strictlyLater?: boolean;
  /** After the step before. */
  readonly after?: Duration;
  readonly every?: Duration;
  readonly cron?: string;
  readonly when?: EventPattern;
  /** After the event. */
  readonly delay?: Duration;
  /** How often; with `when` once without it, with `every` and `cron` until `until` or the end of the run. */
  readonly times?: number;
  readonly until?: Moment;
}

/** One expectation with the moment or span in which it has to hold. */
export interface Expectation {
  readonly name: string | undefined;
  readonly label: string;
  readonly condition: Condition;
  readonly hold: Hold;
  readonly seeds: Seeds | undefined;
  readonly place: FilePlace;
}

/** A verb, or several conditions counted. */
export type Condition =
  | { readonly kind: 'verb'; readonly verb: ExpectationVerb; readonly given: unknown; readonly label: string }
  | {
      readonly kind: 'group';
      readonly quantity: Quantity;
      readonly members: readonly Condition[];
      readonly label: string;
    }
  | { readonly kind: 'in order'; readonly events: readonly EventPattern[]; readonly label: string };

/** How many members of a group have to be met, both ends included. */
export interface Quantity {
  readonly name: 'all of' | 'any of' | 'none of' | 'share';
  readonly least: number;
  readonly most: number;
}

/** When an expectation has to hold. */
export type Hold =
  | { readonly kind: 'at the end' }
  | { readonly kind: 'at' | 'by'; readonly moment: Moment }
  | { readonly kind: 'always' | 'never'; readonly from?: Moment; readonly until?: Moment }
  | { readonly kind: 'within'; readonly duration: Duration; readonly of: EventPattern };

/** Over which seeds, counted from the variant's seed, an expectation has to hold. */
export interface Seeds {
  readonly quantity: 'every' | 'some';
  readonly count: number;
}
