import type { Case } from './cases.ts';
import type { CaseResult, Mismatch } from './result.ts';
import { verdictOf } from './verdict.ts';

/** A case with what became of it. */
export interface Played {
  readonly one: Case;
  readonly result: CaseResult;
}

/**
 * Judges expectations that have to hold for some seed only: such a mismatch stands when every seed that the
 * expectation asks for was run and none met it.
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
  if (seeds?.quantity !== 'some') return true;
  const sisters = played.filter((other) => other.one.variant === one.variant && other.one.run === one.run);
  const failed = sisters.filter(({ result }) => result.mismatches.some((other) => isAt(other, mismatch)));
  return sisters.length >= seeds.count && failed.length === sisters.length;
}

function isAt(mismatch: Mismatch, place: { readonly line: number; readonly column: number }): boolean {
  return mismatch.line === place.line && mismatch.column === place.column;
}
