import { inSortOrder } from './database-template.ts';
import type { SortOrder } from './database-template.ts';
import type { SqlConnection, SqlEngine } from './sql-engine.ts';

/** The image of a database whose every table is defined anew in another sort order and filled with the same rows. */
export function withSortOrder(engine: SqlEngine, source: SqlConnection, order: SortOrder): Uint8Array {
  const target = engine.open();
  try {
    target.script('begin transaction');
    for (const { type, name, sql } of definitions(source)) {
      if (sql.startsWith('CREATE TABLE sqlite_')) continue;
      target.script(inSortOrder(sql, order));
      if (type === 'table') copyRows(source, target, name);
    }
    copyRows(source, target, 'sqlite_sequence');
    target.script('commit transaction');
    target.script(`PRAGMA user_version = ${order === 'case-sensitive' ? 1 : 0}`);
    return target.export();
  } finally {
    target.close();
  }
}

/** Tables before indexes before views, each kind in the order of creation. */
function definitions(source: SqlConnection) {
  const rows = source.all(`select type, name, sql from sqlite_schema where sql is not null
    order by case type when 'table' then 1 when 'index' then 2 else 3 end, rowid`);
  return rows.map((row) => ({ type: String(row['type']), name: String(row['name']), sql: String(row['sql']) }));
}

function copyRows(source: SqlConnection, target: SqlConnection, table: string): void {
  if (table === 'sqlite_sequence') target.run('delete from sqlite_sequence');
  const { columns, rows } = source.query(`select * from ${table}`);
  const marks = columns.map(() => '?').join(', ');
  for (const row of rows) target.run(`insert into ${table} (${columns.join(', ')}) values (${marks})`, row);
}
