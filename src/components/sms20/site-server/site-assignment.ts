import {
  assignedSites,
  inferred,
  installedSites,
  isInHierarchy,
  storedSubnets,
  type SiteDatabase,
  type SqlOutcome,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { knownSites, secondarySites } from '../hierarchy/known-sites.ts';
import { assignedElsewhere } from './discovery-forwarding.ts';

/** Where the filter of Q281107 stands: 1 keeps clients in travel mode, 2 those with forced sites, 3 both, 0 none. */
const travelFilter = {
  key: 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_DISCOVERY_DATA_MANAGER',
  value: 'Travel Mode Clients Filter',
} as const;

/** Why Discovery Data Manager looks at a computer: it has reported, or the boundaries of a site are others now. */
export type Occasion = 'record' | 'new boundaries';

/**
 * The sites a computer is to be assigned to: this site when one of its subnets lies within the boundaries, and for one
 * that travels the sites its client is installed from.
 */
export function sitesOf(
  self: Self,
  database: SiteDatabase,
  resourceId: number,
  occasion: Occasion,
): SqlOutcome<readonly string[]> {
  const subnets = storedSubnets(database, resourceId);
  if (!subnets.ok) return subnets;
  const mode = travelMode(self, database, resourceId);
  const within = subnets.value.some((subnet) => self.site.boundaries.includes(subnet));
  const byRule = [
    ...(within ? [self.site.code] : []),
    ...bySitesBelow(self, database, resourceId, subnets.value),
    ...(mode === 0 ? [] : visitedSites(self, subnets.value)),
  ];
  if (!keepsInstalledSites(self, mode, occasion)) return { ok: true, value: [...new Set(byRule)] };
  const installed = installedSites(database, resourceId);
  return installed.ok ? { ok: true, value: [...new Set([...byRule, ...installed.value])] } : installed;
}

const visited = inferred(
  'Q281107',
  'A travelling client is assigned to the site it visits by a site above, which knows the boundaries of both.',
);

/** The visited site never hears of the client, whose records go to the sites it is installed from (Q281107). */
function visitedSites(self: Self, subnets: readonly string[]): readonly string[] {
  if (!isInHierarchy(self.site)) return [];
  self.restsOn('site that a travelling client visits', visited);
  const holding = [...knownSites(self).values()].filter(({ boundaries = [] }) =>
    boundaries.some((one) => subnets.includes(one)),
  );
  return holding.map(({ code }) => code);
}

/**
 * A primary site decides for its secondary sites too (Q288407); what primary sites below have decided for themselves
 * and for theirs comes with their records.
 */
function bySitesBelow(
  self: Self,
  database: SiteDatabase,
  resourceId: number,
  subnets: readonly string[],
): readonly string[] {
  if (!isInHierarchy(self.site)) return [];
  const secondaries = secondarySites(self).filter(({ boundaries = [] }) =>
    boundaries.some((one) => subnets.includes(one)),
  );
  const assigned = assignedSites(database, resourceId);
  const elsewhere = assigned.ok ? assignedElsewhere(self, assigned.value) : [];
  return [...secondaries.map(({ code }) => code), ...elsewhere];
}

/** What the computer has reported of its travel mode, as builds with the correction read it: 0 to 3. */
function travelMode(self: Self, database: SiteDatabase, resourceId: number): number {
  if (self.trait('keeps travelling clients assigned') === false) return 0;
  // The column exists once a client has reported its travel mode.
  const row = database.read((sql) =>
    sql.one('select Travel_Mode0 as Mode from System_DISC where ItemKey = ?', resourceId),
  );
  return row.ok ? Number(row.value?.['Mode'] ?? 0) : 0;
}

const withoutFilter = inferred(
  'Q281107',
  'Without the value records are evaluated with the new logic, and new boundaries with the old one.',
);

/** A filter of 0 takes the new logic back; its bits count when boundaries change, not for records (Q281107). */
function keepsInstalledSites(self: Self, mode: number, occasion: Occasion): boolean {
  if (mode === 0) return false;
  const filter = self.registry.getNumber(travelFilter.key, travelFilter.value);
  if (filter === undefined) self.restsOn('missing Travel Mode Clients Filter', withoutFilter);
  return occasion === 'record' ? filter !== 0 : (mode & (filter ?? 0)) !== 0;
}
