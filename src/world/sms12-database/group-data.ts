import { inferred } from '../provenance.ts';
import type { SqlValue } from '../site-database/sql-engine.ts';
import { filledIn } from '../site-database/sql-session.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import { keepsHistory } from './defined-group.ts';
import { columnsOf, longestRow, rowSize, rowTooLong, sameRow } from './group-row.ts';
import type { RowValues } from './group-row.ts';
import type { MachineGroup, MachineRow } from './machine-rows.ts';
import type { Refusal } from './refusal.ts';
import { personalComputerKey } from './schema.ts';

/** How data keys are given out, and that a common row serves every computer with the same values. */
export const dataKeysProvenance = inferred(
  'Q191301, Q192859, Q199731, Q226897',
  'The next key of a table is what GroupMap says, whether or not it is in use already; 0 stands for no row.',
);

/** Where the data of a row of MachineDataTable stands. */
export type DataKeys = Pick<MachineRow, 'commonKey' | 'specificKey'>;

/** A row that a computer has, with its values. */
export interface StoredRow extends MachineRow {
  readonly values: RowValues;
}

/** Stores the values of a row; what a former row has the same of is not stored again. */
export function storeData(table: MachineGroup, values: RowValues, former?: StoredRow): DataKeys | Refusal {
  const specificKey = storeSpecific(table, values, former);
  if (typeof specificKey !== 'number') return specificKey;
  const commonKey = storeCommon(table, values, former);
  return typeof commonKey === 'number' ? { commonKey, specificKey } : commonKey;
}

/** Changes the one row of a group without history in its place. */
export function replaceData(table: MachineGroup, values: RowValues, dataKey: number): Refusal | undefined {
  const columns = columnsOf(table.attributes, 'Specific');
  const assignments = columns.map((column) => `${column} = ?`).join(', ');
  const statement = `update ${table.group.specific} set ${assignments} where datakey = ?`;
  return written(table, table.group.specific, columns, values, statement, [...valuesOf(columns, values), dataKey]);
}

/** The next key that a column of GroupMap gives out for a group. */
export function nextKey(
  sql: SqlSession,
  groupKey: number,
  column: 'NextInstanceKey' | 'NextCommonKey' | 'NextSpecificKey',
): number {
  const ofGroup = 'where GroupKey = ? and ArchitectureKey = ?';
  const row = sql.one(`select ${column} from GroupMap ${ofGroup}`, groupKey, personalComputerKey);
  const key = Number(row?.[column] ?? 1);
  sql.run(`update GroupMap set ${column} = ? ${ofGroup}`, key + 1, groupKey, personalComputerKey);
  return key;
}

function storeSpecific(table: MachineGroup, values: RowValues, former: StoredRow | undefined): number | Refusal {
  const columns = columnsOf(table.attributes, 'Specific');
  if (former !== undefined && sameRow(columns, former.values, values)) return former.specificKey;
  if (columns.length === 0) return 0;
  const { sql, group, machineId } = table;
  const dataKey = keepsHistory(group) ? nextKey(sql, group.groupKey, 'NextSpecificKey') : machineId;
  return insertData(table, group.specific, columns, values, dataKey) ?? dataKey;
}

function storeCommon(table: MachineGroup, values: RowValues, former: StoredRow | undefined): number | Refusal {
  const columns = columnsOf(table.attributes, 'Common');
  if (former !== undefined && sameRow(columns, former.values, values)) return former.commonKey;
  const { sql, group } = table;
  if (columns.length === 0 || group.common === null) return 0;
  const shared = sharedKey(table, group.common, columns, values);
  if (shared !== undefined) return shared;
  const dataKey = nextKey(sql, group.groupKey, 'NextCommonKey');
  return insertData(table, group.common, columns, values, dataKey) ?? dataKey;
}

/** The key of the common row with these values, if some computer had them before. */
function sharedKey(
  { sql }: MachineGroup,
  common: string,
  columns: readonly string[],
  values: RowValues,
): number | undefined {
  const condition = columns.map((column) => `${column} is ?`).join(' and ');
  const rows = sql.all(`select * from ${common} where ${condition} order by datakey`, ...valuesOf(columns, values));
  // The server compares without case; a row whose texts differ in case is another one.
  const same = rows.find((row) => columns.every((column) => (row[column] ?? null) === (values.get(column) ?? null)));
  return same === undefined ? undefined : Number(same['datakey']);
}

function insertData(
  table: MachineGroup,
  tableName: string,
  columns: readonly string[],
  values: RowValues,
  dataKey: number,
): Refusal | undefined {
  const marks = columns.map(() => ', ?').join('');
  const statement = `insert into ${tableName} (${['datakey', ...columns].join(', ')}) values (?${marks})`;
  return written(table, tableName, columns, values, statement, [dataKey, ...valuesOf(columns, values)]);
}

/** Runs a statement; SQL Server refuses it afterwards where the row is too long. */
function written(
  { sql, group, attributes }: MachineGroup,
  table: string,
  columns: readonly string[],
  values: RowValues,
  statement: string,
  parameters: readonly SqlValue[],
): Refusal | undefined {
  sql.run(statement, ...parameters);
  if (rowSize(columns, values, attributes) <= longestRow) return undefined;
  const refused = filledIn(statement, parameters);
  return { verdict: 'row too long', class: group.class, table, statement: refused, message: rowTooLong };
}

function valuesOf(columns: readonly string[], values: RowValues): readonly SqlValue[] {
  return columns.map((column) => values.get(column) ?? null);
}
