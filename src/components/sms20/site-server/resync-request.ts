import { assignedSites, type InventoryComponent } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { generatedName } from '../generated-names.ts';
import { publishResync } from '../resync-publication.ts';
import { onDatabase } from './database-access.ts';

/** Whom a component wants to send its inventory anew. */
export interface ResyncTarget {
  readonly resourceId: number;
  readonly guid: string;
  readonly component: InventoryComponent;
}

/**
 * The automatic request: published when the client is assigned to this site, dropped when it is assigned to none
 * (Q281107). Requests for clients of other sites would travel there and are not made here.
 */
export function requestResync(self: Self, target: ResyncTarget): boolean {
  const sites = onDatabase(self, (database) => assignedSites(database, target.resourceId));
  if (!sites.ok || sites.value.length === 0) {
    self.log('CMachine::SendResyncCommand - could not get site assignment.');
    return false;
  }
  if (!sites.value.some((code) => code.toUpperCase() === self.site.code.toUpperCase())) return false;
  const name = generatedName(self.random('resync request names'));
  const { guid, component } = target;
  return publishResync(self.files, self.site, { guid, component, time: self.now(), name }).ok;
}
