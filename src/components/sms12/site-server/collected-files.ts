import {
  assumed,
  documented,
  fileName,
  firstOfRange,
  groupClass,
  printMifDate,
  type CollectedFile,
  type InventoryGroup,
  type RawFile,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';

const place = documented('Q182420, Resource Guide for SMS 1.2 (How SMS Collects Files)');

const suffix = assumed(
  'A collected file whose name is taken gets four digits drawn by chance behind its extension.',
  'Resource Guide for SMS 1.2 (How SMS Collects Files)',
);

const group = assumed(
  'Inventory Processor tells the Data Loader of each collected file in a row of Collected Files.',
  'Resource Guide for SMS 1.2 (How SMS Collects Files)',
);

/**
 * Files that a client sent whole go to FILES.COL, by site, first SMSID of the range, and SMSID; the rows that name them
 * go on with the inventory.
 */
export function storeCollectedFiles(self: Self, { smsid, collected }: RawFile): readonly InventoryGroup[] {
  if (collected.length === 0) return [];
  self.restsOn('collected files', place);
  self.restsOn('rows of collected files', group);
  const folder = siteFolder(self.site, 'DATALOAD.BOX', 'FILES.COL', self.site.code, firstOfRange(smsid), smsid);
  self.files.createFolder(folder);
  return collected.map((file) => rowOf(file, store(self, folder, file)));
}

function store(self: Self, folder: string, { path, modified, content }: CollectedFile): string {
  const target = freeTarget(self, `${folder}\\${fileName(path)}`);
  self.files.write(target, content, { modified });
  return target;
}

function rowOf({ path, modified, content }: CollectedFile, target: string): InventoryGroup {
  const className = 'MICROSOFT|INVENTORY_FILES|1.0';
  const known = groupClass(className);
  const modifiedAt = printMifDate(Math.floor(modified / 1000) * 1000);
  const attributes = Object.fromEntries<string | number>([
    ['Path', path],
    ['Size', content.size],
    ['Date', modifiedAt],
    ['Stored Name', fileName(target)],
  ]);
  return { class: className, name: known?.name ?? className, keys: known?.keys ?? [], attributes };
}

function freeTarget(self: Self, path: string): string {
  if (!self.files.exists(path)) return path;
  self.restsOn('names of collected files', suffix);
  const digits = String(self.random('suffix of a collected file').integer(0, 9999)).padStart(4, '0');
  return `${path}${digits}`;
}
