import { z } from 'zod';
import { databaseFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator runs statements in ISQL/w. */
export const sql = defineStep({
  name: 'sql',
  summary: 'Runs SQL statements on the site database: all of them, or none when one fails',
  schema: z.union([
    z.string().min(1).describe('Statements'),
    z.strictObject({ ...siteShape, execute: z.string().min(1).describe('Statements') }),
  ]),
  example: "sql: delete from System_DISC where Name0 = 'PC1'",
  run(play, given) {
    const { site, execute } = typeof given === 'string' ? { site: undefined, execute: given } : given;
    const outcome = databaseFor(play, site).execute(execute);
    if (!outcome.ok) return play.fail(outcome.failure.message);
    play.simulation.record('database', 'scenario', 'sql', execute);
    return undefined;
  },
});

/** Somebody rebuilds SQL Server with another sort order. */
export const sortOrder = defineStep({
  name: 'sort order',
  summary: 'Gives the site database another sort order; fails where names that differed become equal',
  schema: z.strictObject({ ...siteShape, order: z.enum(['case-insensitive', 'case-sensitive']) }),
  example: 'sort order: { order: case-sensitive }',
  run(play, given) {
    const outcome = databaseFor(play, given.site).changeSortOrder(given.order);
    if (!outcome.ok) return play.fail(outcome.failure.message);
    play.simulation.record('database', 'scenario', 'sort order', given.order);
    return undefined;
  },
});

/** SQL Server stops, or its transaction log is full. */
export const database = defineStep({
  name: 'database',
  summary: 'Takes the site database offline, fills its transaction log, or makes it good again',
  schema: z.strictObject({ ...siteShape, state: z.enum(['online', 'offline', 'log full']) }),
  example: 'database: { state: log full }',
  run(play, given) {
    databaseFor(play, given.site).state = given.state;
    play.simulation.record('database', 'scenario', 'state', given.state);
  },
});
