import type { HardwareGroup } from '../formats/hardware-report.ts';
import { longestHardwareString } from '../formats/hardware-report.ts';
import { inferred } from '../provenance.ts';
import { attributeColumn, groupTable, groupView } from './names.ts';
import { groupTableDefinition, groupViewDefinitions, historyTableDefinition } from './schema.ts';
import { inSortOrder, systemArchitecture, textType } from './schema.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlSession } from './sql-session.ts';

/** Two tables and a row of GroupMap per class are documented; the columns beside the attributes are not. */
export const groupsProvenance = inferred(
  'Q322802, Q256073, Q293225, Q816968',
  'A new class gets its tables and map rows with the first report, a longer text widens its column.',
);

/** A class of inventory as the database knows it. */
export interface GroupDefinition {
  readonly groupKey: number;
  readonly table: string;
  readonly view: string;
  /** By attribute name. */
  readonly columns: ReadonlyMap<string, AttributeColumn>;
}

/** The column of one attribute. */
interface AttributeColumn {
  readonly column: string;
  readonly type: 'string' | 'integer';
  /** Characters of a text column. */
  readonly length: number;
}

/** Something a report made the Data Loader define, for its log. */
export type SchemaChange =
  | { readonly change: 'table' | 'column'; readonly group: string; readonly name: string }
  | {
      readonly change: 'widened';
      readonly group: string;
      readonly name: string;
      readonly from: number;
      readonly to: number;
    };

/** The definition of a group's class, widened so that the group fits in. */
export function definedGroup(
  database: SiteDatabase,
  sql: SqlSession,
  group: HardwareGroup,
  changes: SchemaChange[],
): GroupDefinition {
  const known = database.groups.get(group.class) ?? storedGroup(sql, group.class);
  const definition = known ?? createGroup(database, sql, group, changes);
  const widened = group.attributes.some((attribute) => !fits(definition, attribute))
    ? widenGroup(database, sql, definition, group, changes)
    : definition;
  if (widened !== known || !database.groups.has(group.class)) database.groups.set(group.class, widened);
  return widened;
}

type Attribute = HardwareGroup['attributes'][number];

function fits(definition: GroupDefinition, attribute: Attribute): boolean {
  const column = definition.columns.get(attribute.name);
  return column !== undefined && lengthOf(attribute) <= column.length;
}

function lengthOf(attribute: Attribute): number {
  return attribute.type === 'string' ? attribute.value.length : 0;
}

function storedGroup(sql: SqlSession, className: string): GroupDefinition | undefined {
  const row = sql.one('select GroupKey, TableName, ViewName from GroupMap where GroupClass = ?', className);
  if (row === undefined) return undefined;
  const groupKey = Number(row['GroupKey']);
  const attributes = sql.all(
    `select AttributeName, ColumnName, ColumnType, ColumnLength from AttributeMap where GroupKey = ?
      order by rowid`,
    groupKey,
  );
  const columns = attributes.map((one): [string, AttributeColumn] => [
    String(one['AttributeName']),
    {
      column: String(one['ColumnName']),
      type: one['ColumnType'] === 'integer' ? 'integer' : 'string',
      length: Number(one['ColumnLength']),
    },
  ]);
  return { groupKey, table: String(row['TableName']), view: String(row['ViewName']), columns: new Map(columns) };
}

function createGroup(
  database: SiteDatabase,
  sql: SqlSession,
  group: HardwareGroup,
  changes: SchemaChange[],
): GroupDefinition {
  const groupKey = Number(sql.one('select coalesce(max(GroupKey), 0) + 1 as GroupKey from GroupMap')?.['GroupKey']);
  const table = unusedName(sql, 'TableName', groupTable(group.name), groupKey);
  const view = unusedName(sql, 'ViewName', groupView(group.class), groupKey);
  sql.run(
    `insert into GroupMap (GroupKey, ArchitectureKey, GroupName, GroupClass, TableName, ViewName)
      values (?, ?, ?, ?, ?, ?)`,
    groupKey,
    systemArchitecture,
    group.name,
    group.class,
    table,
    view,
  );
  const columns = new Map<string, AttributeColumn>();
  for (const attribute of group.attributes) {
    if (!columns.has(attribute.name)) columns.set(attribute.name, mappedColumn(sql, groupKey, attribute, columns));
  }
  const definitions = [...columns.values()].map((column) => columnDefinition(database, column));
  sql.define(groupTableDefinition(table, definitions));
  sql.define(historyTableDefinition(table, definitions));
  changes.push({ change: 'table', group: group.class, name: `${table}_DATA` });
  for (const { column } of columns.values()) changes.push({ change: 'column', group: group.class, name: column });
  defineViews(sql, { groupKey, table, view, columns });
  return { groupKey, table, view, columns };
}

/** The name, or the name with the group's key where another group has taken it. */
function unusedName(sql: SqlSession, column: string, name: string, groupKey: number): string {
  const taken = sql.one(`select GroupKey from GroupMap where ${column} = ?`, name);
  const reserved = name.toUpperCase() === 'WORKSTATION_STATUS' || name.toUpperCase() === 'WORKSTATIONSTATUS';
  return taken === undefined && !reserved ? name : `${name}_${groupKey}`;
}

function widenGroup(
  database: SiteDatabase,
  sql: SqlSession,
  definition: GroupDefinition,
  group: HardwareGroup,
  changes: SchemaChange[],
): GroupDefinition {
  const columns = new Map(definition.columns);
  for (const attribute of group.attributes) {
    const known = columns.get(attribute.name);
    if (known === undefined) {
      columns.set(attribute.name, addColumn(database, sql, definition, attribute, columns));
      changes.push({ change: 'column', group: group.class, name: attributeColumn(attribute.name) });
    } else if (lengthOf(attribute) > known.length) {
      const to = lengthOf(attribute);
      sql.run(widening, to, definition.groupKey, known.column);
      columns.set(attribute.name, { ...known, length: to });
      changes.push({ change: 'widened', group: group.class, name: known.column, from: known.length, to });
    }
  }
  const widened = { ...definition, columns };
  defineViews(sql, widened);
  return widened;
}

/** SQLite keeps longer texts in any column, so that the map alone has to know the length. */
const widening = 'update AttributeMap set ColumnLength = ? where GroupKey = ? and ColumnName = ?';

function addColumn(
  database: SiteDatabase,
  sql: SqlSession,
  definition: GroupDefinition,
  attribute: Attribute,
  others: ReadonlyMap<string, AttributeColumn>,
): AttributeColumn {
  const column = mappedColumn(sql, definition.groupKey, attribute, others);
  for (const suffix of ['DATA', 'HIST']) {
    sql.define(`alter table ${definition.table}_${suffix} add column ${columnDefinition(database, column)}`);
  }
  return column;
}

/** Enters a column for an attribute in AttributeMap, under a name that no other column of the group has. */
function mappedColumn(
  sql: SqlSession,
  groupKey: number,
  attribute: Attribute,
  others: ReadonlyMap<string, AttributeColumn>,
): AttributeColumn {
  const base = attributeColumn(attribute.name);
  const taken = [...others.values()].some(({ column }) => column.toUpperCase() === base.toUpperCase());
  const column = taken ? `${base}_${others.size}` : base;
  const length = attribute.type === 'string' ? Math.max(longestHardwareString, attribute.value.length) : 0;
  sql.run(
    `insert into AttributeMap (GroupKey, AttributeName, ColumnName, ColumnType, ColumnLength) values (?, ?, ?, ?, ?)`,
    groupKey,
    attribute.name,
    column,
    attribute.type,
    length,
  );
  return { column, type: attribute.type, length };
}

function columnDefinition(database: SiteDatabase, { column, type, length }: AttributeColumn): string {
  return inSortOrder(`${column} ${type === 'string' ? textType(length) : 'int'}`, database.sortOrder);
}

function defineViews(sql: SqlSession, { table, view, columns }: GroupDefinition): void {
  for (const prefix of ['v_GS', 'v_GH']) sql.define(`drop view if exists ${prefix}_${view}`);
  const names = [...columns.values()].map(({ column }) => column);
  for (const definition of groupViewDefinitions({ table, view, columns: names })) sql.define(definition);
}
