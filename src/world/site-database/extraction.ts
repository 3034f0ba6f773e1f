import type { Instant } from '../../kernel/index.ts';
import { identifyingProperties, type DiscoveryProperty, type DiscoveryRecord } from '../formats/discovery-record.ts';
import type { HardwareAttribute, HardwareGroup } from '../formats/hardware-report.ts';
import type { SoftwareFile } from '../formats/software-report.ts';
import { parseIsoTime } from '../formats/time-text.ts';
import { inferred } from '../provenance.ts';
import { systemClass } from '../formats/hardware-report.ts';
import { knownGroups } from './hardware-groups.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlRow, SqlValue } from './sql-engine.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** What an attached site takes out of its database for its parent. */
export const extractionProvenance = inferred(
  'Resource Guide ch. 20 (Attach Site to Parent Site), Q258924',
  'All inventory is extracted from the database and passed on as complete reports.',
);

/** The classes among these that the database has no group for. */
export function undefinedClasses(
  database: SiteDatabase,
  groups: readonly HardwareGroup[],
): SqlOutcome<readonly string[]> {
  return database.read((sql) => {
    const classes = [...new Set(groups.map((group) => group.class))];
    const known = (name: string): boolean =>
      knownGroups(database).has(name) ||
      sql.one('select GroupKey from GroupMap where GroupClass = ?', name) !== undefined;
    return classes.filter((name) => !known(name));
  });
}

/** The record that would tell another database what this one knows of a computer; undefined for a stranger. */
export function storedRecord(database: SiteDatabase, resourceId: number): SqlOutcome<DiscoveryRecord | undefined> {
  return database.read((sql) => {
    const row = sql.one('select * from System_DISC where ItemKey = ?', resourceId);
    const agent = sql.one(latestAgent, resourceId);
    if (row === undefined || agent === undefined) return undefined;
    return {
      architecture: 'System',
      agent: String(agent['AgentName']),
      siteCode: String(agent['AgentSite']),
      time: parseIsoTime(String(agent['AgentTime'])) ?? 0,
      properties: [...scalars(row), ...arrays(sql, resourceId)],
    };
  });
}

const latestAgent = `select AgentName, AgentSite, AgentTime from DiscItemAgents where ItemKey = ?
  order by AgentTime desc, AgentName, AgentSite limit 1`;

const identity = ['ITEMKEY', 'DISCARCHKEY', 'CREATION_DATE0', 'NAME0', 'SMS_UNIQUE_IDENTIFIER0', 'NETBIOS_NAME0'];

function scalars(row: SqlRow): readonly DiscoveryProperty[] {
  const value = (name: string): SqlValue | undefined =>
    Object.entries(row).find(([column]) => column.toUpperCase() === name)?.[1];
  const guid = value('SMS_UNIQUE_IDENTIFIER0');
  const name = value('NETBIOS_NAME0') ?? value('NAME0');
  const others = Object.entries(row).flatMap(([column, stored]): readonly DiscoveryProperty[] => {
    if (identity.includes(column.toUpperCase())) return [];
    const property = { name: propertyOf(column), flags: [] };
    if (typeof stored === 'number') return [{ ...property, type: 'integer', maxLength: 0, value: stored }];
    return typeof stored === 'string' ? [{ ...property, type: 'string', maxLength: 255, value: stored }] : [];
  });
  return [...identifyingProperties(typeof guid === 'string' ? guid : null, String(name ?? '')), ...others];
}

/** A name that leads to the same column again: `Client_Version0` is `Client Version`. */
function propertyOf(column: string): string {
  return column.replace(/0$/, '').replaceAll('_', ' ');
}

function arrays(sql: SqlSession, resourceId: number): readonly DiscoveryProperty[] {
  const tables = sql.all(`select name from sqlite_schema where type = 'table' and name like 'System@_%@_ARR' escape '@'
    order by name`);
  return tables.flatMap(({ name }): readonly DiscoveryProperty[] => {
    const rows = sql.all(`select * from ${name} where ItemKey = ? order by Position`, resourceId);
    const column = Object.keys(rows[0] ?? {}).find((one) => one !== 'ItemKey' && one !== 'Position');
    if (column === undefined) return [];
    const value = rows.map((row) => String(row[column]));
    return [{ name: propertyOf(column), type: 'string', flags: ['full replace'], maxLength: 64, value }];
  });
}

/** The current hardware inventory of a machine, and when it was scanned; undefined where it has none. */
export function storedHardware(
  database: SiteDatabase,
  resourceId: number,
): SqlOutcome<{ readonly time: Instant; readonly groups: readonly HardwareGroup[] } | undefined> {
  return database.read((sql) => {
    const scan = sql.one('select LastHWScan from WorkstationStatus_DATA where MachineID = ?', resourceId);
    const time = parseIsoTime(String(scan?.['LastHWScan']));
    if (time === undefined) return undefined;
    const maps = sql.all('select GroupKey, GroupName, GroupClass, TableName from GroupMap order by GroupKey');
    const classes = maps.filter((map) => map['GroupClass'] !== systemClass);
    return { time, groups: classes.flatMap((map) => instancesOf(sql, map, resourceId)) };
  });
}

function instancesOf(sql: SqlSession, map: SqlRow, resourceId: number): readonly HardwareGroup[] {
  const columns = sql.all(
    'select AttributeName, ColumnName, ColumnType from AttributeMap where GroupKey = ? order by rowid',
    map['GroupKey'] ?? 0,
  );
  const rows = sql.all(`select * from ${map['TableName']}_DATA where MachineID = ? order by InstanceKey`, resourceId);
  return rows.map((row) => ({
    name: String(map['GroupName']),
    class: String(map['GroupClass']),
    key: [],
    attributes: columns.flatMap((column) => attributeOf(row, column)),
  }));
}

function attributeOf(row: SqlRow, column: SqlRow): readonly HardwareAttribute[] {
  const value = row[String(column['ColumnName'])] ?? null;
  const name = String(column['AttributeName']);
  if (value === null) return [];
  return column['ColumnType'] === 'integer'
    ? [{ name, type: 'integer', value: Number(value) }]
    : [{ name, type: 'string', value: String(value) }];
}

/** The files that a client has by its software inventory, in the order of their keys. */
export function storedSoftware(database: SiteDatabase, resourceId: number): SqlOutcome<readonly SoftwareFile[]> {
  return database.read((sql) => sql.all(allFiles, resourceId).map(softwareFileOf));
}

const allFiles = `select f.FileName, f.FileSize, i.FileModifiedDate, i.FileCount, f.ProductID, p.CompanyName,
    p.ProductName, p.ProductVersion, p.ProductLanguage
  from SoftwareInventory i join SoftwareFile f on f.FileID = i.FileID
  left join SoftwareProduct p on p.ProductID = f.ProductID where i.ClientId = ? order by f.FileID`;

function softwareFileOf(row: SqlRow): SoftwareFile {
  const text = (column: string): string => String(row[column] ?? '');
  const product = {
    company: text('CompanyName'),
    product: text('ProductName'),
    version: text('ProductVersion'),
    language: text('ProductLanguage'),
  };
  return {
    fileName: text('FileName'),
    size: Number(row['FileSize']),
    modified: parseIsoTime(text('FileModifiedDate')) ?? 0,
    count: Number(row['FileCount']),
    ...(Number(row['ProductID']) === 0 ? {} : { product }),
  };
}
