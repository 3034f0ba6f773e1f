import {
  defaultSmsDefMof,
  documented,
  inferred,
  isInHierarchy,
  reportedClasses,
  textOf,
  undefinedClasses,
  type HardwareReport,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { hasOtherDatabase } from '../hierarchy/known-sites.ts';
import { copyToParent, priorities } from '../hierarchy/replication.ts';
import { onDatabase } from './database-access.ts';
import { workingCopy, type LoaderMemory } from './loader-files.ts';

type LoaderSelf = Self<LoaderMemory>;

const hardwareUp = documented('Q199115, Q320676', 'Hardware inventory is always forwarded.');

/** What is loaded here is loaded at the parent site as well. */
export function forward(self: LoaderSelf): void {
  if (self.site.parent === undefined) return;
  const content = self.files.read(workingCopy(self));
  if (!content.ok) return;
  self.restsOn('hardware inventory for the parent', hardwareUp);
  const file = { inbox: 'dataldr.box', extension: '.MIF', text: textOf(content.value), size: content.value.size };
  copyToParent(self, file, priorities.inventory);
}

/** A report that another primary site has loaded before and passes on. */
export function isFromOtherDatabase(self: LoaderSelf, { siteCode }: HardwareReport): boolean {
  return isInHierarchy(self.site) && hasOtherDatabase(self, siteCode);
}

const noNewClasses = inferred(
  'Q322802',
  'A report that a child primary passes on defines no class; the classes that Sms_def.mof reports from Setup on exist.',
);

/** Whether a report holds classes that this database has not, nor ever had from Setup on. */
export function bringsNewClasses(self: LoaderSelf, { groups }: HardwareReport): boolean {
  self.restsOn('classes of reports from child sites', noNewClasses);
  const unknown = onDatabase(self, (database) => undefinedClasses(database, groups));
  return unknown.ok && unknown.value.some((name) => !classesFromSetup.has(name));
}

const classesFromSetup: ReadonlySet<string> = new Set(
  reportedClasses(defaultSmsDefMof).map(({ classId }) => classId ?? ''),
);
