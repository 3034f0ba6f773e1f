import { installedSites, storedSubnets, type SiteDatabase, type SqlOutcome } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** Where the filter of Q281107 stands: 1 keeps clients in travel mode, 2 those with forced sites, 3 both, 0 none. */
const travelFilter = {
  key: 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_DISCOVERY_DATA_MANAGER',
  value: 'Travel Mode Clients Filter',
} as const;

/**
 * The sites a computer is to be assigned to: this site when one of its subnets lies within the boundaries, and the
 * sites its client is installed from when the travel mode it reported passes the filter.
 */
export function sitesOf(self: Self, database: SiteDatabase, resourceId: number): SqlOutcome<readonly string[]> {
  const subnets = storedSubnets(database, resourceId);
  if (!subnets.ok) return subnets;
  const within = subnets.value.some((subnet) => self.site.boundaries.includes(subnet));
  const byRule = within ? [self.site.code] : [];
  if (!travels(self, database, resourceId)) return { ok: true, value: byRule };
  const installed = installedSites(database, resourceId);
  return installed.ok ? { ok: true, value: [...new Set([...byRule, ...installed.value])] } : installed;
}

function travels(self: Self, database: SiteDatabase, resourceId: number): boolean {
  if (self.trait('keeps travelling clients assigned') === false) return false;
  const filter = self.registry.getNumber(travelFilter.key, travelFilter.value) ?? 0;
  if (filter === 0) return false;
  // The column exists once a client has reported its travel mode.
  const row = database.read((sql) =>
    sql.one('select Travel_Mode0 as Mode from System_DISC where ItemKey = ?', resourceId),
  );
  return row.ok && (Number(row.value?.['Mode'] ?? 0) & filter) !== 0;
}
