import {
  fileName,
  groupClass,
  inferred,
  machines,
  mifValue,
  printDeltaMif,
  printSiteControlFile,
  storedInventory,
  type InventoryGroup,
  type StoredGroup,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';
import { knownSitesFolder, statusFileOf } from './other-sites.ts';
import { leaveFolderJob } from './system-jobs.ts';

/** What Hierarchy Manager tells the Data Loader when the site has got another parent. */
export const attached = 'attached to a parent';

const snapshot = inferred(
  'Resource Guide for SMS 1.2 (Collecting Inventory at Sites)',
  'The Data Loader of a site with a new parent sends it all records; folders *.INV and *.UPD are those of other jobs.',
);

const remembered = { key: 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_HIERARCHY_MANAGER', name: 'Parent Site' };

/** Notes the parent that the site has when Hierarchy Manager starts for the first time. */
export function noteParent(self: Self): void {
  if (self.registry.getText(remembered.key, remembered.name) === undefined) remember(self);
}

function remember(self: Self): void {
  self.registry.set(remembered.key, remembered.name, { type: 'REG_SZ', data: self.site.parent ?? '' });
}

/** A new parent gets the status files of this site and of those below, and then all records of the Data Loader. */
export function lookAtParent(self: Self): void {
  const { parent, code } = self.site;
  if ((parent ?? '') === self.registry.getText(remembered.key, remembered.name)) return;
  remember(self);
  if (parent === undefined) return;
  leaveFolderJob(self, { destination: parent, kind: 'SITECONTROL' }, (folder) => {
    for (const file of filesIn(self, knownSitesFolder(self.site), '*.CT2')) {
      self.files.copy(file, `${folder}\\${fileName(file)}`);
    }
    self.files.writeText(`${folder}\\${code}.CT2`, printSiteControlFile(statusFileOf(self)));
  });
  self.post(self.processOf(self.computer.name, 'SMS_INVENTORY_DATA_LOADER'), { type: attached });
}

/** The records of all computers, as complete MIFs in one job for the parent. */
export function reportEverything(self: Self): void {
  const { parent } = self.site;
  const known = machines(self.database);
  if (parent === undefined || !known.ok) return;
  self.restsOn('records for a new parent', snapshot);
  leaveFolderJob(self, { destination: parent, kind: 'INVENTORY' }, (folder) => {
    for (const [index, { machineId }] of known.value.entries()) {
      const stored = storedInventory(self.database, machineId);
      if (!stored.ok) continue;
      const report = { groups: stored.value.map(groupOf), pragma: 'resync' } as const;
      self.files.writeText(`${folder}\\${String(index).padStart(8, '0')}.MIF`, printDeltaMif(report));
    }
  });
  self.log(`Reported ${known.value.length} machines to site ${parent}`);
}

/** Of a class that is not a standard one every attribute counts as key, so that no row is lost. */
function groupOf(stored: StoredGroup): InventoryGroup {
  const { class: className, name, attributes } = stored;
  const values = Object.entries(attributes).map(([attribute, value]) => {
    return [attribute, mifValue(stored, attribute, value)] as const;
  });
  return {
    class: className,
    name,
    keys: groupClass(className)?.keys ?? Object.keys(attributes),
    attributes: Object.fromEntries(values),
  };
}
