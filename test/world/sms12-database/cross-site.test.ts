import { describe, expect, it } from 'vitest';
import { siteMove } from '../../../src/world/index.ts';

/** CEN above EST and WST; NYC and its secondary site BRX under EST. */
const sites = [
  { code: 'CEN' },
  { code: 'EST', parent: 'CEN' },
  { code: 'WST', parent: 'CEN' },
  { code: 'NYC', parent: 'EST' },
  { code: 'BRX', parent: 'NYC', kind: 'secondary' },
] as const;

describe('a computer that reports to another site (Q167777)', () => {
  it.each([
    ['sideways', 'NYC', 'WST', { crossSite: 'CEN', oldSites: ['EST', 'NYC'] }],
    ['up', 'NYC', 'EST', { crossSite: 'EST', oldSites: ['NYC'] }],
    ['down', 'EST', 'NYC', { crossSite: 'EST', oldSites: [] }],
    ['from a secondary site, which has no database', 'BRX', 'WST', { crossSite: 'CEN', oldSites: ['EST', 'NYC'] }],
    ['nowhere', 'NYC', 'NYC', { crossSite: 'NYC', oldSites: [] }],
  ])('moves %s: one site acts, and tells each primary site on the way to the old one', (_where, from, to, move) => {
    expect(siteMove(sites, from, to)).toEqual(move);
  });

  it('from a site that is not of this hierarchy concerns nobody', () => {
    expect(siteMove(sites, 'XYZ', 'NYC')).toBeUndefined();
    expect(siteMove([...sites, { code: 'ALO' }], 'ALO', 'NYC')).toBeUndefined();
  });
});
