import { assumed, documented, fileName, firstOfRange, type CollectedFile, type RawFile } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';

const place = documented('Q182420, Resource Guide for SMS 1.2 (How SMS Collects Files)');

const suffix = assumed(
  'A collected file whose name is taken gets four digits drawn by chance behind its extension.',
  'Resource Guide for SMS 1.2 (How SMS Collects Files)',
);

/** Files that a client sent whole go to FILES.COL, by site, first SMSID of the range, and SMSID. */
export function storeCollectedFiles(self: Self, { smsid, collected }: RawFile): void {
  if (collected.length === 0) return;
  self.restsOn('collected files', place);
  const folder = siteFolder(self.site, 'DATALOAD.BOX', 'FILES.COL', self.site.code, firstOfRange(smsid), smsid);
  self.files.createFolder(folder);
  for (const file of collected) store(self, folder, file);
}

function store(self: Self, folder: string, { path, modified, content }: CollectedFile): void {
  const target = freeTarget(self, `${folder}\\${fileName(path)}`);
  self.files.write(target, content, { modified });
}

function freeTarget(self: Self, path: string): string {
  if (!self.files.exists(path)) return path;
  self.restsOn('names of collected files', suffix);
  const digits = String(self.random('suffix of a collected file').integer(0, 9999)).padStart(4, '0');
  return `${path}${digits}`;
}
