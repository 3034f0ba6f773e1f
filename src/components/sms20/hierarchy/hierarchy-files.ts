import {
  assumed,
  fileName,
  inboxPath,
  inferred,
  parseSiteControl,
  printSiteControl,
  storeSite,
  type SiteControl,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { onDatabase } from '../site-server/database-access.ts';
import { createSiteInboxes } from '../site-inboxes.ts';
import { extension, silent, type InboxPass } from '../../inbox-pass.ts';
import { knownSites, knownSitesFolder } from './known-sites.ts';
import { copyToParent, priorities, replicateFile } from './replication.ts';
import { makeUpgradeJob, upgradeRequest } from './secondary-site-upgrade.ts';

/** What Hierarchy Manager remembers: what the file in hand says. */
export interface HierarchyMemory extends InboxPass {
  control: SiteControl | null;
  /** Whether the site below told something new, which a heartbeat does not. */
  news: boolean;
}

type HierarchySelf = Self<HierarchyMemory>;

/** What Hierarchy Manager does. */
export const hierarchyEffects: Readonly<Record<string, Effect<HierarchyMemory>>> = {
  'watch the inbox': {
    answers: ['watching'],
    run: (self) => {
      createSiteInboxes(self.computer, self.site);
      self.watch(hierarchyInbox(self));
      return 'watching';
    },
  },
  'read the file': {
    answers: [
      'proposal for a site',
      'report of this site',
      'report of a site below',
      'upgrade of a secondary site',
      'no use',
    ],
    run: read,
  },
  'make the job of the upgrade': { answers: ['job made', 'no job'], run: makeUpgradeJob },
  'send the proposal': { answers: ['sent', 'cannot send'], run: sendProposal },
  'keep the site control file': silent(keep),
  'tell of the site below': { answers: ['told'], run: tellOfTheSite },
  'send the report upwards': { answers: ['sent', 'cannot send'], run: sendUpwards },
  'compare the parent': { answers: ['attached', 'same parent'], run: compareParent },
  'send everything to the new parent': { answers: ['sent'], run: attach },
};

/** The inbox of Hierarchy Manager. */
export function hierarchyInbox(self: Self): string {
  return inboxPath(self.site, 'hman.box');
}

function read(self: HierarchySelf): string {
  const { file } = self.memory;
  const text = self.files.readText(file);
  if (!text.ok) return 'no use';
  if (extension(file) === upgradeRequest) return 'upgrade of a secondary site';
  const control = parseSiteControl(text.value);
  if (!control.ok) {
    self.files.delete(file);
    return 'no use';
  }
  self.memory.control = control.value;
  if (extension(file) === '.ct1') return 'proposal for a site';
  return control.value.code === self.site.code ? 'report of this site' : 'report of a site below';
}

function controlOf(self: HierarchySelf): SiteControl {
  if (self.memory.control === null) throw new Error('Hierarchy Manager has no site control file in hand');
  return self.memory.control;
}

/** A delta for another site travels; one for this site goes to Site Control Manager next door. */
function sendProposal(self: HierarchySelf): string {
  const { file } = self.memory;
  const { code } = controlOf(self);
  if (code === self.site.code) {
    return self.files.move(file, inboxPath(self.site, 'sitectrl.box', fileName(file))).ok ? 'sent' : 'cannot send';
  }
  self.log(`Sending a delta site control file to site ${code}.`);
  const to = { destination: code, inbox: 'sitectrl.box', name: fileName(file) };
  return replicateFile(self, file, to, priorities.siteControl) ? 'sent' : 'cannot send';
}

function keep(self: HierarchySelf): void {
  const control = controlOf(self);
  const { code, identity } = control;
  self.log(`Received the site control file of site ${code}.`);
  const path = `${knownSitesFolder(self.site)}\\${code}.ct2`;
  const known = self.files.readText(path);
  self.memory.news = !known.ok || known.value !== printSiteControl(control);
  self.files.writeText(path, printSiteControl(control));
  if (identity !== undefined) onDatabase(self, (database) => storeSite(database, { code, ...identity }));
}

/** The rules by which computers are assigned follow from the boundaries of the sites below (Q288407). */
function tellOfTheSite(self: HierarchySelf): string {
  const component = 'SMS_DISCOVERY_DATA_MANAGER';
  if (self.memory.news && self.runs(component)) {
    self.post(self.processOf(self.computer.name, component), { type: 'site settings changed' });
  }
  return 'told';
}

function sendUpwards(self: HierarchySelf): string {
  sendControl(self, controlOf(self));
  return self.files.delete(self.memory.file).ok ? 'sent' : 'cannot send';
}

function sendControl(self: HierarchySelf, control: SiteControl): void {
  copyToParent(self, { inbox: 'hman.box', extension: '.ct2', text: printSiteControl(control) }, priorities.siteControl);
}

const key = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_HIERARCHY_MANAGER';
const attachedTo = 'Attached To';

const remembered = assumed('Hierarchy Manager keeps in the registry to which parent the site is attached.', 'Q258924');

function compareParent(self: HierarchySelf): string {
  if (controlOf(self).code !== self.site.code) return 'same parent';
  self.restsOn('parent that is remembered', remembered);
  const parent = self.site.parent ?? '';
  if ((self.registry.getText(key, attachedTo) ?? '') === parent) return 'same parent';
  self.computer.registry.set(key, attachedTo, { type: 'REG_SZ', data: parent });
  return parent === '' ? 'same parent' : 'attached';
}

const everything = inferred(
  'Q258924, Q320676, Resource Guide ch. 20 (Attach Site to Parent Site)',
  'An attached site sends its site control files and all it has of its clients, but no old status messages (Q226918).',
);

/** Who has something of the clients for a new parent. */
const senders = ['SMS_DISCOVERY_DATA_MANAGER', 'SMS_INVENTORY_DATA_LOADER', 'SMS_SOFTWARE_INVENTORY_PROCESSOR'];

function attach(self: HierarchySelf): string {
  self.restsOn('what an attached site sends', everything);
  self.log(`Site ${self.site.code} is attached to site ${self.site.parent}.`);
  for (const control of knownSites(self).values()) sendControl(self, control);
  for (const component of senders) {
    if (self.runs(component))
      self.post(self.processOf(self.computer.name, component), { type: 'attached to a parent' });
  }
  return 'sent';
}
