import type { Mismatch } from './found-mismatches.ts';
import type { ScenarioPlay } from './scenario-play.ts';
import type { Variant } from './scenario.ts';

/** The seeds a variant has to be played with, its own first; more than one only where an expectation asks for it. */
export function seedsOf(variant: Variant, first: number = variant.seed): readonly number[] {
  const count = Math.max(1, ...variant.expectations.map((expectation) => expectation.seeds?.count ?? 1));
  return Array.from({ length: count }, (_, index) => first + index);
}

/**
 * The mismatches of a variant over plays that ended, one for each of `seedsOf`: expectations for every seed are held to
 * all of their seeds, those for some seed to the best, and all others, like the steps, to the first play. Of the
 * expectations, which go by their numbers, only those that are meant count.
 */
export function mismatchesOverSeeds(
  plays: readonly ScenarioPlay[],
  isMeant: (expectation: number) => boolean = () => true,
): readonly Mismatch[] {
  const [first] = plays;
  if (first === undefined) return [];
  const expectations = first.variant.expectations.flatMap((expectation, number) => {
    if (!isMeant(number)) return [];
    const count = expectation.seeds?.count ?? 1;
    const each = plays.slice(0, count).map((play) => ({ seed: play.seed, found: play.mismatchesOf(number) }));
    if (expectation.seeds?.quantity === 'some' && each.some((one) => one.found.length === 0)) return [];
    const shown = expectation.seeds === undefined ? each : each.filter((one) => one.found.length > 0).slice(0, 1);
    return shown.flatMap(({ seed, found }) =>
      found.map((mismatch) => withSeed(mismatch, expectation.seeds?.quantity, seed)),
    );
  });
  return [...first.mismatchesOf(-1), ...expectations];
}

function withSeed(mismatch: Mismatch, quantity: 'every' | 'some' | undefined, seed: number): Mismatch {
  if (quantity === undefined) return mismatch;
  const where = quantity === 'every' ? `with seed ${seed}` : `with no seed; with seed ${seed}`;
  return { ...mismatch, actual: `${where}: ${mismatch.actual}`, message: `${mismatch.message} (${where})` };
}
