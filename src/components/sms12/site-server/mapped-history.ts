import {
  architectureOf,
  historyMapEntry,
  identificationOf,
  inferred,
  parseHistoryMap,
  printHistoryMap,
  smsLocation,
  withHistoryMapEntry,
  type HistoryMapEntry,
  type InventoryReport,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { nextFreeName } from '../free-names.ts';

const place = inferred(
  'Q172533, Resource Guide for SMS 1.2 (How Inventory History Is Maintained)',
  'HISTORY.MAP lies in the folder of the histories.',
);

/** Where the history of a computer is, and whether the map has just learned of it. */
export interface MappedHistory {
  readonly path: string;
  readonly isNew: boolean;
}

/**
 * The history file of a computer that reports by MIF, through its line in HISTORY.MAP; a computer without a line gets
 * one with a new unique name.
 */
export function mappedHistory(self: Self, folder: string, report: InventoryReport): MappedHistory {
  self.restsOn('place of History.map', place);
  const entries = historyMap(self, folder);
  const computer = mappedComputer(report);
  const known = historyMapEntry(entries, computer);
  if (known !== undefined) return { path: `${folder}\\${known.file}`, isNew: false };
  const file = nextFreeName(self, folder, '.SMH');
  self.files.writeText(`${folder}\\HISTORY.MAP`, printHistoryMap(withHistoryMapEntry(entries, { ...computer, file })));
  return { path: `${folder}\\${file}`, isNew: true };
}

function historyMap(self: Self, folder: string): readonly HistoryMapEntry[] {
  const text = self.files.readText(`${folder}\\HISTORY.MAP`);
  const map = text.ok ? parseHistoryMap(text.value) : undefined;
  return map?.ok === true ? map.value : [];
}

function mappedComputer(report: InventoryReport): Omit<HistoryMapEntry, 'file'> {
  const whose = identificationOf(report);
  const location = whose === undefined ? '' : smsLocation(whose);
  const [smsid, netCardId] = [whose?.smsid ?? '', whose?.netCardId ?? ''];
  return { architecture: architectureOf(report), smsid, netCardId, smsLocation: location };
}
