import type { SqlValue } from './sql-engine.ts';

/** What one statement reads or writes, by names under which a read finds the write before it. */
export interface RowsTouched {
  readonly writes: boolean;
  /** `System_DISC.ItemKey=7` for rows; `System_DISC` where it is not said which, `System_DISC *` for any of them. */
  readonly rows: readonly string[];
}

/** Which rows a statement is about, as far as its own text and its parameters say; for explanations only. */
export function rowsTouched(sql: string, parameters: readonly SqlValue[]): RowsTouched {
  const writes = /^\s*(?:insert|update|delete)\b/i.test(sql);
  const tables = [
    ...new Set([...sql.matchAll(/\b(?:from|join|into|update)\s+"?(\w+)/gi)].map((match) => match[1] ?? '')),
  ];
  const values = valuesByColumn(sql, parameters);
  const named = tables.flatMap((table) => values.map(([column, value]) => `${table}.${column}=${String(value)}`));
  const anyOf = tables.map((table) => `${table} *`);
  if (writes) return { writes, rows: [...(named.length === 0 ? tables : named), ...anyOf] };
  return { writes, rows: named.length === 0 ? anyOf : [...named, ...tables] };
}

function valuesByColumn(sql: string, parameters: readonly SqlValue[]): readonly (readonly [string, SqlValue])[] {
  const columns = insertedColumns(sql) ?? sql.split('?').map((before) => /(\w+)"?\s*=\s*$/.exec(before)?.[1]);
  return parameters.flatMap((value, index) => {
    const column = columns[index];
    return column === undefined || value === null ? [] : [[column, value] as const];
  });
}

/** The column of each mark of `insert into T (A, B) values (?, ?)`. */
function insertedColumns(sql: string): readonly string[] | undefined {
  const [, names, marks] = /\(([^)]*)\)\s*values\s*\(([^)]*)\)/i.exec(sql) ?? [];
  if (names === undefined || marks === undefined) return undefined;
  const columns = names.split(',').map((name) => name.trim().replaceAll('"', ''));
  return marks.split(',').flatMap((mark, index) => (mark.trim() === '?' ? [columns[index] ?? ''] : []));
}
