/**
 * The SQL engine is handed in, because it loads its code asynchronously and this floor is synchronous. It must be
 * deterministic: no chance and no clock of its own.
 */
export interface SqlEngine {
  /** A database in memory: empty, or as the image holds it. */
  open(image?: Uint8Array): SqlConnection;
}

/** One open database. Statements are prepared once per text. Every complaint of the engine is a thrown SqlError. */
export interface SqlConnection {
  /** Runs one statement; the number of rows it inserted, changed or deleted (for other statements meaningless). */
  run(sql: string, parameters?: readonly SqlValue[]): number;
  all(sql: string, parameters?: readonly SqlValue[]): readonly SqlRow[];
  /** Like `all`, for statements of users: not kept prepared, with columns in the order they were asked for. */
  query(sql: string, parameters?: readonly SqlValue[]): SqlResult;
  /** Runs any number of statements that answer nothing. */
  script(sql: string): void;
  /** The whole database as a SQLite file; not within a transaction. */
  export(): Uint8Array;
  close(): void;
}

/** What a column holds; times are texts as the kernel's `isoTime` writes them, so that they sort. */
export type SqlValue = string | number | null;

/** A row by column name. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** The answer to a user's select. */
export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** A statement that the engine (or the state of the database) refuses; SiteDatabase turns it into a value. */
export class SqlError extends Error {
  /** SQL Server's number, where the refusal is one of the emulated server. */
  readonly number: number | undefined;

  constructor(message: string, number?: number) {
    super(message);
    this.number = number;
  }
}
