import { expect, it } from 'vitest';
import { assumptionsOf } from '../../src/analysis/index.ts';
import { assumed, documented, inferred } from '../../src/world/index.ts';

it('names what a run assumed; formats are listed but not judged', () => {
  const foundations = [
    ['CCIM: delay "cycle"', documented('Q231232')],
    ['CCIM: sleeping --wake--> reading', inferred('Q231232')],
    ['Copy Queue: delay "retry"', assumed('five minutes')],
    ['format of client.lkp', assumed('an INI file')],
  ] as const;
  expect(assumptionsOf(foundations)).toEqual([
    { name: 'Copy Queue: delay "retry"', note: 'five minutes', judged: true },
    { name: 'format of client.lkp', note: 'an INI file', judged: false },
  ]);
});
