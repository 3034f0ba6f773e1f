import { expect, it } from 'vitest';
import { firstDifference } from '../../src/analysis/index.ts';

it.each([
  ['equal traces', ['a', 'b'], ['a', 'b'], undefined],
  ['another record', ['a', 'b'], ['a', 'c'], { record: 2, first: 'b', second: 'c' }],
  ['a longer trace', ['a'], ['a', 'c'], { record: 2, first: '(no such record)', second: 'c' }],
  ['nothing at all', [], [], undefined],
])('finds where traces part: %s', (_name, first, second, difference) => {
  expect(firstDifference(first, second)).toEqual(difference);
});
