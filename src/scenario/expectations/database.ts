import { z } from 'zod';
import { siteCode } from '../references.ts';
import { defineExpectation } from '../verb.ts';

const cell = z.union([z.string(), z.number(), z.null()]);

/** What a select over a site database gives. */
export const database = defineExpectation({
  name: 'database',
  summary: 'The rows that a SQL select over a site database gives',
  schema: z.strictObject({
    site: siteCode().optional().describe('Site code; the site of the scenario without it'),
    sql: z.string().describe('One select; give it an order by where rows are compared'),
    rows: z.union([z.number().int().nonnegative(), z.array(z.array(cell))]).optional().describe('How many, or which'),
    value: cell.optional().describe('The first column of the first row'),
  }),
  example: 'database: { sql: "select count(*) from System_DISC", value: 3 }',
  looksAt: 'state',
  changesWith: ['database'],
  check(play, given) {
    const code = given.site ?? [...play.world.databases.keys()][0] ?? '';
    const answer = play.world.database(code)?.query(given.sql);
    if (answer === undefined) return { met: false, actual: `site ${code} has no site database` };
    if (!answer.ok) return { met: false, actual: answer.failure.message };
    const { rows } = answer.value;
    const met = (given.rows === undefined || sameRows(given.rows, rows)) && firstIs(given.value, rows[0]?.[0]);
    return { met, actual: describeRows(rows) };
  },
});

type Rows = readonly (readonly unknown[])[];

function sameRows(wanted: number | Rows, rows: Rows): boolean {
  return typeof wanted === 'number' ? rows.length === wanted : JSON.stringify(wanted) === JSON.stringify(rows);
}

function firstIs(wanted: string | number | null | undefined, first: unknown): boolean {
  return wanted === undefined || String(wanted) === String(first ?? null);
}

function describeRows(rows: Rows): string {
  if (rows.length === 0) return 'no rows';
  const shown = rows.slice(0, 3).map((row) => `(${row.map((value) => String(value ?? 'NULL')).join(', ')})`);
  return `${rows.length === 1 ? 'one row' : `${rows.length} rows`}: ${shown.join(', ')}${rows.length > 3 ? ', ...' : ''}`;
}
