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

  it('may be one of each product, and 1.0, which has no service packs, is not RTM', () => {
    const both = ['1.0', '1.2', '1.2 SP1', ...releases.map(({ name }) => name)].map((name) => ({ name }) as Release);
    expect(chosenReleases(['SP1'], both)).toEqual({ ok: true, names: ['1.2 SP1', '2.0 SP1'] });
    expect(chosenReleases(['RTM'], both)).toEqual({ ok: true, names: ['1.2', '2.0'] });
    expect(chosenReleases(['1.0'], both)).toEqual({ ok: true, names: ['1.0'] });
  });

  it('is refused when nothing is called so', () => {
    expect(chosenReleases(['SP1,SP9'], releases)).toEqual({ ok: false, unknown: 'SP9' });
  });
});
