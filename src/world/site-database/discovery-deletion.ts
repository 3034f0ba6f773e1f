import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { documented } from '../provenance.ts';
import type { SiteDatabase } from './site-database.ts';
import { knownFileIds } from './software-files.ts';
import type { SqlRow } from './sql-engine.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** Q242951 tells what stays behind before SP2 and what cleans it up. */
export const deletionProvenance = documented(
  'Q242951',
  'Before SP2 the software inventory of a deleted computer stays.',
);

/** What the deletion of a resource takes with it. */
export interface DeletionOptions {
  /** Before SP2 its software inventory stays as rows that belong to nobody (Q242951). */
  readonly keepSoftware: boolean;
}

/** Deletes a computer as the console does: its discovery data, hardware inventory with history, software inventory. */
export function deleteResource(
  database: SiteDatabase,
  resourceId: number,
  options: DeletionOptions,
): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    deleteResourceRows(sql, resourceId, options);
    return undefined;
  });
}

/** Deletes the computers whose last record of any agent is older than an instant (Q257799); answers their ids. */
export function deleteAgedDiscovery(
  database: SiteDatabase,
  before: Instant,
  options: DeletionOptions,
): SqlOutcome<readonly number[]> {
  return database.transaction((sql) => {
    const aged = sql.all(
      `select ItemKey from DiscItemAgents group by ItemKey having max(AgentTime) < ? order by ItemKey`,
      isoTime(before),
    );
    const ids = itemKeys(aged);
    for (const resourceId of ids) deleteResourceRows(sql, resourceId, options);
    return ids;
  });
}

/** Deletes hardware and software inventory of computers without an assigned site (Q281107); answers who lost some. */
export function deleteInventoryOfUnassigned(database: SiteDatabase): SqlOutcome<readonly number[]> {
  return database.transaction((sql) => {
    const ids = itemKeys(sql.all(unassignedWithInventory));
    for (const resourceId of ids) {
      deleteHardware(sql, resourceId);
      deleteSoftware(sql, resourceId);
    }
    return ids;
  });
}

/** What the procedure spDelOrphanedSoftwareInv of SP2 does: removes files and products that no computer has. */
export function deleteOrphanedSoftware(database: SiteDatabase): SqlOutcome<number> {
  return database.transaction((sql) => {
    knownFileIds(database).clear();
    const nobody = 'not in (select ItemKey from System_DISC)';
    return [
      `delete from SoftwareInventory where ClientId ${nobody}`,
      `delete from SoftwareInventoryStatus where ClientId ${nobody}`,
      `delete from CollectedFiles where ClientId ${nobody}`,
      'delete from SoftwareFile where FileID not in (select FileID from SoftwareInventory)',
      'delete from SoftwareProduct where ProductID not in (select ProductID from SoftwareFile)',
    ].reduce((rows, statement) => rows + sql.run(statement), 0);
  });
}

const unassignedWithInventory = `select ItemKey from System_DISC
  where ItemKey not in (select ItemKey from System_SMS_Assign_ARR)
    and (ItemKey in (select MachineID from WorkstationStatus_DATA)
      or ItemKey in (select ClientId from SoftwareInventoryStatus))
  order by ItemKey`;

function deleteResourceRows(sql: SqlSession, resourceId: number, options: DeletionOptions): void {
  const arrays = sql.all(`select name from sqlite_schema where type = 'table' and name like 'System@_%@_ARR' escape '@'
    order by name`);
  for (const { name } of arrays) sql.run(`delete from ${name} where ItemKey = ?`, resourceId);
  sql.run('delete from DiscItemAgents where ItemKey = ?', resourceId);
  deleteHardware(sql, resourceId);
  if (!options.keepSoftware) deleteSoftware(sql, resourceId);
  sql.run('delete from MachineIdGroupXRef where MachineID = ?', resourceId);
  sql.run('delete from System_DISC where ItemKey = ?', resourceId);
}

function deleteHardware(sql: SqlSession, resourceId: number): void {
  for (const { TableName } of sql.all('select TableName from GroupMap order by GroupKey')) {
    sql.run(`delete from ${TableName}_DATA where MachineID = ?`, resourceId);
    sql.run(`delete from ${TableName}_HIST where MachineID = ?`, resourceId);
  }
  sql.run('delete from WorkstationStatus_DATA where MachineID = ?', resourceId);
}

function deleteSoftware(sql: SqlSession, resourceId: number): void {
  sql.run('delete from SoftwareInventory where ClientId = ?', resourceId);
  sql.run('delete from SoftwareInventoryStatus where ClientId = ?', resourceId);
  sql.run('delete from CollectedFiles where ClientId = ?', resourceId);
}

function itemKeys(rows: readonly SqlRow[]): readonly number[] {
  return rows.map((row) => Number(row['ItemKey']));
}
