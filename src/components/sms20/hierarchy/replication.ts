import {
  assumed,
  documented,
  fileName,
  inboxPath,
  isInHierarchy,
  printReplication,
  textOf,
  type Content,
  type JobPriority,
  type Provenance,
  type ReplicatedFile,
  type Site,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { generatedName, unusedName } from '../generated-names.ts';

/** Where a file is to go at another site. */
export interface Replication {
  /** Code of the site. */
  readonly destination: string;
  /** Folder below `inboxes`. */
  readonly inbox: string;
  readonly name: string;
}

/** The priorities of what sites send each other by themselves. */
export const priorities = {
  siteControl: 'high',
  secondarySiteSetup: 'high',
  inventory: 'normal',
  discovery: 'normal',
  resync: 'normal',
  status: 'normal',
  clientStatus: 'low',
} as const satisfies Readonly<Record<string, JobPriority>>;

/** Which data has which priority. */
export const prioritiesProvenance: Provenance = documented('Q320676');

const outboundFolders = assumed(
  'Components leave what is to travel in Replmgr.box\\Outbound\\<priority>, one file each.',
  'Q200852, Q234360: Replication Manager takes it from there',
);

/** The outbound folder of a priority. */
export function outboundFolder(site: Pick<Site, 'folder'>, priority: JobPriority): string {
  return inboxPath(site, 'replmgr.box', 'Outbound', priority);
}

/** Hands a content to Replication Manager; false where it cannot be written. */
export function replicate(self: Self, to: Replication, priority: JobPriority, content: Content): boolean {
  self.restsOn('outbound folders of Replication Manager', outboundFolders);
  self.restsOn('priorities between sites', prioritiesProvenance);
  const { size } = content;
  const file: ReplicatedFile = { ...to, origin: self.site.code, priority, size, text: textOf(content) };
  const folder = outboundFolder(self.site, priority);
  const name = unusedName(self.files, folder, '.rpl', self.random('replication object names'));
  const text = printReplication([file]);
  const header = text.length - file.text.length;
  return self.files.write(`${folder}\\${name}`, { text, size: header + size }).ok;
}

/** Hands a file to Replication Manager and takes it away; false where it is in use or gone. */
export function replicateFile(self: Self, path: string, to: Replication, priority: JobPriority): boolean {
  const content = self.files.read(path);
  if (!content.ok || !replicate(self, to, priority, content.value)) return false;
  return self.files.delete(path).ok;
}

/** Hands a file to Replication Manager for the parent site, under its own name unless another is given. */
export function sendToParent(self: Self, path: string, inbox: string, name = fileName(path)): boolean {
  const { parent } = self.site;
  return parent !== undefined && replicateFile(self, path, { destination: parent, inbox, name }, priorities.inventory);
}

/** A text for the parent site; nothing happens at a site that has none. */
export function copyToParent(
  self: Self,
  file: { readonly inbox: string; readonly extension: string; readonly text: string; readonly size?: number },
  priority: JobPriority,
): void {
  const { parent } = self.site;
  if (parent === undefined || !isInHierarchy(self.site)) return;
  const name = `${generatedName(self.random('names of files for the parent'))}${file.extension}`;
  const { text, size = text.length } = file;
  replicate(self, { destination: parent, inbox: file.inbox, name }, priority, { text, size });
}
