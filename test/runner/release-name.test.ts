import { describe, expect, it } from 'vitest';
import type { Release } from '../../src/catalogue/index.ts';
import { chosenReleases } from '../../src/runner/index.ts';

const releases = ['2.0', '2.0 SP1', '2.0 SP4', '2.0 SP4 HRP'].map((name) => ({ name }) as Release);

describe('a release on the command line', () => {
  it.each([
    [['RTM'], ['2.0']],
    [['2.0 rtm'], ['2.0']],
    [['2.0'], ['2.0']],
    [['sp1'], ['2.0 SP1']],
    [['2.0 SP4'], ['2.0 SP4']],
    [['HRP'], ['2.0 SP4 HRP']],
    [['SP4 HRP'], ['2.0 SP4 HRP']],
    [['SP4, RTM'], ['2.0', '2.0 SP4']],
    [
      ['SP4', 'SP1', 'SP4'],
      ['2.0 SP1', '2.0 SP4'],
    ],
    [['all'], ['2.0', '2.0 SP1', '2.0 SP4', '2.0 SP4 HRP']],
    [[], []],
  ])('%j means %j', (given, names) => {
    expect(chosenReleases(given, releases)).toEqual({ ok: true, names });
  });

  it('is refused when nothing is called so', () => {
    expect(chosenReleases(['SP1,SP9'], releases)).toEqual({ ok: false, unknown: 'SP9' });
  });
});
