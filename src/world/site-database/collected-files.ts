import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { fileName } from '../files/index.ts';
import { documented } from '../provenance.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlOutcome } from './sql-failure.ts';

/** What the site remembers of a collected file. */
export const collectedFilesProvenance = documented(
  'Resource Guide, table B.62',
  'Path, name, size and date of the file, date of its collection, path on the site server, number of the revision.',
);

/** One copy of a file that software inventory collected from a client. */
export interface StoredCopy {
  /** Full path of the file on the client. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Instant;
  readonly collected: Instant;
  /** Where the site server keeps the copy. */
  readonly localPath: string;
}

/**
 * Notes a copy as the next revision of the file and forgets all but the newest ones; the value tells where those
 * lie that were forgotten.
 */
export function storeCollectedFile(
  database: SiteDatabase,
  resourceId: number,
  copy: StoredCopy,
  kept: number,
): SqlOutcome<readonly string[]> {
  const { path, size, modified, collected, localPath } = copy;
  const times = [isoTime(modified), isoTime(collected)];
  return database.transaction((sql) => {
    const revisions = sql.all(copiesOf, resourceId, path);
    const revision = Number(revisions[0]?.['RevisionID'] ?? 0) + 1;
    sql.run(newCopy, resourceId, fileName(path), path, size, ...times, localPath, revision);
    const forgotten = revisions.slice(Math.max(0, kept - 1));
    for (const row of forgotten) sql.run(forgetCopy, resourceId, path, Number(row['RevisionID']));
    return forgotten.map((row) => String(row['LocalFilePath']));
  });
}

const copiesOf = `select RevisionID, LocalFilePath from CollectedFiles where ClientId = ? and FilePath = ?
  order by RevisionID desc`;

const newCopy = `insert into CollectedFiles (ClientId, FileName, FilePath, FileSize, ModifiedDate, CollectionDate,
  LocalFilePath, RevisionID) values (?, ?, ?, ?, ?, ?, ?, ?)`;

const forgetCopy = 'delete from CollectedFiles where ClientId = ? and FilePath = ? and RevisionID = ?';
