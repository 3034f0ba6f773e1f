import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { sameClass } from '../formats/sms12/inventory-report.ts';
import { assumed, documented } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import { storedGroups } from './defined-group.ts';
import { identificationKey, personalComputerKey, workstationStatusKey } from './schema.ts';

/** The trigger of Delmif finds the identification of a deleted computer in the history. */
export const machineDeletionProvenance = documented(
  'Q167777, Q188051',
  'Deleting a computer in SMS Administrator moves it into the history.',
);

/** Delete Special and Database Manager. */
export const databaseManagerProvenance = documented(
  'Q168093, Q175526, Q192859, Q196229, Q202006',
  'Delete Special takes computers and history by date, Database Manager group classes and rows nothing points to.',
);

/** Database Manager does not offer the groups without which there is no computer. */
export const fixedGroupsProvenance = assumed('Identification and Workstation Status cannot be deleted.', 'Q185913');

/** Deletes computers as SMS Administrator, a delete-MIF and a double match do; answers how many there were. */
export function deleteMachines(database: SiteDatabase, machineIds: readonly number[]): SqlOutcome<number> {
  return database.transaction((sql) =>
    machineIds.reduce((count, machineId) => count + deleteMachine(sql, machineId), 0),
  );
}

function deleteMachine(sql: SqlSession, machineId: number): number {
  sql.run(
    `insert into MachineDataHistoryTable select * from MachineDataTable
      where dwMachineID = ? and not (ArchitectureKey = ? and GroupKey = ?)`,
    machineId,
    personalComputerKey,
    workstationStatusKey,
  );
  sql.run('delete from MachineDataTable where dwMachineID = ?', machineId);
  sql.run('delete from WorkstationStatus where datakey = ?', machineId);
  return sql.run('delete from Machines where dwMachineID = ?', machineId);
}

/** Delete Special: computers that have not been inventoried since, with their history; answers which. */
export function deleteMachinesNotInventoriedSince(
  database: SiteDatabase,
  time: Instant,
): SqlOutcome<readonly number[]> {
  return database.transaction((sql) => {
    const before = isoTime(time);
    const rows = sql.all(
      `select datakey from WorkstationStatus where LastHWScan < ? and (LastSWScan < ? or LastSWScan is null)
        order by datakey`,
      before,
      before,
    );
    const machineIds = rows.map((row) => Number(row['datakey']));
    for (const machineId of machineIds) {
      sql.run('delete from MachineDataTable where dwMachineID = ?', machineId);
      sql.run('delete from MachineDataHistoryTable where dwMachineID = ?', machineId);
      sql.run('delete from Machines where dwMachineID = ?', machineId);
      sql.run('delete from WorkstationStatus where datakey = ?', machineId);
    }
    return machineIds;
  });
}

/** Delete Special, Machine History Records: answers how many rows went. */
export function deleteHistoryBefore(database: SiteDatabase, time: Instant): SqlOutcome<number> {
  return database.transaction((sql) => sql.run('delete from MachineDataHistoryTable where TimeKey < ?', isoTime(time)));
}

/** Database Manager, Delete Unused Common/Specific Records: answers how many rows went. */
export function deleteUnusedRecords(database: SiteDatabase): SqlOutcome<number> {
  return database.transaction((sql) =>
    storedGroups(sql)
      .filter(({ groupKey }) => groupKey !== workstationStatusKey)
      .flatMap(({ groupKey, common, specific }) => [
        common === null ? 0 : deleteUnused(sql, common, 'CommonKey', groupKey),
        deleteUnused(sql, specific, 'SpecificKey', groupKey),
      ])
      .reduce((total, rows) => total + rows, 0),
  );
}

function deleteUnused(sql: SqlSession, table: string, key: string, groupKey: number): number {
  const used = ['MachineDataTable', 'MachineDataHistoryTable'].map(
    (machines) => `select ${key} from ${machines} where ArchitectureKey = ? and GroupKey = ?`,
  );
  const ofGroup = [personalComputerKey, groupKey];
  return sql.run(`delete from ${table} where datakey not in (${used.join(' union ')})`, ...ofGroup, ...ofGroup);
}

/** Database Manager, Delete Group Classes: the class with all its data; whether there was one that can be deleted. */
export function deleteGroupClass(database: SiteDatabase, className: string): SqlOutcome<boolean> {
  return database.transaction((sql) => {
    const group = storedGroups(sql).find((one) => sameClass(one.class, className));
    if (group === undefined || [identificationKey, workstationStatusKey].includes(group.groupKey)) return false;
    for (const table of ['MachineDataTable', 'MachineDataHistoryTable', 'AttributeMap', 'GroupMap']) {
      sql.run(`delete from ${table} where ArchitectureKey = ? and GroupKey = ?`, personalComputerKey, group.groupKey);
    }
    for (const table of [group.common, group.specific]) {
      if (table !== null) sql.define(`drop table ${table}`);
    }
    return true;
  });
}
