import type { Provenance } from '../world/index.ts';

/** What became of one run; an invalid scenario never runs and has none. */
export const verdicts = ['as expected', 'mismatch', 'contradicts the KB', 'limit', 'fault'] as const;

export type Verdict = (typeof verdicts)[number];

/** An expectation that was not met, with its place in the scenario file. */
export interface Mismatch {
  /** The expectation as the scenario words it. */
  readonly expectation: string;
  /** What was found instead. */
  readonly actual: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The turn and the virtual time, by the clock of the site, at which it was looked at. */
  readonly turn: number;
  readonly time: string;
  /** A bookmark or question that the run never came to: it says something about the scenario, nothing about SMS. */
  readonly unmarked?: true;
}

/** Why a run broke off: without progress, or because smsim itself failed. */
export interface Breakdown {
  readonly kind: 'limit' | 'fault';
  readonly message: string;
  /** Deliveries that waited when a limit was reached, or the stack of a fault. */
  readonly details: readonly string[];
  /** Everything that can change in the run, as JSON text, where it could still be taken. */
  readonly checkpoint?: string;
}

/** One scenario in one variant on one release with one seed. */
export interface CaseResult {
  readonly scenario: string;
  readonly file: string;
  readonly kb: string | null;
  readonly release: string;
  readonly variant: string;
  readonly verdict: Verdict;
  readonly seed: number;
  readonly turns: number;
  /** The hash of the whole trace. */
  readonly head: string;
  readonly mismatches: readonly Mismatch[];
  /** The virtual time, by the clock of the site, at which the run ended. */
  readonly end: string;
  readonly breakdown?: Breakdown;
  /** What the run rested on, by name, in the order of first use. */
  readonly foundations: readonly (readonly [string, Provenance])[];
  /** The transitions of machines it took: `CCIM32: sleeping --wake--> cycle`. */
  readonly edges: readonly string[];
}
