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
