import { isoTime } from '../../kernel/index.ts';
import { discoveryValues } from '../formats/discovery-record.ts';
import type { DiscoveryProperty, DiscoveryRecord, DiscoveryValue } from '../formats/discovery-record.ts';
import { inferred } from '../provenance.ts';
import { inSortOrder, textType } from './database-template.ts';
import { matchingResource } from './discovery-resource.ts';
import { arrayTable, discoveryColumn } from './names.ts';
import { arrayTableDefinition, systemArchitecture } from './schema.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlValue } from './sql-engine.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** Scalars replace what is stored unless they are null; arrays replace or add as their flag says. */
export const storageProvenance = inferred('Q313660, SMS 2.0 toolkit DDR interface', 'Unknown values change nothing.');

/** What became of a discovery data record. One without any name is corrupt and changes nothing. */
export type DiscoveryVerdict =
  | { readonly verdict: 'created' | 'updated'; readonly resourceId: number }
  | { readonly verdict: 'no name' };

/** How a site stores the subnets of records. */
export interface DiscoveryOptions {
  /**
   * True: a record's subnets take the place of the stored ones, as heartbeat and logon discovery want it; false: they
   * are added, as between sites (Q313660). Where missing, the property's own flag decides.
   */
  readonly replaceSubnets?: boolean;
  /**
   * True: a text that differs from a stored one in trailing blanks alone counts as new, which the database refuses,
   * as to it both are one key (Q249582).
   */
  readonly countsTrailingBlanks?: boolean;
}

/** Stores a record of a computer: makes its resource, or changes the one it is about. */
export function upsertDiscovery(
  database: SiteDatabase,
  record: DiscoveryRecord,
  options: DiscoveryOptions = {},
): SqlOutcome<DiscoveryVerdict> {
  return database.transaction((sql): DiscoveryVerdict => {
    const name = resourceName(record);
    if (name === undefined) return { verdict: 'no name' };
    const existing = matchingResource(sql, record);
    const values = scalarValues(database, sql, record, name);
    const resourceId = existing?.resourceId ?? created(sql, record);
    updateColumns(sql, resourceId, values);
    const guid = values.get('SMS_Unique_Identifier0');
    if (typeof guid === 'string' && guid !== existing?.guid) identify(sql, resourceId, guid);
    for (const property of record.properties) storeArray(database, sql, resourceId, property, options);
    sql.run(agentStatement, resourceId, record.agent, record.siteCode, isoTime(record.time));
    return { verdict: existing === undefined ? 'created' : 'updated', resourceId };
  });
}

const agentStatement = `insert into DiscItemAgents (ItemKey, AgentName, AgentSite, AgentTime) values (?, ?, ?, ?)
  on conflict (ItemKey, AgentName, AgentSite) do update set AgentTime = excluded.AgentTime`;

/** The first of these properties that is known names the resource. */
const namingProperties = ['NetBIOS Name', 'Resource Names', 'IP Addresses', 'MAC Addresses'];

function resourceName(record: DiscoveryRecord): string | undefined {
  const known = namingProperties.flatMap((name) => discoveryValues(record, name)).find((value) => value !== null);
  return known === undefined || known === '' ? undefined : String(known);
}

function created(sql: SqlSession, record: DiscoveryRecord): number {
  sql.run(
    'insert into System_DISC (DiscArchKey, Creation_Date0) values (?, ?)',
    systemArchitecture,
    isoTime(record.time),
  );
  return Number(sql.one('select max(ItemKey) as ItemKey from System_DISC')?.['ItemKey']);
}

/** The known scalar values by column; columns that are missing are added. */
function scalarValues(database: SiteDatabase, sql: SqlSession, record: DiscoveryRecord, name: string) {
  const values = new Map<string, SqlValue>([['Name0', name]]);
  for (const property of record.properties) {
    if (isArray(property.value) || property.value === null) continue;
    const column = discoveryColumn(property.name);
    if (missing(database, sql, 'System_DISC', column)) {
      const type = property.type === 'string' ? textType(property.maxLength || 255) : columnTypes[property.type];
      sql.define(inSortOrder(`alter table System_DISC add column ${column} ${type}`, database.sortOrder));
    }
    values.set(column, sqlValue(property.type, property.value));
  }
  return values;
}

const columnTypes = { integer: 'int', date: 'datetime' } as const;

/** Writes the columns that differ from what is stored. */
function updateColumns(sql: SqlSession, resourceId: number, values: ReadonlyMap<string, SqlValue>): void {
  const columns = [...values.keys()];
  const stored = sql.one(`select ${columns.join(', ')} from System_DISC where ItemKey = ?`, resourceId);
  const changed = columns.filter((column, index) => Object.values(stored ?? {})[index] !== values.get(column));
  if (changed.length === 0) return;
  const assignments = changed.map((column) => `${column} = ?`).join(', ');
  const parameters = changed.map((column) => values.get(column) ?? null);
  sql.run(`update System_DISC set ${assignments} where ItemKey = ?`, ...parameters, resourceId);
}

/** Inventory finds its machine by the new identifier from now on. */
function identify(sql: SqlSession, resourceId: number, guid: string): void {
  sql.run(
    `insert into MachineIdGroupXRef (MachineID, ArchitectureKey, GroupKey, GUID) values (?, ?, 1, ?)
      on conflict (MachineID, ArchitectureKey) do update set GUID = excluded.GUID`,
    resourceId,
    systemArchitecture,
    guid,
  );
}

function storeArray(
  database: SiteDatabase,
  sql: SqlSession,
  resourceId: number,
  property: DiscoveryProperty,
  options: DiscoveryOptions,
): void {
  if (!isArray(property.value)) return;
  const table = arrayTable(property.name);
  if (missing(database, sql, table)) sql.define(inSortOrder(arrayTableDefinition(property.name), database.sortOrder));
  const flagged = property.flags.includes('full replace');
  const replace = property.name === 'IP Subnets' ? (options.replaceSubnets ?? flagged) : flagged;
  const known = property.value.filter((value) => value !== null);
  const values = known.map((value) => String(sqlValue(property.type, value)));
  if (options.countsTrailingBlanks !== true) return storeValues(sql, property.name, resourceId, values, replace);
  const fold = database.sortOrder === 'case-insensitive' ? (value: string) => value.toLowerCase() : undefined;
  return storeValues(sql, property.name, resourceId, values, replace, fold ?? String);
}

/**
 * Puts values into an array table: in the place of the stored ones, or after them. With `identity`, which tells values
 * apart, all that it calls new are inserted; otherwise those that the database takes for stored ones are left out.
 */
export function storeValues(
  sql: SqlSession,
  property: string,
  resourceId: number,
  values: readonly string[],
  replace: boolean,
  identity?: (value: string) => string,
): void {
  const [table, column] = [arrayTable(property), discoveryColumn(property)];
  const rows = sql.all(
    `select ${column} as Value, Position from ${table} where ItemKey = ? order by Position`,
    resourceId,
  );
  const stored = rows.map((row) => String(row['Value']));
  const unchanged = replace
    ? stored.length === values.length && stored.every((value, index) => value === values[index])
    : values.every((value) => stored.includes(value));
  if (unchanged) return;
  if (replace) sql.run(`delete from ${table} where ItemKey = ?`, resourceId);
  let position = replace ? 0 : Number(rows.at(-1)?.['Position'] ?? 0);
  const present = new Set(replace || identity === undefined ? [] : stored.map(identity));
  const insertion = `insert into ${table} (ItemKey, Position, ${column}) values (?, ?, ?)`;
  for (const value of values) {
    position++;
    if (identity === undefined) sql.run(`${insertion} on conflict do nothing`, resourceId, position, value);
    else if (!present.has(identity(value))) sql.run(insertion, resourceId, position, value);
    if (identity !== undefined) present.add(identity(value));
  }
}

/** Columns and tables of discovery properties that are known to exist. */
const noProperties = () => new Set<string>();

/** Whether a table (or a column of it) has yet to be defined; asked of the database once. */
function missing(database: SiteDatabase, sql: SqlSession, table: string, column?: string): boolean {
  const known = database.keptInMind(noProperties);
  const name = `${table}.${column ?? ''}`.toUpperCase();
  if (known.has(name)) return false;
  known.add(name);
  const columns = sql.all(`select name from pragma_table_info('${table}') order by cid`);
  if (column === undefined) return columns.length === 0;
  return !columns.some((row) => String(row['name']).toUpperCase() === column.toUpperCase());
}

function sqlValue(type: DiscoveryProperty['type'], value: DiscoveryValue): SqlValue {
  return type === 'date' && typeof value === 'number' ? isoTime(value) : value;
}

function isArray(value: DiscoveryProperty['value']): value is readonly DiscoveryValue[] {
  return Array.isArray(value);
}
