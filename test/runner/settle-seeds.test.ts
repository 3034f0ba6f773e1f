import { describe, expect, it } from 'vitest';
import { settleSeeds, type Case, type CaseResult } from '../../src/runner/index.ts';

type Quantity = 'every' | 'some' | undefined;

/** Three runs with seeds in a row of a variant with one expectation; which of them failed is told. */
function verdicts(quantity: Quantity, failed: readonly boolean[], asked = 1): readonly string[] {
  const place = { line: 9, column: 5 };
  const seeds = quantity === undefined ? undefined : { quantity, count: 3 };
  const variant = { expectations: [{ place, seeds }] };
  const played = failed.map((bad, index) => ({
    one: { variant, run: { name: '2.0' }, place: index, extra: index >= asked, claim: undefined } as unknown as Case,
    result: { mismatches: bad ? [place] : [], verdict: bad ? 'mismatch' : 'as expected' } as unknown as CaseResult,
  }));
  return settleSeeds(played).map((result) => result.verdict);
}

const [good, bad] = ['as expected', 'mismatch'];

describe('an expectation', () => {
  it.each<readonly [string, Quantity, readonly boolean[], readonly (string | undefined)[]]>([
    ['for some seed is met when one met it', 'some', [true, false, true], [good, good, good]],
    ['for some seed fails once when none met it', 'some', [true, true, true], [bad, good, good]],
    ['for some seed is not judged on fewer seeds', 'some', [true, true], [good, good]],
    ['for every seed fails at each seed that fails', 'every', [false, true, true], [good, bad, bad]],
    ['without seeds is judged only where it was asked for', undefined, [false, true, true], [good, good, good]],
  ])('%s', (_name, quantity, failed, expected) => {
    expect(verdicts(quantity, failed)).toEqual(expected);
  });

  it('without seeds is judged at every seed that was asked for', () => {
    expect(verdicts(undefined, [false, true, true], 2)).toEqual([good, bad, good]);
  });
});
