import { assumed } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';

/** That system jobs stand in the table Jobs without a type is documented (Q183236), its other columns are ours. */
export const jobsProvenance = assumed(
  'A job in the table Jobs has its number, its type, which is null for a system job, and its state.',
  'Q183236',
);

/** Enters a system job that is not there yet, and says that it is under way. */
export function activateJob(database: SiteDatabase, id: string): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    sql.run('insert or ignore into Jobs (JobID, JobType, Status) values (?, null, ?)', id, 'Pending');
    sql.run('update Jobs set Status = ? where JobID = ?', 'Active', id);
    return undefined;
  });
}

/** A job under way that has to wait again. */
export function returnJob(database: SiteDatabase, id: string): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    sql.run('update Jobs set Status = ? where JobID = ?', 'Pending', id);
    return undefined;
  });
}

/** A job that is done with. */
export function removeJob(database: SiteDatabase, id: string): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    sql.run('delete from Jobs where JobID = ?', id);
    return undefined;
  });
}

/** Whether the table has a job. */
export function isListedJob(database: SiteDatabase, id: string): SqlOutcome<boolean> {
  return database.read((sql) => sql.all('select JobID from Jobs where JobID = ?', id).length > 0);
}
