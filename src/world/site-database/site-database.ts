import { createTemplate, sortOrderOf } from './database-template.ts';
import type { DatabaseSchema, SortOrder } from './database-template.ts';
import { sms20Schema } from './schema.ts';
import { SqlError } from './sql-engine.ts';
import type { SqlConnection, SqlEngine, SqlResult, SqlValue } from './sql-engine.ts';
import { logFullFailure, offlineFailure, sqlFailure } from './sql-failure.ts';
import type { SqlOutcome } from './sql-failure.ts';
import { withSortOrder } from './sort-order.ts';
import { filledIn, sqlSession } from './sql-session.ts';
import type { SqlSession } from './sql-session.ts';

/** What SQL Server lets the components do: all, nothing, or only read. */
export type DatabaseState = 'online' | 'offline' | 'log full';

/** Hears the statements that components run, values filled in, for the `SQL>>>` lines of their logs. */
export type StatementObserver = (sql: string) => void;

/** Hears every statement with its parameters, for explanations; no run depends on it. */
export type StatementListener = (siteCode: string, sql: string, parameters: readonly SqlValue[]) => void;

/** How a site database comes into being. */
export interface SiteDatabaseOptions {
  /** A saved image; a new database otherwise. */
  readonly image?: Uint8Array;
  /** For a new database: what the setup of the product creates; that of SMS 2.0 without it. */
  readonly schema?: DatabaseSchema;
  /** For a new database; SQL Server's setup offers case-insensitive first. */
  readonly sortOrder?: SortOrder;
}

/**
 * The SQL database of one primary site, `SMS_<site code>`. Components reach it through the operations of this folder,
 * each of which is one transaction; users and scenarios through `query` and `execute`, which a state does not hinder.
 */
export class SiteDatabase {
  readonly siteCode: string;
  state: DatabaseState = 'online';
  listener: StatementListener | undefined;
  /** Rows that components inserted, changed or deleted so far. */
  rowsWritten = 0;
  /** Statements that components ran so far. */
  statements = 0;
  readonly #engine: SqlEngine;
  readonly #keptInMind = new Map<() => unknown, unknown>();
  #connection: SqlConnection;
  #session: SqlSession;
  #sortOrder: SortOrder;
  #observer: StatementObserver | undefined;
  #depth = 0;
  #doomed = false;

  constructor(engine: SqlEngine, siteCode: string, options: SiteDatabaseOptions = {}) {
    this.#engine = engine;
    this.siteCode = siteCode;
    const { image, schema = sms20Schema, sortOrder = 'case-insensitive' } = options;
    this.#connection = engine.open(image ?? createTemplate(engine, schema, sortOrder));
    this.#session = this.#openSession();
    this.#sortOrder = sortOrderOf(this.#connection);
  }

  /** The name of the database on its server, as SMS setup proposes it. */
  get name(): string {
    return `SMS_${this.siteCode}`;
  }

  get sortOrder(): SortOrder {
    return this.#sortOrder;
  }

  /**
   * What operations keep in mind of the database so that a look-up costs no SQL, told apart by the function that makes
   * it: empty again once something may have changed that they did not see.
   */
  keptInMind<T>(empty: () => T): T {
    if (!this.#keptInMind.has(empty)) this.#keptInMind.set(empty, empty());
    return this.#keptInMind.get(empty) as T;
  }

  /** Rebuilds the database with another sort order; fails where keys that differed become equal. */
  changeSortOrder(order: SortOrder): SqlOutcome<undefined> {
    return this.#tried(() => {
      this.restore(withSortOrder(this.#engine, this.#connection, order));
      return undefined;
    });
  }

  /** A user's select, in whatever state the database is; statements that write are refused. */
  query(sql: string, parameters: readonly SqlValue[] = []): SqlOutcome<SqlResult> {
    return this.#tried(() => {
      this.#connection.script('PRAGMA query_only = ON');
      try {
        return this.#connection.query(sql, parameters);
      } finally {
        this.#connection.script('PRAGMA query_only = OFF');
      }
    });
  }

  /** A user's statements, all or none of them. */
  execute(sql: string): SqlOutcome<undefined> {
    this.#forget();
    this.listener?.(this.siteCode, sql, []);
    return this.#tried(() => {
      this.#connection.run('begin transaction');
      try {
        this.#connection.script(sql);
        this.#connection.run('commit transaction');
      } catch (error) {
        this.#rollBackWhatIsLeft();
        throw error;
      }
      return undefined;
    });
  }

  /** Runs a body while an observer hears its statements: SQL tracing of one component. */
  traced<T>(observer: StatementObserver | undefined, body: () => T): T {
    const before = this.#observer;
    this.#observer = observer;
    try {
      return body();
    } finally {
      this.#observer = before;
    }
  }

  /** A component's look at the database; fails while it is offline. */
  read<T>(body: (sql: SqlSession) => T): SqlOutcome<T> {
    if (this.state === 'offline') return { ok: false, failure: offlineFailure };
    return this.#tried(() => body(this.#session));
  }

  /**
   * A component's change of the database: all of it, or nothing when a statement fails or `keep` refuses the result.
   * Within another transaction it becomes part of that one, and its failure rolls back the whole.
   */
  transaction<T>(body: (sql: SqlSession) => T, keep: (value: T) => boolean = () => true): SqlOutcome<T> {
    if (this.state === 'offline') return { ok: false, failure: offlineFailure };
    if (this.#depth === 0) this.#control('begin transaction');
    this.#depth++;
    const outcome = this.#tried(() => body(this.#session));
    this.#depth--;
    if (!outcome.ok || !keep(outcome.value)) this.#doomed = true;
    if (this.#depth === 0) this.#end();
    return outcome;
  }

  /** The whole database as an image, between transactions. */
  save(): Uint8Array {
    this.#assertIdle();
    return this.#connection.export();
  }

  /** Puts the database back as an image holds it, between transactions. */
  restore(image: Uint8Array): void {
    this.#assertIdle();
    this.#connection.close();
    this.#connection = this.#engine.open(image);
    this.#session = this.#openSession();
    this.#sortOrder = sortOrderOf(this.#connection);
    this.#forget();
  }

  /** Frees the engine's memory; the database is not used again. */
  close(): void {
    this.#connection.close();
  }

  #openSession(): SqlSession {
    return sqlSession(this.#connection, {
      before: (sql, parameters) => {
        this.statements++;
        this.listener?.(this.siteCode, sql, parameters);
        if (this.#observer !== undefined) this.#observer(filledIn(sql, parameters));
      },
      beforeWrite: () => {
        if (this.state !== 'log full') return;
        const { message, number } = logFullFailure(this.name);
        throw new SqlError(message, number);
      },
      written: (rows) => {
        this.rowsWritten += rows;
      },
    });
  }

  #control(statement: string): void {
    this.#observer?.(statement);
    this.#connection.run(statement);
  }

  #end(): void {
    const doomed = this.#doomed;
    this.#doomed = false;
    this.#control(doomed ? 'rollback transaction' : 'commit transaction');
    if (doomed) this.#forget();
  }

  #rollBackWhatIsLeft(): void {
    this.#tried(() => this.#connection.run('rollback transaction'));
  }

  #tried<T>(body: () => T): SqlOutcome<T> {
    try {
      return { ok: true, value: body() };
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      return { ok: false, failure: sqlFailure(error) };
    }
  }

  #forget(): void {
    this.#keptInMind.clear();
  }

  #assertIdle(): void {
    if (this.#depth > 0) throw new Error('an image is taken or restored between transactions only');
  }
}
