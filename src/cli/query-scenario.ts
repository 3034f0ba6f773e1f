import type { SiteDatabase } from '../world/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { playUntil } from './play-until.ts';
import { chooseCase } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { tableText } from './table-text.ts';
import { runTools } from './workshop.ts';

/** Prints the rows that a select finds at a moment of a run. */
export async function queryScenario(
  context: Context,
  file: string,
  sql: string,
  options: CaseOptions & { readonly at: string; readonly site?: string },
): Promise<void> {
  const chosen = await chooseCase(context, file, options);
  const { world } = await playUntil(context, chosen, await runTools(), options.at);
  const database = databaseOf(world.databases, options.site);
  const found = database.query(sql);
  if (!found.ok) throw new UsageError(found.failure.message);
  context.write(tableText(found.value.columns, found.value.rows));
}

function databaseOf(databases: ReadonlyMap<string, SiteDatabase>, site: string | undefined): SiteDatabase {
  const wanted = site?.toUpperCase() ?? [...databases.keys()][0];
  const database = wanted === undefined ? undefined : databases.get(wanted);
  if (database !== undefined) return database;
  throw new UsageError(`no site database "${wanted ?? ''}"; there is ${[...databases.keys()].join(', ')}`);
}
