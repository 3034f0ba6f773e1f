import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { Site } from '../site.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlOutcome } from './sql-failure.ts';

/** Enters a site of the hierarchy, or changes what is known of it. */
export function storeSite(
  database: SiteDatabase,
  site: Pick<Site, 'code' | 'name' | 'server' | 'parent'>,
): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    sql.run(
      `insert into Sites (SiteCode, SiteName, SiteServer, ReportToSite) values (?, ?, ?, ?)
        on conflict (SiteCode) do update set SiteName = excluded.SiteName, SiteServer = excluded.SiteServer,
        ReportToSite = excluded.ReportToSite`,
      site.code,
      site.name,
      site.server,
      site.parent ?? '',
    );
    return undefined;
  });
}

/** A file that software inventory collected from a client. */
export interface CollectedFile {
  readonly fileName: string;
  /** Folder on the client. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly collected: Instant;
  /** Where the site server keeps it. */
  readonly localPath: string;
}

/** Notes a collected file of a client. */
export function storeCollectedFile(
  database: SiteDatabase,
  resourceId: number,
  file: CollectedFile,
): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    sql.run(
      `insert or replace into CollectedFiles (ClientId, FileName, FilePath, FileSize, CollectionDate, LocalFilePath)
        values (?, ?, ?, ?, ?, ?)`,
      resourceId,
      file.fileName,
      file.path,
      file.size,
      isoTime(file.collected),
      file.localPath,
    );
    return undefined;
  });
}
