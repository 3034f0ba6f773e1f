import { documented, inferred, systemOpener } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { noteAssignment } from './client-identity.ts';
import { clientRoot } from './client-folders.ts';
import { capListName, clientKeys, clientProperties, siteKey } from './client-registry.ts';

/** A client that has left its last site is removed; the identity survives (Q199078, Q227033). */
export const clientRemovalProvenance = documented('Q199078, Q227033, Q236052');

const removedParts = inferred(
  'Q199078, Q254735',
  'Files, registry and service go; the identifier stays in Smscfg.ini.',
);

/** Takes a site off the client; the others keep their order. */
export function leaveSite(self: Self, siteCode: string): void {
  const sites = self.registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  const data = sites.filter((site) => site !== siteCode);
  self.registry.set(clientKeys.client, clientProperties.sites, { type: 'REG_MULTI_SZ', data });
  self.registry.deleteKey(siteKey(siteCode));
  self.registry.deleteKey(`${clientKeys.sites}\\${siteCode}`);
  self.registry.deleteValue(clientKeys.accessPoints, capListName(siteCode));
}

/** Removes the client: files, registry and service. The service ends every component, CCIM included. */
export function removeClient(self: Self): void {
  self.restsOn('parts of a removed client', removedParts);
  self.registry.deleteKey(clientKeys.client);
  self.registry.deleteKey(clientKeys.accessPoints);
  noteAssignment(self.computer, false);
  const opener = { ...systemOpener, process: self.id };
  for (const folder of ['Core', 'Clicomp', 'Sitefile', 'Noidmifs', 'Idmifs']) {
    self.computer.files.removeFolder(opener, `${clientRoot(self.computer)}\\${folder}`, { recursive: true });
  }
  self.post(self.processOf(self.computer.name, 'SMS Client Service'), { type: 'client removed' });
}
