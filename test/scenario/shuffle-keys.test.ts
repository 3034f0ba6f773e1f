import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { runTools } from '../../src/cli/workshop.ts';
import { rewritten } from '../../src/runner/load-scenarios.ts';
import { shuffleKeys, type Scenario } from '../../src/scenario/index.ts';
import { shippedScenarios } from '../library/shipped.ts';

const text = `a: 1
b: { c: '09:00', d: [x, { e: 1, f: 2, g: 3 }], h: null }
i: &there { j: "yes", k: 012 }
l: *there
`;

describe('a file with its keys shuffled', () => {
  it('says the same', () => {
    expect(parse(shuffleKeys(text, 3))).toEqual(parse(text));
  });

  it('has its keys in another order, the same for the same seed', () => {
    const orders = [1, 2, 3, 4, 5].map((seed) => Object.keys(parse(shuffleKeys(text, seed)) as object).join(''));
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(shuffleKeys(text, 3)).toBe(shuffleKeys(text, 3));
  });
});

const { products } = await runTools();
const library = await shippedScenarios('scenarios');

/** Everything of a variant that its runs come from, the order of its keys included; places in the file are no part. */
function variantTexts({ variants }: Scenario): ReadonlyMap<string, string> {
  const withoutPlaces = (key: string, value: unknown): unknown => (key === 'place' ? undefined : value);
  return new Map(variants.map((variant) => [variant.name, JSON.stringify(variant, withoutPlaces)]));
}

describe('a shipped scenario with its keys shuffled', () => {
  it.each(library.map((one) => [one.scenario.title, one] as const))('is read as before: %s', (_title, loaded) => {
    for (const seed of [1, 2, 3]) {
      const shuffled = rewritten(loaded, (text) => shuffleKeys(text, seed), products);
      expect(variantTexts(shuffled)).toEqual(variantTexts(loaded.scenario));
    }
  });
});
