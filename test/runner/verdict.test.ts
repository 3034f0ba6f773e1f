import { expect, it } from 'vitest';
import { verdictOf, type Mismatch } from '../../src/runner/index.ts';

const mismatch: Mismatch = { expectation: 'file', actual: 'none', line: 1, column: 1, turn: 1, time: '' };
const unmarked: Mismatch = { ...mismatch, unmarked: true };

it.each([
  ['as expected', [], undefined, undefined],
  ['as expected', [], 'present', undefined],
  ['mismatch', [mismatch], undefined, undefined],
  ['contradicts the KB', [mismatch], 'present', undefined],
  ['contradicts the KB', [mismatch], 'corrected', undefined],
  ['mismatch', [unmarked], 'present', undefined],
  ['contradicts the KB', [unmarked, mismatch], 'present', undefined],
  ['limit', [mismatch], 'present', 'limit'],
  ['fault', [], undefined, 'fault'],
] as const)('is "%s"', (verdict, mismatches, claim, breakdown) => {
  expect(verdictOf(mismatches, claim, breakdown)).toBe(verdict);
});
