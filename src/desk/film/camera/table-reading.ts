import type { SiteDatabase } from '../../../world/index.ts';
import type { FilmCell } from '../film.ts';

/** Reads one table of a site database, row by row under numbers that stay. */
export class TableReading {
  readonly #database: SiteDatabase;
  readonly #table: string;
  /** The columns that tell the rows of a table without rowids apart; undefined where it has rowids. */
  readonly #key: readonly string[] | undefined;
  readonly #numbers = new Map<string, number>();

  constructor(database: SiteDatabase, table: string, definition: string) {
    this.#database = database;
    this.#table = table;
    this.#key = /\bwithout\s+rowid\b/i.test(definition) ? keyOf(database, table) : undefined;
  }

  /** The columns and all rows; a row of a table without rowids has a number of its own instead. */
  rows(): { readonly columns: readonly string[]; readonly rows: ReadonlyMap<number, readonly FilmCell[]> } {
    return this.#key === undefined ? this.#byRowid() : this.#byKey(this.#key);
  }

  #byRowid(): ReturnType<TableReading['rows']> {
    const { columns, rows } = answerOf(this.#database, `select rowid, * from "${this.#table}" order by rowid`);
    const numbered = rows.map(([rowid, ...values]) => [Number(rowid), values] as const);
    return { columns: columns.slice(1), rows: new Map(numbered) };
  }

  #byKey(key: readonly string[]): ReturnType<TableReading['rows']> {
    const order = key.map((column) => `"${column}"`).join(', ');
    const { columns, rows } = answerOf(this.#database, `select * from "${this.#table}" order by ${order}`);
    const places = key.map((column) => columns.indexOf(column));
    const numbered = rows.map((values) => [this.#numberOf(places.map((place) => values[place])), values] as const);
    return { columns, rows: new Map(numbered) };
  }

  #numberOf(key: readonly unknown[]): number {
    const text = JSON.stringify(key);
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** Every table of a database with the statement that defined it, sorted by name. */
export function tablesOf(database: SiteDatabase): ReadonlyMap<string, string> {
  const { rows } = answerOf(
    database,
    "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name",
  );
  return new Map(rows.map(([name, sql]) => [String(name), String(sql)]));
}

function keyOf(database: SiteDatabase, table: string): readonly string[] {
  const { rows } = answerOf(database, `select name from pragma_table_info('${table}') where pk > 0 order by pk`);
  return rows.map(([name]) => String(name));
}

function answerOf(
  database: SiteDatabase,
  sql: string,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly FilmCell[])[] } {
  const outcome = database.query(sql);
  if (!outcome.ok) throw new Error(`a film cannot read site database ${database.name}: ${outcome.failure.message}`);
  return outcome.value;
}
