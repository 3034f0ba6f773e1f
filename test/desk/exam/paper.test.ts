import { describe, expect, it } from 'vitest';
import { examIn, paperOf } from '../../../src/desk/exam/index.ts';
import { renamedIn, shiftedClocks } from '../../../src/desk/exam/other-words.ts';
import { paper, sat } from './papers.ts';

describe('another paper', () => {
  it.each([
    ['scenarios/tour/01-hardware-resync-waits-for-ccim.yaml', 'procedure'],
    ['scenarios/tour/02-software-resync-on-windows-95.yaml', 'procedure nobody is logged on'],
    ['scenarios/tour/14-sms12-a-resync.yaml', 'procedure'],
    ['scenarios/sms20/Q280515-old-client-lookup.yaml', 'symptom'],
  ])('of %s, %s asks other things in the same places', async (file, variant) => {
    const one = await paper(file, variant);
    const written = sat(one);
    const other = sat(paperOf(one, 11));
    expect(other.play?.marks.missing).toEqual([]);
    const [first, second] = [examIn(written, 1), examIn(other, 11)];
    expect(second).toHaveLength(first.length);
    const asked = [first, second].map((all) => all.map(({ ask, choices, key }) => [ask, choices, key]));
    expect(asked[1]).not.toEqual(asked[0]);
    const names = one.variant.site.computers.filter(({ role }) => role === 'client').map(({ name }) => name);
    const shown = JSON.stringify(second.map(({ ask, choices, key, hints }) => [ask, choices, key, hints]));
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
    for (const performance of [written, other]) performance.close();
  });

  it('with the seed of the scenario is the scenario as it is written', async () => {
    const one = await paper('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml', 'procedure setevnt');
    expect(paperOf(one, one.variant.seed)).toEqual(one);
  });

  it('is the same one for the same seed', async () => {
    const one = await paper('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml', 'procedure setevnt');
    expect(paperOf(one, 5)).toEqual(paperOf(one, 5));
    expect(paperOf(one, 5).variant.site).not.toEqual(paperOf(one, 6).variant.site);
  });
});

it('renames where a name stands alone, keys included, in any case', () => {
  const names = new Map([['PC1', 'STOCK7']]);
  const given = { PC1: ['pc1 and PC12', String.raw`\\PC1\C$`, '/PC1.*x/'], n: 1 };
  expect(renamedIn(given, names)).toEqual({
    STOCK7: ['STOCK7 and PC12', String.raw`\\STOCK7\C$`, '/STOCK7.*x/'],
    n: 1,
  });
});

it.each([
  ['day 2 09:50', 'day 2 10:02'],
  ['At 9:05:30 and 23:59', 'At 09:17:30 and 00:11'],
  ['no time at all, 1999-11-15', 'no time at all, 1999-11-15'],
])('reads %s as %s twelve minutes later', (before, after) => expect(shiftedClocks(before, 12 * 60_000)).toBe(after));
