import { storeValues } from './discovery-record-storage.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** The sites a computer is assigned to; one without any cannot be resynchronized (Q281107). */
export function assignedSites(database: SiteDatabase, resourceId: number): SqlOutcome<readonly string[]> {
  return database.read((sql) => arrayValues(sql, 'System_SMS_Assign_ARR', 'SMS_Assigned_Sites0', resourceId));
}

/** Codes of the sites whose client a computer has installed, as its own records say. */
export function installedSites(database: SiteDatabase, resourceId: number): SqlOutcome<readonly string[]> {
  return database.read((sql) => arrayValues(sql, 'System_SMS_Instal_ARR', 'SMS_Installed_Sites0', resourceId));
}

/** The IP subnets a computer is known to be in, by which sites are assigned. */
export function storedSubnets(database: SiteDatabase, resourceId: number): SqlOutcome<readonly string[]> {
  return database.read((sql) => arrayValues(sql, 'System_IP_Subnets_ARR', 'IP_Subnets0', resourceId));
}

/** Stores what Discovery Data Manager found; sites that are not named lose the computer. */
export function setAssignedSites(
  database: SiteDatabase,
  resourceId: number,
  sites: readonly string[],
): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    storeValues(sql, 'SMS Assigned Sites', resourceId, sites, true);
    return undefined;
  });
}

function arrayValues(sql: SqlSession, table: string, column: string, resourceId: number): readonly string[] {
  const rows = sql.all(`select ${column} as Value from ${table} where ItemKey = ? order by Position`, resourceId);
  return rows.map((row) => String(row['Value']));
}
