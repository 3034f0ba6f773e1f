import { assumed } from '../provenance.ts';
import type { AttributeColumn } from './hardware-columns.ts';
import type { SqlSession } from './sql-session.ts';

/** SQLite has no stored procedures; what goes wrong with them comes from the columns they were made for. */
export const proceduresProvenance = assumed(
  'A row of StoredProcedures stands for a procedure of SQL Server and the columns that it names; deleting the row ' +
    'drops the procedure.',
  'Q256073',
);

/**
 * Creates the procedures p<Group>_DATA and d<Group>_DATA of a new group. Those of that name that are there already
 * stay as they are (Q256073); the answer is the first column that such a one does not know.
 */
export function defineProcedures(
  sql: SqlSession,
  table: string,
  columns: readonly AttributeColumn[],
): string | undefined {
  for (const name of procedureNames(table)) {
    const row = sql.one('select ColumnList from StoredProcedures where ProcedureName = ?', name);
    if (row === undefined) {
      sql.run('insert into StoredProcedures (ProcedureName, ColumnList) values (?, ?)', name, listOf(columns));
      continue;
    }
    const known = String(row['ColumnList']).split(', ');
    const lacking = columns.find(({ column }) => !known.includes(column));
    if (lacking !== undefined) return lacking.column;
  }
  return undefined;
}

/** Makes the procedures of a group that has got further columns anew. */
export function replaceProcedures(sql: SqlSession, table: string, columns: readonly AttributeColumn[]): void {
  const statement = 'insert or replace into StoredProcedures (ProcedureName, ColumnList) values (?, ?)';
  for (const name of procedureNames(table)) sql.run(statement, name, listOf(columns));
}

function procedureNames(table: string): readonly string[] {
  return [`p${table}_DATA`, `d${table}_DATA`];
}

function listOf(columns: readonly AttributeColumn[]): string {
  return columns.map(({ column }) => column).join(', ');
}
