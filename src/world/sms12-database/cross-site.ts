import { documented, inferred } from '../provenance.ts';
import { isPrimary } from '../site.ts';
import type { Site } from '../site.ts';

/** What SP2 does for a computer that reports to another site. */
export const crossSiteProvenance = documented(
  'Q167777',
  'The lowest site that sees the old and the new one sends a delete-MIF to each primary site on the way to the old.',
);

/** The article speaks of the tree of sites immediately below the cross-site that the computer used to report to. */
export const oldSitesProvenance = inferred(
  'Q167777',
  'The old sites are those between the cross-site and the old site.',
);

/** What becomes of a computer's records in a hierarchy. */
export interface SiteMove {
  /** The only site that acts. */
  readonly crossSite: string;
  /** Primary sites that get a delete-MIF, from the cross-site downwards; none where the old site is above the new. */
  readonly oldSites: readonly string[];
}

/** The move between two sites; undefined where no site of these is above both. */
export function siteMove(
  sites: readonly Pick<Site, 'code' | 'parent' | 'kind'>[],
  from: string,
  to: string,
): SiteMove | undefined {
  const upward = { from: branch(sites, from), to: branch(sites, to) };
  const crossSite = upward.from.find((code) => upward.to.includes(code));
  if (crossSite === undefined) return undefined;
  const below = upward.from.slice(0, upward.from.indexOf(crossSite)).toReversed();
  const hasDatabase = (code: string) => sites.some((site) => site.code === code && isPrimary(site));
  return { crossSite, oldSites: below.filter(hasDatabase) };
}

/** A site and the sites above it. */
function branch(sites: readonly Pick<Site, 'code' | 'parent'>[], code: string): readonly string[] {
  const codes: string[] = [];
  let site = sites.find((one) => one.code === code);
  while (site !== undefined && !codes.includes(site.code)) {
    codes.push(site.code);
    const parent: string | undefined = site.parent;
    site = sites.find((one) => one.code === parent);
  }
  return codes;
}
