import type { SqlConnection, SqlRow, SqlValue } from './sql-engine.ts';

/** What the body of a transaction works with. A refused statement throws SqlError, which ends the transaction. */
export interface SqlSession {
  /** Runs a writing statement; the number of rows it changed. */
  run(sql: string, ...parameters: readonly SqlValue[]): number;
  /** The rows of a select. One that may answer several rows must say their order. */
  all(sql: string, ...parameters: readonly SqlValue[]): readonly SqlRow[];
  /** The first row of a select that answers one at most. */
  one(sql: string, ...parameters: readonly SqlValue[]): SqlRow | undefined;
  /** Runs a statement that defines something. */
  define(sql: string): void;
}

/** What watches and hinders the statements of a session. */
export interface SessionHooks {
  /** Called before each statement. */
  readonly before: (sql: string, parameters: readonly SqlValue[]) => void;
  /** Throws where the database takes no writes. */
  readonly beforeWrite: () => void;
  readonly written: (rows: number) => void;
}

/** A session on an open connection. */
export function sqlSession(connection: SqlConnection, hooks: SessionHooks): SqlSession {
  const all = (sql: string, ...parameters: readonly SqlValue[]) => {
    hooks.before(sql, parameters);
    return connection.all(sql, parameters);
  };
  return {
    run: (sql, ...parameters) => {
      hooks.before(sql, parameters);
      hooks.beforeWrite();
      const rows = connection.run(sql, parameters);
      hooks.written(rows);
      return rows;
    },
    all,
    one: (sql, ...parameters) => all(sql, ...parameters)[0],
    define: (sql) => {
      hooks.before(sql, []);
      hooks.beforeWrite();
      connection.script(sql);
    },
  };
}

/** The statement as a log shows it: on one line, values in the place of the marks, texts in double quotes (Q249582). */
export function filledIn(sql: string, parameters: readonly SqlValue[]): string {
  let index = 0;
  return sql.replaceAll(/\s+/g, ' ').replaceAll('?', () => literal(parameters[index++] ?? null));
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
}
