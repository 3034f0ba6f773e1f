import type { Computer, FileFacts, SiteDatabase } from '../../world/index.ts';
import { counted } from './amounts.ts';
import { fitsWildcard } from '../patterns.ts';
import type { Play } from '../play.ts';
import { seenFiles } from './seen-files.ts';
import { resourceIdOf, rowsOf } from './stored-hardware.ts';

/** One kind of file, as software inventory tells them apart: no path, duplicates counted (Q202108). */
export interface SoftwareEntry {
  readonly name: string;
  readonly size: number;
  /** Of the product; undefined for an unknown file. */
  readonly version: string | undefined;
  readonly count: number;
}

/** The files of a client in a site database whose names fit a wildcard. */
export function storedSoftware(database: SiteDatabase, computer: Computer, name: string): readonly SoftwareEntry[] {
  const clientId = resourceIdOf(database, computer.name);
  if (clientId === undefined) return [];
  const entries = rowsOf(database, selection, clientId).map(([file, size, count, version]) => ({
    name: String(file),
    size: Number(size),
    count: Number(count),
    version: version === null ? undefined : String(version),
  }));
  return entries.filter((entry) => fitsWildcard(name, entry.name));
}

const selection = `select FileName, FileSize, FileCount, ProductVersion from v_GS_SoftwareFile where ResourceID = ?
  order by FileName, FileSize, ProductVersion`;

/** The same kinds of files as they really lie on the fixed drives of the machine. */
export function realSoftware(play: Play, computer: Computer, name: string): readonly SoftwareEntry[] {
  const entries = new Map<string, SoftwareEntry>();
  for (const drive of computer.files.drives().filter((one) => one.kind === 'fixed')) {
    const seen = seenFiles(play, { on: computer.name, path: `${drive.letter}:\\${name}` }, true);
    for (const file of typeof seen === 'string' ? [] : seen.files) {
      const entry = { name: file.name, size: file.size, version: versionOf(file), count: 1 };
      const known = entries.get(softwareWords({ ...entry, count: 0 }));
      entries.set(softwareWords({ ...entry, count: 0 }), { ...entry, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...entries.values()];
}

/** `PLUS.EXE, 1000 bytes, version 4.0, found 2 times`; equal for equal entries. */
export function softwareWords({ name, size, version, count }: SoftwareEntry): string {
  const known = version === undefined ? 'unknown' : `version ${version}`;
  return `${name.toUpperCase()}, ${size} bytes, ${known}, found ${counted(count, 'time')}`;
}

/** A header that lacks any of its parts makes the file an unknown one (Q202082). */
function versionOf({ product }: FileFacts): string | undefined {
  if (product === undefined || [product.company, product.product, product.language].includes('')) return undefined;
  return product.version === '' ? undefined : product.version;
}
