import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { SqlRow, SqlValue } from '../site-database/sql-engine.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import type { DefinedGroup } from './defined-group.ts';
import type { DefinedAttribute, Defining } from './defined-attribute.ts';
import type { RowValues } from './group-row.ts';
import { personalComputerKey } from './schema.ts';

/** A row of MachineDataTable: one row of one group of one computer. */
export interface MachineRow {
  readonly groupKey: number;
  readonly instanceKey: number;
  /** 0 where the group has no common attributes. */
  readonly commonKey: number;
  readonly specificKey: number;
}

/** One computer's rows of one group, with what changes of them need. */
export interface MachineGroup extends Defining {
  readonly machineId: number;
  readonly group: DefinedGroup;
  readonly attributes: readonly DefinedAttribute[];
  readonly time: Instant;
}

/** The current rows of a computer by group and instance; the select is that of the log in Q225533. */
export function machineRows(sql: SqlSession, machineId: number): readonly MachineRow[] {
  return sql
    .all('select * from MachineDataTable where dwMachineID = ?', machineId)
    .filter((row) => row['ArchitectureKey'] === personalComputerKey)
    .map(machineRow)
    .toSorted((a, b) => a.groupKey - b.groupKey || a.instanceKey - b.instanceKey || a.specificKey - b.specificKey);
}

/** The row of MachineDataTable or MachineDataHistoryTable. */
export function machineRow(row: SqlRow): MachineRow {
  return {
    groupKey: Number(row['GroupKey']),
    instanceKey: Number(row['InstanceKey']),
    commonKey: Number(row['CommonKey']),
    specificKey: Number(row['SpecificKey']),
  };
}

/** The values of a row, from the two tables of its group (the selects of the log in Q192922). */
export function rowValues(
  sql: SqlSession,
  group: DefinedGroup,
  attributes: readonly DefinedAttribute[],
  row: MachineRow,
): RowValues {
  const common = group.common === null ? {} : dataRow(sql, group.common, row.commonKey);
  const specific = dataRow(sql, group.specific, row.specificKey);
  return new Map(
    attributes.map(({ column, storage }) => [column, (storage === 'Common' ? common : specific)[column] ?? null]),
  );
}

/** Of two rows with one data key it answers the same one every time, whatever the engine finds first. */
function dataRow(sql: SqlSession, table: string, dataKey: number): SqlRow {
  if (dataKey === 0) return {};
  const rows = sql.all(`select * from ${table} where datakey = ?`, dataKey);
  if (rows.length < 2) return rows[0] ?? {};
  const texts = new Map(rows.map((row) => [JSON.stringify(Object.values(row)), row]));
  return texts.get([...texts.keys()].toSorted()[0] ?? '') ?? {};
}

/** Adds a row to MachineDataTable. */
export function addMachineRow(table: MachineGroup, instanceKey: number, commonKey: number, specificKey: number): void {
  table.sql.run(
    `insert into MachineDataTable (dwMachineID, ArchitectureKey, GroupKey, InstanceKey, CommonKey, SpecificKey, TimeKey)
      values (?, ?, ?, ?, ?, ?, ?)`,
    table.machineId,
    personalComputerKey,
    table.group.groupKey,
    instanceKey,
    commonKey,
    specificKey,
    isoTime(table.time),
  );
}

/** Lets a row of MachineDataTable point to other data. */
export function changeMachineRow(table: MachineGroup, row: MachineRow, commonKey: number, specificKey: number): void {
  table.sql.run(
    `update MachineDataTable set CommonKey = ?, SpecificKey = ?, TimeKey = ?${ofRow}`,
    commonKey,
    specificKey,
    isoTime(table.time),
    ...keysOf(table.machineId, row),
  );
}

/** Copies a row of MachineDataTable into the history. */
export function keepAsHistory(sql: SqlSession, machineId: number, row: MachineRow): void {
  const columns = 'dwMachineID, ArchitectureKey, GroupKey, InstanceKey, CommonKey, SpecificKey, TimeKey';
  sql.run(
    `insert into MachineDataHistoryTable (${columns}) select ${columns} from MachineDataTable${ofRow}`,
    ...keysOf(machineId, row),
  );
}

/** Takes a row out of MachineDataTable. */
export function removeMachineRow(sql: SqlSession, machineId: number, row: MachineRow): void {
  sql.run(`delete from MachineDataTable${ofRow}`, ...keysOf(machineId, row));
}

const ofRow = ' where dwMachineID = ? and ArchitectureKey = ? and GroupKey = ? and InstanceKey = ?';

function keysOf(machineId: number, { groupKey, instanceKey }: MachineRow): readonly SqlValue[] {
  return [machineId, personalComputerKey, groupKey, instanceKey];
}
