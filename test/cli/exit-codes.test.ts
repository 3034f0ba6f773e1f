import { expect, it } from 'vitest';
import { exitCodeOf, gravest } from '../../src/cli/exit-codes.ts';

it.each([
  [[], 0],
  [[0, 1], 1],
  [[1, 5], 5],
  [[5, 4, 1], 4],
  [[4, 6], 6],
  [[6, 3, 5], 3],
  [[3, 2], 2],
])('of the codes %j, %i counts', (codes, code) => {
  expect(gravest(codes)).toBe(code);
});

it.each([
  ['as expected', 0],
  ['mismatch', 1],
  ['fault', 3],
  ['limit', 4],
  ['contradicts the KB', 5],
] as const)('"%s" ends with %i', (verdict, code) => {
  expect(exitCodeOf(['as expected', verdict])).toBe(code);
});
