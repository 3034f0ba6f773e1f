import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceptionalOrders } from './library/exceptional-orders.ts';
import { playOrder } from './library/play-order.ts';
import { exceptions } from './library/upgrade-exceptions.ts';
import { settledHierarchy } from './library/upgrade-hierarchy.ts';
import { ordersThrough } from './library/upgrade-orders.ts';

/** `npm run fuzz:upgrades` plays 60 orders of each, the normal run 5. */
const orders = process.env['npm_lifecycle_event'] === 'fuzz:upgrades' ? 60 : 5;

/** The releases through which every site goes, one Setup after the other. */
const ways: readonly (readonly string[])[] = [
  ['2.0', '2.0 SP1'],
  ['2.0 SP1', '2.0 SP2'],
  ['2.0', '2.0 SP1', '2.0 SP2'],
  ['2.0 SP2', '2.0 SP4'],
  ['2.0 SP2', '2.0 SP3', '2.0 SP4'],
  ['2.0 SP4', '2.0 SP4 HRP'],
];

describe('whatever the order of upgrades, logons and CCIM cycles', () => {
  it.each(ways.map((releases) => ({ way: releases.join(' - '), releases })))(
    `$way: no client gets ahead of site and logon point, and all are whole two cycles after the last site (${orders})`,
    { timeout: orders * 60_000 },
    ({ releases: [first = '', ...others] }) => {
      const hierarchy = settledHierarchy(first);
      const isRight = fc.property(ordersThrough(others), (order) => {
        expect(playOrder(hierarchy, [first, ...others], order).wrong).toEqual([]);
      });
      fc.assert(isRight, { numRuns: orders, seed: 1, endOnFailure: true });
    },
  );

  it.each(exceptionalOrders)('some client is the exception of $article: $releases', ({ article, releases, order }) => {
    const { wrong, excepted } = playOrder(settledHierarchy(releases[0] ?? ''), releases, order);
    expect({ wrong, excepted: [...new Set(excepted)] }).toEqual({ wrong: [], excepted: [article] });
  });

  it('each exception has an order that leads to it', () => {
    expect([...new Set(exceptionalOrders.map(({ article }) => article))].toSorted()).toEqual(
      Object.keys(exceptions).toSorted(),
    );
  });
});
