import type { z } from 'zod';
import type { Duration, TraceKind } from '../kernel/index.ts';
import type { EventPattern } from './events.ts';
import type { Play } from './play.ts';
import type { Moment } from './times.ts';

/** A verb of the step list: one file in steps/, found by its name in a scenario. */
export interface StepVerb<Arguments = unknown> {
  /** As it is written in a scenario: `hold open`. */
  readonly name: string;
  /** One sentence for the reference and for editors. */
  readonly summary: string;
  /** The arguments; every field described, for completion. */
  readonly schema: z.ZodType<Arguments>;
  /** A YAML example of one step, for the reference; a test parses it. */
  readonly example: string;
  /** Does it, at the virtual time at which it is due. */
  run(play: Play, given: Arguments): void;
  /** Goes on with it when what `play.later` asked for comes due; `note` is the plain data given there. */
  resume?(play: Play, given: Arguments, note: unknown): void;
  /** Only for a verb that moves the clock instead of acting: how far. */
  clock?(given: Arguments): ClockMove;
}

/** How far the clock of a scenario goes on before the next step. */
export type ClockMove =
  | { readonly to: Moment }
  | { readonly by: Duration }
  /** To the first such event; after `atMost` without one the step fails and the steps go on. */
  | { readonly event: EventPattern; readonly atMost: Duration };

/** What an expectation found. */
export interface Finding {
  readonly met: boolean;
  /** The actual value, as a person would say it. */
  readonly actual: string;
}

/** A verb of the expectation list: one file in expectations/. */
export interface ExpectationVerb<Arguments = unknown> {
  readonly name: string;
  readonly summary: string;
  readonly schema: z.ZodType<Arguments>;
  readonly example: string;
  /**
   * `state`: looks at the world as it is now, and may be asked at any turn; `history`: looks at the records of the
   * trace so far, and can say when it came true.
   */
  readonly looksAt: 'state' | 'history';
  /** Kinds of records after which the finding may be another; undefined: any. Saves looking after every turn. */
  readonly changesWith?: readonly TraceKind[];
  check(play: Play, given: Arguments): Finding;
}

/** Checks a verb against the shape and hides the type of its arguments. */
export function defineStep<Arguments>(verb: StepVerb<Arguments>): StepVerb {
  return verb as unknown as StepVerb;
}

/** Checks a verb against the shape and hides the type of its arguments. */
export function defineExpectation<Arguments>(verb: ExpectationVerb<Arguments>): ExpectationVerb {
  return verb as unknown as ExpectationVerb;
}
