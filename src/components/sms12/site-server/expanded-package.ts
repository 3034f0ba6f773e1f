import { inferred, parseReplication, type DespoolerOrder, type ReplicatedFile } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';
import { freePath } from './inventory-collection.ts';
import { leaveFolderJob, leaveSystemJob } from './system-jobs.ts';

const throughOthers = inferred(
  'Q167777, Resource Guide for SMS 1.2 (Resynchronizing Inventory Information)',
  'A site between origin and destination makes a job of its own of what passes through it.',
);

type PackageOrder = Extract<DespoolerOrder, { readonly package: string }>;

/** MIFs go to the Data Loader, site control files to Hierarchy Manager; the package is deleted. */
export function expand(self: Self, order: PackageOrder): string {
  const folder =
    order.type === 'inventory'
      ? siteFolder(self.site, 'DATALOAD.BOX', 'DELTAMIF.COL')
      : siteFolder(self.site, 'SITECFG.BOX');
  return unpack(self, order, (name) =>
    order.type === 'inventory' ? freePath(self, folder, name) : `${folder}\\${name}`,
  );
}

/** What is for another site goes on in a job of this one. */
export function passOn(self: Self, order: DespoolerOrder, destination: string): string {
  self.restsOn('what passes through a site', throughOthers);
  if ('order' in order) {
    leaveSystemJob(self, destination, () => ({ kind: 'RESYNC', order: order.order }));
    return 'executed';
  }
  let answer = 'refused';
  const kind = order.type === 'inventory' ? 'INVENTORY' : 'SITECONTROL';
  leaveFolderJob(self, { destination, kind }, (folder) => {
    answer = unpack(self, order, (name) => `${folder}\\${name}`);
  });
  return answer;
}

function unpack(self: Self, order: PackageOrder, pathOf: (name: string) => string): string {
  const path = siteFolder(self.site, 'DESPOOLR.BOX', 'RECEIVE', order.package);
  const text = self.files.readText(path);
  const files = text.ok ? parseReplication(text.value) : undefined;
  if (files?.ok !== true) return 'refused';
  for (const file of files.value) self.files.write(pathOf(file.name), contentOf(file));
  self.files.delete(path);
  return 'executed';
}

function contentOf({ text, size }: ReplicatedFile): { readonly text: string; readonly size: number } {
  return { text, size };
}
