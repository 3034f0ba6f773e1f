import type { HardwareGroup } from '../formats/hardware-report.ts';
import { longestHardwareString } from '../formats/hardware-report.ts';
import { inSortOrder, textType } from './database-template.ts';
import type { GroupDefinition, SchemaChange } from './hardware-groups.ts';
import { replaceProcedures } from './hardware-procedures.ts';
import { attributeColumn } from './names.ts';
import { groupViewDefinitions } from './schema.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlSession } from './sql-session.ts';

/** The column of one attribute. */
export interface AttributeColumn {
  readonly column: string;
  readonly type: 'string' | 'integer';
  /** Characters of a text column. */
  readonly length: number;
}

type Attribute = HardwareGroup['attributes'][number];

/** Whether a class has a column for an attribute, wide enough for it. */
export function fits(definition: GroupDefinition, attribute: Attribute): boolean {
  const column = definition.columns.get(attribute.name);
  return column !== undefined && lengthOf(attribute) <= column.length;
}

function lengthOf(attribute: Attribute): number {
  return attribute.type === 'string' ? Math.max(attribute.value.length, attribute.length ?? 0) : 0;
}

/** The definition with a column for every attribute of a group, wide enough for it. */
export function widenGroup(
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
      changes.push({ change: 'widened', group: group.class, name: attribute.name, from: known.length, to });
      if (isIndexed(sql, definition.table, known.column)) {
        changes.push({ change: 'index in the way', group: group.class, name: attribute.name });
      }
      sql.run(widening, to, definition.groupKey, known.column);
      columns.set(attribute.name, { ...known, length: to });
    }
  }
  const widened = { ...definition, columns };
  defineViews(sql, widened);
  if (columns.size > definition.columns.size) replaceProcedures(sql, definition.table, [...columns.values()]);
  return widened;
}

/** Widening ends with an index on the column; one that is there already makes it fail (Q293225). */
function isIndexed(sql: SqlSession, table: string, column: string): boolean {
  const found = sql.one(
    `select count(*) as Indexes from pragma_index_list('${table}_DATA') as list, pragma_index_info(list.name) as part
      where part.name = ?`,
    column,
  );
  return Number(found?.['Indexes']) > 0;
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
export function mappedColumn(
  sql: SqlSession,
  groupKey: number,
  attribute: Attribute,
  others: ReadonlyMap<string, AttributeColumn>,
): AttributeColumn {
  const base = attributeColumn(attribute.name);
  const taken = [...others.values()].some(({ column }) => column.toUpperCase() === base.toUpperCase());
  const column = taken ? `${base}_${others.size}` : base;
  const length =
    attribute.type === 'string' ? (attribute.length ?? Math.max(longestHardwareString, attribute.value.length)) : 0;
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

/** A column as it stands in a table definition. */
export function columnDefinition(database: SiteDatabase, { column, type, length }: AttributeColumn): string {
  return inSortOrder(`${column} ${type === 'string' ? textType(length) : 'int'}`, database.sortOrder);
}

/** Defines the views of a group, or defines them anew. */
export function defineViews(sql: SqlSession, { table, view, columns }: GroupDefinition): void {
  for (const prefix of ['v_GS', 'v_GH']) sql.define(`drop view if exists ${prefix}_${view}`);
  const names = [...columns.values()].map(({ column }) => column);
  for (const definition of groupViewDefinitions({ table, view, columns: names })) sql.define(definition);
}
