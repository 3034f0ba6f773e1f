import {
  extractionProvenance,
  printDiscoveryRecord,
  printHardwareReport,
  printSoftwareReport,
  resources,
  softwareStatus,
  storedHardware,
  storedRecord,
  storedSoftware,
  type Resource,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { onDatabase } from '../site-server/database-access.ts';
import { copyToParent, priorities } from './replication.ts';

/** What Discovery Data Manager has for a parent that the site is attached to: a record of each computer. */
export function sendAllDiscovery(self: Self): void {
  for (const { resourceId } of known(self)) {
    const record = onDatabase(self, (database) => storedRecord(database, resourceId));
    if (!record.ok || record.value === undefined) continue;
    const text = printDiscoveryRecord(record.value);
    copyToParent(self, { inbox: 'ddm.box', extension: '.ddr', text }, priorities.discovery);
  }
}

/** What the Data Loader has for it: the hardware inventory of each client, complete, as a MIF (Q258924). */
export function sendAllHardware(self: Self): void {
  for (const client of known(self)) {
    const stored = onDatabase(self, (database) => storedHardware(database, client.resourceId));
    if (client.guid === undefined || !stored.ok || stored.value === undefined) continue;
    const text = printHardwareReport({ ...heading(self, client, client.guid), kind: 'complete', ...stored.value });
    copyToParent(self, { inbox: 'dataldr.box', extension: '.MIF', text }, priorities.inventory);
  }
}

/** What the Software Inventory Processor has for it: the software inventory of each client. */
export function sendAllSoftware(self: Self): void {
  for (const client of known(self)) {
    const status = onDatabase(self, (database) => softwareStatus(database, client.resourceId));
    const files = onDatabase(self, (database) => storedSoftware(database, client.resourceId));
    if (client.guid === undefined || !status.ok || status.value === undefined || !files.ok) continue;
    const { cycleStart } = status.value;
    const report = { ...heading(self, client, client.guid), kind: 'complete', cycleStart, files: files.value } as const;
    copyToParent(
      self,
      { inbox: 'sinv.box', extension: '.sic', text: printSoftwareReport(report) },
      priorities.inventory,
    );
  }
}

function known(self: Self): readonly Resource[] {
  self.restsOn('what an attached site takes out of its database', extractionProvenance);
  const all = onDatabase(self, resources);
  return all.ok ? all.value : [];
}

function heading(self: Self, client: Resource, guid: string) {
  return { guid, computerName: client.name, siteCode: self.site.code };
}
