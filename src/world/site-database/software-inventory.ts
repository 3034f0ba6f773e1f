import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { SoftwareChange, SoftwareFile } from '../formats/software-report.ts';
import { parseIsoTime } from '../formats/time-text.ts';
import { assumed, documented } from '../provenance.ts';
import type { SiteDatabase } from './site-database.ts';
import { definedFileId, storedFileId } from './software-files.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** That changes of what is not stored ask for a resynchronization, and that old deltas are skipped. */
export const softwareProvenance = documented('Q281107, Q234360', 'Missing base data (3703); out-of-date files.');

/** What makes a file old is not told. */
export const outOfDateProvenance = assumed(
  'A delta whose cycle began no later than that of the last applied file is out of date; a complete one never is.',
  'Q234360 tells only that such files are skipped',
);

/** What became of a software report; anything but `ok` has changed nothing. */
export type SoftwareVerdict = 'ok' | 'no base' | 'out of date';

/** When a report began on the client and when the site applied it. */
export interface SoftwareTimes {
  /** Start of the cycle on the client's clock. */
  readonly cycleStart: Instant;
  /** The site server's time, kept as LastUpdateDate. */
  readonly appliedAt: Instant;
}

/** Stores a complete report in the place of all that the client had. */
export function applyCompleteSoftware(
  database: SiteDatabase,
  resourceId: number,
  files: readonly SoftwareFile[],
  times: SoftwareTimes,
): SqlOutcome<SoftwareVerdict> {
  return database.transaction((sql) => {
    sql.run('delete from SoftwareInventory where ClientId = ?', resourceId);
    for (const file of files) storeFile(database, sql, resourceId, file);
    sql.run(reported, resourceId, isoTime(times.cycleStart), isoTime(times.appliedAt));
    return 'ok';
  });
}

/** Applies a delta, all or nothing. */
export function applyDeltaSoftware(
  database: SiteDatabase,
  resourceId: number,
  changes: readonly SoftwareChange[],
  times: SoftwareTimes,
): SqlOutcome<SoftwareVerdict> {
  return database.transaction(
    (sql): SoftwareVerdict => {
      const status = sql.one(statusOf, resourceId);
      if (status === undefined) return 'no base';
      if (isoTime(times.cycleStart) <= String(status['LastScanDate'])) return 'out of date';
      const applied = changes.every((change) => applyChange(database, sql, resourceId, change));
      sql.run(reported, resourceId, isoTime(times.cycleStart), isoTime(times.appliedAt));
      return applied ? 'ok' : 'no base';
    },
    (verdict) => verdict === 'ok',
  );
}

/** Times of the last applied software report; undefined where there is none. */
export function softwareStatus(database: SiteDatabase, resourceId: number): SqlOutcome<SoftwareTimes | undefined> {
  return database.read((sql) => {
    const row = sql.one(statusOf, resourceId);
    const cycleStart = parseIsoTime(String(row?.['LastScanDate']));
    const appliedAt = parseIsoTime(String(row?.['LastUpdateDate']));
    return cycleStart === undefined || appliedAt === undefined ? undefined : { cycleStart, appliedAt };
  });
}

const statusOf = 'select LastScanDate, LastUpdateDate from SoftwareInventoryStatus where ClientId = ?';

const reported = `insert into SoftwareInventoryStatus (ClientId, LastScanDate, LastUpdateDate) values (?, ?, ?)
  on conflict (ClientId) do update
  set LastScanDate = excluded.LastScanDate, LastUpdateDate = excluded.LastUpdateDate`;

/** False where the change needs a row that the client does not have. Adding what is there brings it up to date. */
function applyChange(database: SiteDatabase, sql: SqlSession, resourceId: number, change: SoftwareChange): boolean {
  if (change.action === 'add') {
    storeFile(database, sql, resourceId, change.file);
    return true;
  }
  const fileId = storedFileId(database, sql, change.file);
  if (fileId === undefined) return false;
  if (change.action === 'delete') {
    return sql.run('delete from SoftwareInventory where ClientId = ? and FileID = ?', resourceId, fileId) > 0;
  }
  const { modified, count } = change.file;
  const update = 'update SoftwareInventory set FileModifiedDate = ?, FileCount = ? where ClientId = ? and FileID = ?';
  return sql.run(update, isoTime(modified), count, resourceId, fileId) > 0;
}

function storeFile(database: SiteDatabase, sql: SqlSession, resourceId: number, file: SoftwareFile): void {
  const fileId = definedFileId(database, sql, file);
  sql.run(
    `insert into SoftwareInventory (ClientId, FileID, FileModifiedDate, FileCount) values (?, ?, ?, ?)
      on conflict (ClientId, FileID) do update
      set FileModifiedDate = excluded.FileModifiedDate, FileCount = excluded.FileCount`,
    resourceId,
    fileId,
    isoTime(file.modified),
    file.count,
  );
}
