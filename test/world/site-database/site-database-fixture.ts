import { loadSqlEngine } from '../../../src/cli/sql-engine.ts';
import type { DiscoveryProperty, DiscoveryRecord } from '../../../src/world/formats/discovery-record.ts';
import type { HardwareGroup } from '../../../src/world/formats/hardware-report.ts';
import type { SoftwareFile } from '../../../src/world/formats/software-report.ts';
import { SiteDatabase } from '../../../src/world/site-database/index.ts';
import type { SqlOutcome } from '../../../src/world/site-database/index.ts';
import { day, hour, instantOf } from '../../../src/kernel/index.ts';

/** The engine of these tests and its twin that turns unordered selects round. */
export const engine = await loadSqlEngine();
export const reversedEngine = await loadSqlEngine({ reverseUnorderedSelects: true });

export const monday = instantOf({ year: 1999, month: 11, day: 15, hour: 9 });
export { day, hour };

export function newDatabase(): SiteDatabase {
  return new SiteDatabase(engine, 'ABC');
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

export interface RecordParts {
  readonly guid?: string;
  readonly name?: string;
  readonly adapters?: readonly string[];
  readonly subnets?: readonly string[];
  readonly time?: number;
  readonly more?: readonly DiscoveryProperty[];
}

/** A heartbeat record. */
export function record(parts: RecordParts): DiscoveryRecord {
  const text = { type: 'string', maxLength: 64 } as const;
  const properties: DiscoveryProperty[] = [];
  if (parts.guid !== undefined)
    properties.push({ ...text, name: 'SMS Unique Identifier', flags: ['guid'], value: parts.guid });
  if (parts.name !== undefined)
    properties.push({ ...text, name: 'NetBIOS Name', flags: ['key', 'name'], value: parts.name });
  if (parts.adapters) properties.push({ ...text, name: 'MAC Addresses', flags: ['key'], value: parts.adapters });
  if (parts.subnets) properties.push({ ...text, name: 'IP Subnets', flags: [], value: parts.subnets });
  properties.push({ name: 'Client', type: 'integer', flags: [], maxLength: 0, value: 1 }, ...(parts.more ?? []));
  return {
    architecture: 'System',
    agent: 'Heartbeat Discovery',
    siteCode: 'ABC',
    time: parts.time ?? monday,
    properties,
  };
}

/** Stores a record and answers the resource id. */
export function discovered(database: SiteDatabase, upserted: SqlOutcome<{ readonly verdict: string }>): number {
  const verdict = value(upserted) as { readonly resourceId?: number };
  if (verdict.resourceId === undefined) throw new Error(`not stored in ${database.name}`);
  return verdict.resourceId;
}

export function bios(version: string, pragma?: HardwareGroup['pragma']): HardwareGroup {
  return {
    name: 'PC BIOS',
    class: 'MICROSOFT|PC_BIOS|1.0',
    key: [],
    ...(pragma === undefined ? {} : { pragma }),
    attributes: [{ name: 'BIOS Version', type: 'string', value: version }],
  };
}

export function disk(index: number, size: number, pragma?: HardwareGroup['pragma']): HardwareGroup {
  return {
    name: 'Disk',
    class: 'MICROSOFT|DISK|1.0',
    key: ['Index'],
    ...(pragma === undefined ? {} : { pragma }),
    attributes: [
      { name: 'Index', type: 'integer', value: index },
      ...(pragma === 'delete' ? [] : [{ name: 'Size', type: 'integer', value: size } as const]),
    ],
  };
}

export function program(fileName: string, size = 1000, version = '4.0'): SoftwareFile {
  const product = { company: 'Microsoft', product: 'Windows NT', version, language: 'English' };
  return { fileName, size, modified: monday - 100 * day, count: 1, product };
}
