import { assignedSites, assumed, printInstruction, type InventoryComponent } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { generatedName } from '../generated-names.ts';
import { knownSites } from '../hierarchy/known-sites.ts';
import { priorities, replicate } from '../hierarchy/replication.ts';
import { publishResync } from '../resync-publication.ts';
import { onDatabase } from './database-access.ts';

/** Whom a component wants to send its inventory anew. */
export interface ResyncTarget {
  readonly resourceId: number;
  readonly guid: string;
  readonly component: InventoryComponent;
}

/**
 * The automatic request: published when the client is assigned to this site, sent to the sites below to which it is
 * assigned (Q320676), and dropped when it is assigned to none (Q281107).
 */
export function requestResync(self: Self, target: ResyncTarget): boolean {
  const sites = onDatabase(self, (database) => assignedSites(database, target.resourceId));
  if (!sites.ok || sites.value.length === 0) {
    self.log('CMachine::SendResyncCommand - could not get site assignment.');
    return false;
  }
  const sent = sendBelow(self, target, sites.value);
  if (!sites.value.some((code) => code.toUpperCase() === self.site.code.toUpperCase())) return sent;
  const name = generatedName(self.random('resync request names'));
  const { guid, component } = target;
  return publishResync(self.files, self.site, { guid, component, time: self.now(), name }).ok;
}

const command = assumed(
  'The command for another site is an instruction of the type INVRESYNC for its Despooler.',
  'Q320676, Resource Guide for SMS 1.2 (inventory resync)',
);

/** True where a site below got the request. */
function sendBelow(self: Self, { guid, component }: ResyncTarget, assigned: readonly string[]): boolean {
  const known = knownSites(self);
  const below = assigned.filter((code) => known.has(code));
  if (below.length === 0) return false;
  self.restsOn('resync request for another site', command);
  const text = printInstruction({ type: 'INVRESYNC', guid, component });
  return below.every((destination) => {
    const name = `${generatedName(self.random('resync request names'))}.INS`;
    const to = { destination, inbox: 'despoolr.box\\receive', name };
    return replicate(self, to, priorities.resync, { text, size: text.length });
  });
}
