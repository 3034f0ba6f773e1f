import { createRequire } from 'node:module';
import initSqlJs from 'sql.js';
import type { SqlJsDatabase, SqlJsModule, SqlJsStatement } from 'sql.js';
import { SqlError } from '../world/index.ts';
import type { SqlConnection, SqlEngine, SqlResult, SqlRow, SqlValue } from '../world/index.ts';

/** How connections of an engine behave. */
export interface SqlEngineOptions {
  /** Turns round what comes of every select without `order by`, to find runs that rest on such an order. */
  readonly reverseUnorderedSelects?: boolean;
}

/** SQLite as WebAssembly, loaded once per process; the engine itself is synchronous. */
export async function loadSqlEngine(options: SqlEngineOptions = {}): Promise<SqlEngine> {
  const resolve = createRequire(import.meta.url).resolve;
  loading ??= initSqlJs({ locateFile: (file) => resolve(`sql.js/dist/${file}`) });
  const sqlJs = await loading;
  return { open: (image) => new SqlJsConnection(sqlJs, image, options) };
}

let loading: Promise<SqlJsModule> | undefined;

/** Functions of SQLite that ask the host for chance or time, with their numbers of arguments (-1: any). */
const hostFunctions: readonly (readonly [string, number])[] = [
  ['random', 0],
  ['randomblob', 1],
  ['date', -1],
  ['time', -1],
  ['datetime', -1],
  ['julianday', -1],
  ['strftime', -1],
  ['unixepoch', -1],
  ['timediff', -1],
  ['current_date', -1],
  ['current_time', -1],
  ['current_timestamp', -1],
];

/** The file lives in this process's memory and nobody else opens it: no journal on it, no lock per transaction. */
const alone = 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE';

class SqlJsConnection implements SqlConnection {
  readonly #database: SqlJsDatabase;
  readonly #options: SqlEngineOptions;
  readonly #prepared = new Map<string, { readonly statement: SqlJsStatement; readonly columns: readonly string[] }>();

  constructor(sqlJs: SqlJsModule, image: Uint8Array | undefined, options: SqlEngineOptions) {
    this.#database = new sqlJs.Database(image);
    this.#options = options;
    this.#setUp();
  }

  run(sql: string, parameters: readonly SqlValue[] = []): number {
    return guarded(() => {
      const { statement } = this.#prepare(sql);
      try {
        statement.bind(parameters);
        statement.step();
      } finally {
        statement.reset();
      }
      if (sql.startsWith('rollback')) this.#forgetPrepared();
      return this.#database.getRowsModified();
    });
  }

  all(sql: string, parameters: readonly SqlValue[] = []): readonly SqlRow[] {
    return guarded(() => {
      const { statement, columns } = this.#prepare(sql);
      return fetched(statement, parameters).map((values) => rowOf(columns, values));
    });
  }

  query(sql: string, parameters: readonly SqlValue[] = []): SqlResult {
    return guarded(() => {
      const statement = this.#database.prepare(sql);
      try {
        return { columns: statement.getColumnNames(), rows: fetched(statement, parameters) };
      } finally {
        statement.free();
      }
    });
  }

  script(sql: string): void {
    guarded(() => this.#database.exec(sql));
    if (!sql.startsWith('PRAGMA')) this.#forgetPrepared();
  }

  export(): Uint8Array {
    const image = this.#database.export();
    this.#prepared.clear();
    this.#setUp();
    return image;
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  /** A prepared `select *` keeps the columns it began with, while a definition or its rollback changes them. */
  #forgetPrepared(): void {
    for (const { statement } of this.#prepared.values()) statement.free();
    this.#prepared.clear();
  }

  #prepare(sql: string) {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, columns: statement.getColumnNames() };
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #setUp(): void {
    this.#database.exec(alone);
    for (const [name, argumentCount] of hostFunctions) {
      const refuse = (): never => {
        throw new Error(`${name} is not available: times are stored as texts that compare and cut like texts`);
      };
      // sql.js registers a function under its number of parameters.
      Object.defineProperty(refuse, 'length', { value: argumentCount });
      this.#database.create_function(name, refuse);
    }
    if (this.#options.reverseUnorderedSelects === true) this.#database.exec('PRAGMA reverse_unordered_selects = ON');
  }
}

function fetched(statement: SqlJsStatement, parameters: readonly SqlValue[]): SqlValue[][] {
  const rows: SqlValue[][] = [];
  try {
    statement.bind(parameters);
    while (statement.step()) rows.push(statement.get().map(valueOf));
  } finally {
    statement.reset();
  }
  return rows;
}

function valueOf(value: SqlValue | Uint8Array): SqlValue {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}

function rowOf(columns: readonly string[], values: readonly SqlValue[]): SqlRow {
  const row: Record<string, SqlValue> = {};
  for (const [index, column] of columns.entries()) row[column] = values[index] ?? null;
  return row;
}

/** The engine's complaints as SqlError; everything else is a bug and passes. */
function guarded<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    // sql.js reports what SQLite refuses as a plain Error.
    if (error instanceof Error && error.name === 'Error') throw new SqlError(error.message);
    throw error;
  }
}
