import { z } from 'zod';
import { counted } from '../finding/amounts.ts';
import { siteCode } from '../references.ts';
import { defineExpectation } from '../verb.ts';

const cell = z.union([z.string(), z.number(), z.null()]);
const count = z.number().int().nonnegative();

/** What a select over a site database gives. */
export const database = defineExpectation({
  name: 'database',
  summary: 'The rows that a SQL select over a site database gives',
  schema: z.strictObject({
    site: siteCode().optional().describe('Site code; the site of the scenario without it'),
    sql: z.string().describe('One select; give it an order by where rows are compared'),
    rows: z
      .union([count, z.array(z.array(cell))])
      .optional()
      .describe('How many, or which'),
    'has row': z.array(cell).optional().describe('One of the rows'),
    'at least': count.optional().describe('So many rows or more'),
    'at most': count.optional().describe('So many rows or fewer'),
    value: cell.optional().describe('The first column of the first row'),
  }),
  example: 'database: { sql: "select count(*) from System_DISC", value: 3 }',
  looksAt: 'state',
  changesWith: ['transition', 'step'],
  check(play, given) {
    const code = given.site ?? [...play.world.databases.keys()][0] ?? '';
    const answer = play.world.database(code)?.query(given.sql);
    if (answer === undefined) return { met: false, actual: `site ${code} has no site database` };
    if (!answer.ok) return { met: false, actual: answer.failure.message };
    const { rows } = answer.value;
    const met =
      (given.rows === undefined || sameRows(given.rows, rows)) &&
      (given['has row'] === undefined || rows.some((row) => sameRow(given['has row'] ?? [], row))) &&
      rows.length >= (given['at least'] ?? 0) &&
      rows.length <= (given['at most'] ?? Infinity) &&
      (given.value === undefined || sameCell(given.value, rows[0]?.[0]));
    return { met, actual: describeRows(rows) };
  },
});

type Row = readonly unknown[];

function sameRows(wanted: number | readonly Row[], rows: readonly Row[]): boolean {
  if (typeof wanted === 'number') return rows.length === wanted;
  return wanted.length === rows.length && wanted.every((row, index) => sameRow(row, rows[index] ?? []));
}

function sameRow(wanted: Row, row: Row): boolean {
  return wanted.length === row.length && wanted.every((one, index) => sameCell(one, row[index]));
}

/** A number in YAML may be the text of digits in the database, and the other way round. */
function sameCell(wanted: unknown, actual: unknown): boolean {
  if (wanted === null || (actual ?? null) === null) return wanted === (actual ?? null);
  return String(wanted) === String(actual);
}

function describeRows(rows: readonly Row[]): string {
  if (rows.length === 0) return counted(0, 'row');
  const shown = rows.slice(0, 3).map((row) => `(${row.map((value) => String(value ?? 'NULL')).join(', ')})`);
  const more = rows.length > 3 ? ', ...' : '';
  return `${counted(rows.length, 'row')}: ${shown.join(', ')}${more}`;
}
