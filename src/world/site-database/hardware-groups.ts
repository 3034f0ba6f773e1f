import type { HardwareGroup } from '../formats/hardware-report.ts';
import { inferred } from '../provenance.ts';
import { columnDefinition, defineViews, fits, mappedColumn, widenGroup } from './hardware-columns.ts';
import type { AttributeColumn } from './hardware-columns.ts';
import { defineProcedures } from './hardware-procedures.ts';
import { groupTable, groupView } from './names.ts';
import { groupTableDefinition, historyTableDefinition, systemArchitecture } from './schema.ts';
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

/** Something a report made the Data Loader define, or that it could not define, for its log. */
export type SchemaChange =
  | { readonly change: 'table' | 'column'; readonly group: string; readonly name: string }
  /** `name` is the attribute's, as the log calls it (Q293225). */
  | {
      readonly change: 'widened';
      readonly group: string;
      readonly name: string;
      readonly from: number;
      readonly to: number;
    }
  /** `index in the way`: the column is indexed (Q293225); `old procedure`: it lacks the column (Q256073). */
  | { readonly change: SchemaRefusal; readonly group: string; readonly name: string };

/** Why an attribute cannot be defined. */
export type SchemaRefusal = 'index in the way' | 'old procedure';

/** Whether something could not be defined; the report that needs it cannot be stored. */
export function isRefused(changes: readonly SchemaChange[]): boolean {
  return changes.some(({ change }) => change === 'index in the way' || change === 'old procedure');
}

const noGroups = () => new Map<string, GroupDefinition>();

/** Inventory groups by class, as GroupMap and AttributeMap hold them; kept so that a look-up costs no SQL. */
export function knownGroups(database: SiteDatabase): Map<string, GroupDefinition> {
  return database.keptInMind(noGroups);
}

/** The definition of a group's class, widened so that the group fits in. */
export function definedGroup(
  database: SiteDatabase,
  sql: SqlSession,
  group: HardwareGroup,
  changes: SchemaChange[],
): GroupDefinition {
  const groups = knownGroups(database);
  const known = groups.get(group.class) ?? storedGroup(sql, group.class);
  const definition = known ?? createGroup(database, sql, group, changes);
  const widened = group.attributes.some((attribute) => !fits(definition, attribute))
    ? widenGroup(database, sql, definition, group, changes)
    : definition;
  if (widened !== known || !groups.has(group.class)) groups.set(group.class, widened);
  return widened;
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
  const lacking = defineProcedures(sql, table, [...columns.values()]);
  if (lacking !== undefined) changes.push({ change: 'old procedure', group: group.class, name: lacking });
  return { groupKey, table, view, columns };
}

/** The name, or the name with the group's key where another group has taken it. */
function unusedName(sql: SqlSession, column: string, name: string, groupKey: number): string {
  const taken = sql.one(`select GroupKey from GroupMap where ${column} = ?`, name);
  const reserved = name.toUpperCase() === 'WORKSTATION_STATUS' || name.toUpperCase() === 'WORKSTATIONSTATUS';
  return taken === undefined && !reserved ? name : `${name}_${groupKey}`;
}
