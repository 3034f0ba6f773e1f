import type { Case } from './cases.ts';
import type { CaseResult, Mismatch } from './result.ts';
import { verdictOf } from './verdict.ts';

/** A case with what became of it. */
export interface Played {
  readonly one: Case;
  readonly result: CaseResult;
}

/**
 * Judges expectations over several seeds: one for every seed is held to as many as it names, one for some seed fails,
 * at the first seed, when none of them met it. A run that is made only for such expectations is held to nothing else.
 */
export function settleSeeds(played: readonly Played[]): readonly CaseResult[] {
  return played.map(({ one, result }) => {
    const mismatches = result.mismatches.filter((mismatch) => stands(mismatch, one, played));
    if (mismatches.length === result.mismatches.length) return result;
    return { ...result, mismatches, verdict: verdictOf(mismatches, one.claim, result.breakdown?.kind) };
  });
}

function stands(mismatch: Mismatch, one: Case, played: readonly Played[]): boolean {
  const seeds = one.variant.expectations.find((expectation) => isAt(mismatch, expectation.place))?.seeds;
  if (seeds === undefined) return !one.extra;
  if (seeds.quantity === 'every') return one.place < seeds.count;
  const sisters = played.filter(({ one: other }) => other.variant === one.variant && other.run.name === one.run.name);
  const meant = sisters.filter(({ one: other }) => other.place < seeds.count);
  const failed = meant.filter(({ result }) => result.mismatches.some((other) => isAt(other, mismatch)));
  return one.place === 0 && meant.length === seeds.count && failed.length === meant.length;
}

function isAt(mismatch: Mismatch, place: { readonly line: number; readonly column: number }): boolean {
  return mismatch.line === place.line && mismatch.column === place.column;
}
