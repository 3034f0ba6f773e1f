import { loadSqlEngine } from '../../../src/cli/sql-engine.ts';
import { day, hour, instantOf } from '../../../src/kernel/index.ts';
import type { Instant } from '../../../src/kernel/index.ts';
import { identificationGroup, printMifDate, SiteDatabase, sms12Schema } from '../../../src/world/index.ts';
import type {
  InventoryGroup,
  InventoryReport,
  LoadedReport,
  LoadOptions,
  SqlOutcome,
} from '../../../src/world/index.ts';
import { findMatches, loadReport, storedHistory, storedInventory } from '../../../src/world/index.ts';

/** The engine of these tests, and its twin that turns unordered selects round. */
export const engine = await loadSqlEngine();
export const reversedEngine = await loadSqlEngine({ reverseUnorderedSelects: true });

export const monday = instantOf({ year: 1997, month: 11, day: 3, hour: 9 });
export { day, hour };

export function newDatabase(sqlEngine = engine): SiteDatabase {
  return new SiteDatabase(sqlEngine, 'LAM', { schema: sms12Schema });
}

/** The value of an outcome that the test knows to succeed. */
export function value<T>(outcome: SqlOutcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

/** The rows of a select. */
export function rows(database: SiteDatabase, sql: string) {
  return value(database.query(sql)).rows;
}

export interface Identity {
  readonly name?: string | null;
  readonly smsid?: string | null;
  readonly netCardId?: string | null;
  readonly site?: string;
}

/** The Identification group of a computer. */
export function identification({ name = 'PC1', smsid = 'LAM00001', netCardId = '00:AA', site = 'LAM' }: Identity = {}) {
  const rest = { domain: 'LAMWORLD', systemRole: 'Workstation', systemType: 'X86-based PC', logOnName: 'ann' };
  return identificationGroup({ name, smsid, netCardId, site, ...rest });
}

export function status(lastHardwareScan: Instant): InventoryGroup {
  const attributes = { LastHWScan: printMifDate(lastHardwareScan) };
  return { class: 'MICROSOFT|WORKSTATION_STATUS|1.0', name: 'Workstation Status', keys: [], attributes };
}

export function disk(index: string, free: number, pragma?: InventoryGroup['pragma']): InventoryGroup {
  return {
    class: 'MICROSOFT|DISK|1.0',
    name: 'Disk',
    keys: ['Disk Index'],
    attributes: { 'Disk Index': index, 'File System': 'FAT', 'Free Storage (MByte)': free },
    declarations: {
      'Disk Index': { type: 'String', length: 2, storage: 'Specific' },
      'File System': { type: 'String', length: 16, storage: 'Common' },
    },
    ...(pragma === undefined ? {} : { pragma }),
  };
}

/** A group of a custom MIF. */
export function custom(attributes: InventoryGroup['attributes']): InventoryGroup {
  return { class: 'GROUPTEST|MYTEST|1.0', name: 'My Test', keys: [], attributes };
}

export function audited(packageId: number): InventoryGroup {
  const attributes = { 'Package ID': packageId, Path: 'C:\\GAMES' };
  return {
    class: 'MICROSOFT|AUDITED_SOFTWARE|1.0',
    name: 'Audited Software',
    keys: ['Package ID', 'Path'],
    attributes,
  };
}

export function complete(...groups: readonly InventoryGroup[]): InventoryReport {
  return { groups };
}

export function resync(...groups: readonly InventoryGroup[]): InventoryReport {
  return { groups, pragma: 'resync' };
}

/** Finds the computer of a report as the Data Loader does, and loads it. */
export function load(
  database: SiteDatabase,
  report: InventoryReport,
  options: Partial<LoadOptions> = {},
): LoadedReport {
  const group = report.groups.find(({ name }) => name === 'Identification');
  const match = group && value(findMatches(database, group));
  const machineId = match?.found === 'one' ? match.machine.machineId : undefined;
  const found = machineId === undefined ? {} : { machineId };
  return value(loadReport(database, report, { time: monday, ...found, ...options }));
}

/** Values of an attribute in the current inventory of a computer, or in its history. */
export function current(database: SiteDatabase, machineId: number, attribute: string) {
  return attributeOf(value(storedInventory(database, machineId)), attribute);
}

export function former(database: SiteDatabase, machineId: number, attribute: string) {
  return attributeOf(value(storedHistory(database, machineId)), attribute);
}

function attributeOf(groups: readonly { readonly attributes: Readonly<Record<string, unknown>> }[], attribute: string) {
  return groups.flatMap(({ attributes }) => (attribute in attributes ? [attributes[attribute]] : []));
}
