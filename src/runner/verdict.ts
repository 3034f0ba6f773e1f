import type { Case } from './cases.ts';
import type { Breakdown, Mismatch, Verdict } from './result.ts';

/**
 * The verdict on one run. An expectation that fails on a release chosen through a claim of the article contradicts the
 * KB; every other failed expectation is a mismatch, and so is a bookmark or question that the run never came to.
 */
export function verdictOf(
  mismatches: readonly Mismatch[],
  claim: Case['claim'],
  breakdown: Breakdown['kind'] | undefined,
): Verdict {
  if (breakdown !== undefined) return breakdown;
  if (mismatches.length === 0) return 'as expected';
  const isAboutClaim = claim !== undefined && mismatches.some(({ unmarked }) => unmarked !== true);
  return isAboutClaim ? 'contradicts the KB' : 'mismatch';
}
