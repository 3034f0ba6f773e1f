import { architectureClass } from '../formats/sms12/identification.ts';
import { sameClass } from '../formats/sms12/inventory-report.ts';
import type { InventoryGroup } from '../formats/sms12/inventory-report.ts';
import { documented } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlRow } from '../site-database/sql-engine.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import { tableBaseOf } from './names.ts';
import { groupTables, personalComputerKey, workstationStatusKey } from './schema.ts';

/** The Executive reads the groups when it starts and does not see what Database Manager deletes afterwards. */
export const definedGroupsProvenance = documented(
  'Q168093, Q175526',
  'The Data Loader knows the tables of a group class from the start of SMS Executive on.',
);

/** A group class of the architecture Personal Computer, as GroupMap has it. */
export interface DefinedGroup {
  readonly class: string;
  readonly name: string;
  readonly groupKey: number;
  /** The table of the rows that computers share; null for Workstation Status, which has one table. */
  readonly common: string | null;
  readonly specific: string;
}

/** What SMS Executive keeps from its start on: the group classes. */
export function definedGroups(database: SiteDatabase): SqlOutcome<readonly DefinedGroup[]> {
  return database.read(storedGroups);
}

/** The group classes by key. */
export function storedGroups(sql: SqlSession): readonly DefinedGroup[] {
  return sql
    .all('select * from GroupMap where ArchitectureKey = ? order by GroupKey', personalComputerKey)
    .map(definedGroup);
}

/** Whether former rows of a group are kept (Q169491: Workstation Status is a No-History group). */
export function keepsHistory(group: DefinedGroup): boolean {
  return group.groupKey !== workstationStatusKey;
}

/** Whether a group of a report is stored; Architecture only says where. */
export function isStored(group: InventoryGroup): boolean {
  return !sameClass(group.class, architectureClass);
}

/** The class of a reported group: one that is known, one that the database has, or a new one. */
export function groupDefinedFor(sql: SqlSession, group: InventoryGroup, known: readonly DefinedGroup[]): DefinedGroup {
  const found = known.find((one) => sameClass(one.class, group.class));
  if (found !== undefined) return found;
  const row = sql.one(
    'select * from GroupMap where ArchitectureKey = ? and GroupClass = ?',
    personalComputerKey,
    group.class,
  );
  return row === undefined ? createGroup(sql, group) : definedGroup(row);
}

function createGroup(sql: SqlSession, { class: className, name }: InventoryGroup): DefinedGroup {
  const next = sql.one(
    'select max(GroupKey) + 1 as GroupKey from GroupMap where ArchitectureKey = ?',
    personalComputerKey,
  );
  const groupKey = Number(next?.['GroupKey']);
  const base = freeTableBase(sql, name, groupKey);
  const group = { class: className, name, groupKey, common: `${base}_COMM`, specific: `${base}_SPEC` };
  sql.run(
    `insert into GroupMap (ArchitectureKey, GroupKey, GroupName, GroupClass, CommonTableName, SpecificTableName,
      NextInstanceKey, NextCommonKey, NextSpecificKey) values (?, ?, ?, ?, ?, ?, 1, 1, 1)`,
    personalComputerKey,
    groupKey,
    name,
    className,
    group.common,
    group.specific,
  );
  for (const definition of groupTables(group.common, group.specific)) sql.define(definition);
  return group;
}

function freeTableBase(sql: SqlSession, name: string, groupKey: number): string {
  const base = tableBaseOf(name);
  const namesake = sql.one(
    'select GroupKey from GroupMap where ArchitectureKey = ? and SpecificTableName in (?, ?)',
    personalComputerKey,
    base,
    `${base}_SPEC`,
  );
  return namesake === undefined ? base : `${base}_${groupKey}`;
}

function definedGroup(row: SqlRow): DefinedGroup {
  const common = row['CommonTableName'] ?? null;
  return {
    class: String(row['GroupClass']),
    name: String(row['GroupName']),
    groupKey: Number(row['GroupKey']),
    common: common === null ? null : String(common),
    specific: String(row['SpecificTableName']),
  };
}
