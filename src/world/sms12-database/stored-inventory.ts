import { standardDeclaration } from '../formats/sms12/attribute-declaration.ts';
import { printMifDate } from '../formats/sms12/mif-date.ts';
import { parseIsoTime } from '../formats/time-text.ts';
import { documented } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlRow, SqlValue } from '../site-database/sql-engine.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import { storedAttributes } from './defined-attribute.ts';
import { storedGroups } from './defined-group.ts';
import { machineRow, rowValues } from './machine-rows.ts';
import { personalComputerKey } from './schema.ts';

/** What the Personal Computer Properties window shows, and what its history records do. */
export const storedInventoryProvenance = documented('Q175077, Q192859', 'Current rows, and former ones as history.');

/** One row of a group as the window shows it. */
export interface StoredGroup {
  readonly class: string;
  readonly name: string;
  readonly instanceKey: number;
  /** When this state was loaded, as the database writes times. */
  readonly timeKey: string;
  /** By attribute name; dates as the database writes them. */
  readonly attributes: Readonly<Record<string, SqlValue>>;
}

/** The current inventory of a computer, by group and row. */
export function storedInventory(database: SiteDatabase, machineId: number): SqlOutcome<readonly StoredGroup[]> {
  return database.read((sql) => storedIn(sql, 'MachineDataTable', machineId));
}

/** The history of a computer, by group, row and time. */
export function storedHistory(database: SiteDatabase, machineId: number): SqlOutcome<readonly StoredGroup[]> {
  return database.read((sql) => storedIn(sql, 'MachineDataHistoryTable', machineId));
}

/** A value of a stored row as a MIF tells it: dates of the standard classes in the form of MIFs. */
export function mifValue(
  { class: className }: StoredGroup,
  attribute: string,
  value: SqlValue,
): string | number | null {
  if (typeof value !== 'string') return typeof value === 'number' ? value : null;
  const isDate = standardDeclaration(className, attribute)?.type === 'Date';
  const time = isDate ? parseIsoTime(value) : undefined;
  return time === undefined ? value : printMifDate(time);
}

function storedIn(sql: SqlSession, table: string, machineId: number): readonly StoredGroup[] {
  const rows = sql.all(
    `select * from ${table} where dwMachineID = ? and ArchitectureKey = ?
      order by GroupKey, InstanceKey, TimeKey, SpecificKey, CommonKey`,
    machineId,
    personalComputerKey,
  );
  return storedGroups(sql).flatMap((group) => {
    const attributes = storedAttributes(sql, group.groupKey);
    const shown = (row: SqlRow): StoredGroup => {
      const values = rowValues(sql, group, attributes, machineRow(row));
      return {
        class: group.class,
        name: group.name,
        instanceKey: Number(row['InstanceKey']),
        timeKey: String(row['TimeKey']),
        attributes: Object.fromEntries(attributes.map(({ name, column }) => [name, values.get(column) ?? null])),
      };
    };
    return rows.filter((row) => row['GroupKey'] === group.groupKey).map(shown);
  });
}
