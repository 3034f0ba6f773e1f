import { signal } from '@preact/signals';
import type { HowChanged } from '../../film/film-changes.ts';
import type { FilmCell } from '../../film/film.ts';
import { reader, turn, world } from '../desk-state.ts';

const chosen = signal<string | null>(null);
/** As many rows as a page shows at once; the last ones, because new rows come last. */
const mostRows = 200;

/** The rows of a site database as they stand after the turn, with what the turn changed. */
export function Database() {
  const tables = world.value.tables();
  const changes = new Map<string, number>();
  for (const { site, table } of world.value.changed.rows) {
    changes.set(`${site} ${table}`, (changes.get(`${site} ${table}`) ?? 0) + 1);
  }
  const names = tables.map(({ site, table }) => `${site} ${table}`);
  const changed = names.find((name) => changes.has(name));
  const name = chosen.value !== null && names.includes(chosen.value) ? chosen.value : (changed ?? names[0]);
  const table = tables[names.indexOf(name ?? '')];
  if (table === undefined) return <p class="empty">No site database is on record.</p>;
  return (
    <>
      <div class="choices">
        <label>
          <span>Table </span>
          <select value={name} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {names.map((one) => (
              <option key={one} value={one}>
                {one}
                {changes.has(one) ? ` (changed: ${changes.get(one)})` : ''}
              </option>
            ))}
          </select>
        </label>
        {changed !== undefined && changed !== name && (
          <button type="button" onClick={() => (chosen.value = changed)}>
            Changed by this turn: {changed}
          </button>
        )}
      </div>
      <Rows site={table.site} table={table.table} columns={table.columns} />
    </>
  );
}

interface RowsProps {
  readonly site: string;
  readonly table: string;
  readonly columns: readonly string[];
}

function Rows({ site, table, columns }: RowsProps) {
  const rows = rowsWithChanges(site, table);
  const left = Math.max(0, rows.length - mostRows);
  return (
    <div class="grid" tabIndex={0} role="group" aria-label={`Rows of ${table}`}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(left).map(({ rowid, values, how, before }) => (
            <tr key={rowid} class={how ?? ''}>
              {columns.map((column, index) => (
                <td key={column} class={isOther(values, before, index) ? 'other' : ''} title={cellText(values[index])}>
                  {cellText(values[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="empty">No rows.</p>}
      {left > 0 && <p class="hint">{left} earlier rows are not shown.</p>}
    </div>
  );
}

interface ShownRow {
  readonly rowid: number;
  readonly values: readonly FilmCell[];
  readonly how: HowChanged | null;
  /** What stood there before, where the turn changed it. */
  readonly before: readonly FilmCell[] | null;
}

function rowsWithChanges(site: string, table: string): readonly ShownRow[] {
  const changed = world.value.changed.rows.filter((row) => row.site === site && row.table === table);
  const how = new Map(changed.map((row) => [row.rowid, row.how]));
  const before = reader.value.worldAt(turn.value - 1);
  const now = world.value.rows(site, table).map(({ rowid, values }) => ({
    ...{ rowid, values, how: how.get(rowid) ?? null },
    before: how.get(rowid) === 'changed' ? before.row(site, table, rowid) : null,
  }));
  const gone = changed.flatMap((row) => {
    const values = row.how === 'gone' ? before.row(site, table, row.rowid) : null;
    return values === null ? [] : [{ rowid: row.rowid, values, how: row.how, before: null }];
  });
  return [...now, ...gone].toSorted((a, b) => a.rowid - b.rowid);
}

function isOther(values: readonly FilmCell[], before: readonly FilmCell[] | null, index: number): boolean {
  return before !== null && before[index] !== values[index];
}

function cellText(cell: FilmCell | undefined): string {
  return cell === null || cell === undefined ? 'NULL' : String(cell);
}
