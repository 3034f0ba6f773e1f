import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { shuffleKeys } from '../../src/scenario/index.ts';

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
