import {
  assumed,
  collectedFilesProvenance,
  documented,
  fileName,
  inboxPath,
  storeCollectedFile,
  type CollectedFile,
  type SoftwareReport,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { unusedName } from '../generated-names.ts';
import { siteShare } from '../inbox-definitions.ts';
import { onDatabase } from './database-access.ts';
import { extension } from '../../inbox-pass.ts';

const folderOfCopies = documented('Resource Guide, table B.62; SMS Administrator online help');
const equalCopies = assumed('A copy is kept as the next revision even where it equals the one before.', 'SDK');

/** Keeps the files that a report brought along: one folder for each resource, generated names, rows in the database. */
export function keepCollectedFiles(self: Self, resourceId: number, report: SoftwareReport): void {
  const { collected = [] } = report;
  if (collected.length === 0) return;
  self.restsOn('folder of collected files', folderOfCopies);
  self.restsOn('rows of collected files', collectedFilesProvenance);
  self.restsOn('equal copies of a collected file', equalCopies);
  const folder = inboxPath(self.site, 'sinv.box', 'FileCol', String(resourceId));
  self.files.createFolder(folder);
  for (const file of collected) keep(self, { resourceId, folder, collectedAt: report.cycleStart }, file);
}

/** A copy that finds no room on the disk, or no row in the database, is lost. */
function keep(
  self: Self,
  { resourceId, folder, collectedAt }: { resourceId: number; folder: string; collectedAt: number },
  { path, modified, content }: CollectedFile,
): void {
  const name = unusedName(self.files, folder, extension(path), self.random('collected file names'));
  const local = `${folder}\\${name}`;
  if (!self.files.write(local, content, { modified }).ok) {
    self.files.delete(local);
    return;
  }
  const copy = { path, size: content.size, modified, collected: collectedAt, localPath: sharedPath(self, local) };
  const kept = Number(self.setting('File collection copies kept'));
  const stored = onDatabase(self, (database) => storeCollectedFile(database, resourceId, copy, kept));
  if (!stored.ok) self.files.delete(local);
  else for (const forgotten of stored.value) self.files.delete(`${folder}\\${fileName(forgotten)}`);
}

/** As other computers reach it: `\\\\SRV1\\SMS_ABC\\inboxes\\sinv.box\\FileCol\\3\\KWJFLUI6.txt`. */
function sharedPath(self: Self, local: string): string {
  const { site } = self;
  return `\\\\${site.server}\\${siteShare(site.code)}${local.slice(site.folder.length)}`;
}
