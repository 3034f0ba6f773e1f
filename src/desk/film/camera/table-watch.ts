import type { SiteDatabase } from '../../../world/index.ts';
import type { RowChange, TableFact } from '../film.ts';
import { TableReading, tablesOf } from './table-reading.ts';

/** A table as the film last showed it: its rows as text, to be compared. */
interface Shown {
  readonly reading: TableReading;
  readonly rows: Map<number, string>;
  /** As text; empty while the film has shown none. */
  columns: string;
}

/**
 * Watches one site database: it hears the statements, and after a turn it reads those tables anew that one of them
 * may have written.
 */
export class TableWatch {
  readonly database: SiteDatabase;
  readonly #shown = new Map<string, Shown>();
  /** Statements that were heard before, with the tables they name. */
  readonly #named = new Map<string, readonly string[]>();
  readonly #written = new Set<string>();
  #defined = false;

  constructor(database: SiteDatabase) {
    this.database = database;
    this.#findTables();
  }

  /** A statement runs. */
  hear(sql: string): void {
    let tables = this.#named.get(sql);
    if (tables === undefined) this.#named.set(sql, (tables = this.#tablesIn(sql)));
    for (const table of tables) this.#written.add(table);
    if (/\b(?:create|alter|drop)\b/i.test(sql)) this.#defined = true;
  }

  /** Every table as it is now. */
  facts(): readonly TableFact[] {
    const site = this.database.siteCode;
    this.#written.clear();
    return [...this.#shown].map(([table, shown]) => {
      const { columns, rows } = shown.reading.rows();
      shown.columns = JSON.stringify(columns);
      for (const [rowid, values] of rows) shown.rows.set(rowid, JSON.stringify(values));
      return { site, table, columns, rows: [...rows] };
    });
  }

  /** The rows that have changed since the last look; of a database that is watched anew those that are there. */
  changes(): readonly RowChange[] {
    const dropped = this.#defined ? this.#findTables() : [];
    if (this.#defined) this.#named.clear();
    this.#defined = false;
    const written = [...this.#written].toSorted();
    this.#written.clear();
    return [...dropped, ...written.flatMap((table) => this.#changesOf(table))];
  }

  /** The changes by which everything in it goes. */
  gone(): readonly RowChange[] {
    return [...this.#shown.keys()].flatMap((table) => this.#droppedRows(table));
  }

  #changesOf(table: string): readonly RowChange[] {
    const shown = this.#shown.get(table);
    if (shown === undefined) return [];
    const { columns, rows } = shown.reading.rows();
    const lost = [...shown.rows.keys()].filter((rowid) => !rows.has(rowid));
    for (const rowid of lost) shown.rows.delete(rowid);
    const set = [...rows].flatMap(([rowid, values]) => {
      const text = JSON.stringify(values);
      if (shown.rows.get(rowid) === text) return [];
      shown.rows.set(rowid, text);
      return [{ ...this.#row(table, rowid), values, ...newColumns(shown, columns) }];
    });
    return [...lost.map((rowid) => ({ ...this.#row(table, rowid), values: null })), ...set];
  }

  /** Looks which tables there are; new ones are to be read, the rows of those that are gone are answered. */
  #findTables(): readonly RowChange[] {
    const tables = tablesOf(this.database);
    for (const [table, definition] of tables) {
      if (this.#shown.has(table)) continue;
      const reading = new TableReading(this.database, table, definition);
      this.#shown.set(table, { reading, rows: new Map(), columns: '' });
      this.#written.add(table);
    }
    const dropped = [...this.#shown.keys()].filter((table) => !tables.has(table));
    return dropped.flatMap((table) => this.#droppedRows(table));
  }

  #droppedRows(table: string): readonly RowChange[] {
    const rows = [...(this.#shown.get(table)?.rows.keys() ?? [])];
    this.#shown.delete(table);
    return rows.map((rowid) => ({ ...this.#row(table, rowid), values: null }));
  }

  #row(table: string, rowid: number): Pick<RowChange, 'site' | 'table' | 'rowid'> {
    return { site: this.database.siteCode, table, rowid };
  }

  #tablesIn(sql: string): readonly string[] {
    if (/^\s*(?:select|pragma|explain)\b/i.test(sql)) return [];
    const text = sql.toLowerCase();
    return [...this.#shown.keys()].filter((table) => text.includes(table.toLowerCase()));
  }
}

/** The columns, where the film has shown none of this table yet or has shown others. */
function newColumns(shown: Shown, columns: readonly string[]): { readonly columns?: readonly string[] } {
  const text = JSON.stringify(columns);
  if (shown.columns === text) return {};
  shown.columns = text;
  return { columns };
}
