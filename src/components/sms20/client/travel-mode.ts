import { assumed, documented, type DiscoveryProperty } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { clientKeys, clientProperties } from './client-registry.ts';

/** What a person can say about travel mode is told, where prompting is kept is not. */
export const promptProvenance = assumed(
  'The value Reserved3 of the client is 1 where travel mode asks nobody.',
  'Q199114, Q281107',
);

/** Whether this client is in travel mode (Q281107). */
export function isInTravelMode(self: Self): boolean {
  return self.registry.getNumber(clientKeys.properties, clientProperties.travelMode) === 1;
}

/** Codes of the sites that are forced on this client (Q281107). */
export function forcedSites(self: Self): readonly string[] {
  return self.registry.getList(clientKeys.sites, 'Forced Sites') ?? [];
}

/** From SP4 on clients report whether they travel, 1, and whether sites are forced on them, 2 (Q281107). */
export function travelModeProperty(self: Self): readonly DiscoveryProperty[] {
  if (self.trait('reports travel mode') === false) return [];
  const value = (isInTravelMode(self) ? 1 : 0) + (forcedSites(self).length > 0 ? 2 : 0);
  return [{ name: 'Travel Mode', type: 'integer', flags: [], maxLength: 0, value }];
}

const boxes = documented('Q199114', 'The text of the two message boxes.');

const answer = assumed('The user of a travelling client answers No, which keeps the client as it is.', 'Q235797');

/** Asks the user about a change of a travelling client, unless prompting is off or nobody is there. */
export function promptTraveller(self: Self, change: 'assign' | 'deassign', site: string): void {
  self.restsOn('prompting of travel mode', promptProvenance);
  const silent = self.registry.getNumber(clientKeys.properties, clientProperties.travelSilence) === 1;
  if (silent || self.computer.user === undefined) return;
  self.restsOn('message box of travel mode', boxes);
  self.restsOn('answer of a traveller', answer);
  const detected = 'Systems Management Server has detected that this computer is a traveling machine.';
  const target = `${change === 'assign' ? 'to' : 'from'} site ${site}`;
  const request = `A request has been made to ${change} this machine ${target}.`;
  self.show('SMS - Traveling Mode', `${detected} ${request} Would you like to continue with this operation?`);
}
