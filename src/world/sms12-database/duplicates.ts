import { assumed, documented } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlRow } from '../site-database/sql-engine.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import { storedGroups } from './defined-group.ts';
import { machinesIdentified } from './matching.ts';
import type { StoredIdentification } from './matching.ts';
import { identificationKey, personalComputerKey, workstationStatusKey } from './schema.ts';

/** What the three utilities of SP4 report and clean. */
export const duplicatesProvenance = documented(
  'Q192859, Q199731',
  'SMSIDDUP lists SMSIDs under which several names reported, DATDUPCK and DATDUPCL data keys that stand twice.',
);

/** The article says what SMSIDDUP lists, not how it asks. */
export const smsidDuplicatesProvenance = assumed(
  'SMSIDDUP reads Identification_SPEC, so that names stay listed until unused specific records are deleted.',
  'Q192859',
);

/** A line of Smsiddup.log. */
export interface DuplicateSmsid {
  readonly smsid: string;
  readonly siteCode: string;
  readonly machineName: string;
  readonly domain: string;
  readonly lastHardwareScan: string | null;
}

/** SMSIDDUP: all names that reported under one SMSID, where there are several. */
export function duplicateSmsids(database: SiteDatabase): SqlOutcome<readonly DuplicateSmsid[]> {
  return database.read((sql) => sql.all(severalNames, ...ofIdentification, ...ofIdentification).map(duplicateSmsid));
}

const ofIdentification = [personalComputerKey, identificationKey] as const;

const severalNames = `select SMSID0, Site0, Name0, Domain0, max(LastHWScan) as LastHWScan from Identification_SPEC
  left join (select SpecificKey, dwMachineID from MachineDataTable where ArchitectureKey = ? and GroupKey = ?
    union select SpecificKey, dwMachineID from MachineDataHistoryTable where ArchitectureKey = ? and GroupKey = ?
  ) as Machine on Machine.SpecificKey = Identification_SPEC.datakey
  left join WorkstationStatus on WorkstationStatus.datakey = Machine.dwMachineID
  where SMSID0 in (select SMSID0 from Identification_SPEC group by SMSID0 having count(distinct Name0) > 1)
  group by SMSID0, Site0, Name0, Domain0 order by SMSID0, Name0, Site0, Domain0`;

function duplicateSmsid(row: SqlRow): DuplicateSmsid {
  const text = (column: string) => String(row[column] ?? '');
  const scan = row['LastHWScan'] ?? null;
  return {
    smsid: text('SMSID0'),
    siteCode: text('Site0'),
    machineName: text('Name0'),
    domain: text('Domain0'),
    lastHardwareScan: scan === null ? null : String(scan),
  };
}

/** Database Manager: computers that have one SMSID at the same time. */
export function duplicateMachines(database: SiteDatabase): SqlOutcome<readonly StoredIdentification[]> {
  return database.read((sql) => {
    const all = machinesIdentified(sql);
    const counts = new Map<unknown, number>();
    for (const { attributes } of all) counts.set(attributes['SMSID'], (counts.get(attributes['SMSID']) ?? 0) + 1);
    const isDouble = ({ attributes }: StoredIdentification) => (counts.get(attributes['SMSID']) ?? 0) > 1;
    return all.filter((machine) => (machine.attributes['SMSID'] ?? null) !== null && isDouble(machine));
  });
}

/** A line of Datdupck.log: `11766 Duplicate datakeys found in Table: IRQ_Table_SPEC`. */
export interface DuplicateDataKeys {
  readonly table: string;
  readonly dataKeys: readonly number[];
}

/** DATDUPCK: the tables in which data keys stand more than once. */
export function duplicateDataKeys(database: SiteDatabase): SqlOutcome<readonly DuplicateDataKeys[]> {
  return database.read((sql) =>
    dataTables(sql).flatMap(({ table }) => {
      const dataKeys = doubleKeys(sql, table);
      return dataKeys.length === 0 ? [] : [{ table, dataKeys }];
    }),
  );
}

/** DATDUPCL: deletes the rows with such keys and all that points to them; answers how many rows went. */
export function deleteDuplicateDataKeys(database: SiteDatabase): SqlOutcome<number> {
  return database.transaction((sql) => {
    let deleted = 0;
    for (const { table, key, groupKey } of dataTables(sql)) {
      for (const dataKey of doubleKeys(sql, table)) {
        deleted += sql.run(`delete from ${table} where datakey = ?`, dataKey);
        for (const machines of ['MachineDataTable', 'MachineDataHistoryTable']) {
          const ofData = `ArchitectureKey = ? and GroupKey = ? and ${key} = ?`;
          deleted += sql.run(`delete from ${machines} where ${ofData}`, personalComputerKey, groupKey, dataKey);
        }
      }
    }
    return deleted;
  });
}

interface DataTable {
  readonly table: string;
  readonly key: 'CommonKey' | 'SpecificKey';
  readonly groupKey: number;
}

function dataTables(sql: SqlSession): readonly DataTable[] {
  return storedGroups(sql)
    .filter(({ groupKey }) => groupKey !== workstationStatusKey)
    .flatMap(({ groupKey, common, specific }): readonly DataTable[] => [
      ...(common === null ? [] : [{ table: common, key: 'CommonKey' as const, groupKey }]),
      { table: specific, key: 'SpecificKey', groupKey },
    ]);
}

function doubleKeys(sql: SqlSession, table: string): readonly number[] {
  return sql
    .all(`select datakey from ${table} group by datakey having count(*) > 1 order by datakey`)
    .map((row) => Number(row['datakey']));
}
