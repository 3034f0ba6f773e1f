import { z } from 'zod';
import {
  deleteGroupClass,
  deleteHistoryBefore,
  deleteUnusedRecords,
  type SiteDatabase,
  type SqlOutcome,
} from '../../world/index.ts';
import { databaseFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const tasks = ['delete group class', 'delete all history', 'delete unused records'] as const;

const schema = z
  .strictObject({
    ...siteShape,
    'delete group class': z.string().optional().describe('Class with all its data: USER|INFORMATION|1.0'),
    'delete all history': z.literal(true).optional().describe('Delete Special in SMS Administrator'),
    'delete unused records': z.literal(true).optional().describe('Common and specific records nothing points to'),
  })
  .refine((given) => tasks.filter((task) => given[task] !== undefined).length === 1, 'give one task');

type Given = z.infer<typeof schema>;

/** Somebody cleans the site database of SMS 1.2 with SMS Database Manager, or its history in SMS Administrator. */
export const databaseManager = defineStep({
  name: 'database manager',
  summary: 'Deletes a group class, the history, or unused records from a site database of SMS 1.2',
  schema,
  example: "database manager: { delete group class: 'GROUPTEST|MYTEST|1.0' }",
  run(play, given) {
    const done = clean(databaseFor(play, given.site), given, play.simulation.now);
    if (!done.ok) return play.fail(done.failure.message);
    if (done.value === false) return play.fail(`there is no group class ${given['delete group class']} to delete`);
    const task = tasks.find((one) => given[one] !== undefined) ?? '';
    play.simulation.record('database', 'scenario', task, given['delete group class'] ?? String(done.value));
    return undefined;
  },
});

function clean(database: SiteDatabase, given: Given, now: number): SqlOutcome<boolean | number> {
  const name = given['delete group class'];
  if (name !== undefined) return deleteGroupClass(database, name);
  return given['delete all history'] === true ? deleteHistoryBefore(database, now) : deleteUnusedRecords(database);
}
