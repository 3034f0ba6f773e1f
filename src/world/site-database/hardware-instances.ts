import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { HardwareGroup } from '../formats/hardware-report.ts';
import type { GroupDefinition } from './hardware-groups.ts';
import type { SqlRow, SqlValue } from './sql-engine.ts';
import type { SqlSession } from './sql-session.ts';

/** One machine's instances of one class, with what their changes need. */
export interface InstanceTable {
  readonly sql: SqlSession;
  readonly machineId: number;
  readonly definition: GroupDefinition;
  readonly time: Instant;
}

/** A stored instance: its key within machine and class, its values by column. */
export interface StoredInstance {
  readonly instanceKey: number;
  readonly values: SqlRow;
}

/** The instances of a machine by instance key. */
export function storedInstances(table: InstanceTable): readonly StoredInstance[] {
  const selected = ['InstanceKey', ...columnNames(table.definition)].join(', ');
  const rows = table.sql.all(
    `select ${selected} from ${table.definition.table}_DATA where MachineID = ? order by InstanceKey`,
    table.machineId,
  );
  return rows.map((values) => ({ instanceKey: Number(values['InstanceKey']), values }));
}

/** Whether the key attributes of a reported instance have the stored values. */
export function isSameInstance(table: InstanceTable, stored: StoredInstance, group: HardwareGroup): boolean {
  return group.key.every((name) => {
    const column = table.definition.columns.get(name)?.column;
    const value = group.attributes.find((attribute) => attribute.name === name)?.value ?? null;
    return column !== undefined && sameValue(stored.values[column] ?? null, value);
  });
}

/** The columns in which a reported instance differs; `whole` empties those that it does not name. */
export function differences(
  table: InstanceTable,
  stored: StoredInstance,
  group: HardwareGroup,
  whole: boolean,
): readonly (readonly [string, SqlValue])[] {
  const reported = valuesByColumn(table.definition, group);
  const columns = whole ? columnNames(table.definition) : [...reported.keys()];
  return columns
    .map((column) => [column, reported.get(column) ?? null] as const)
    .filter(([column, value]) => !sameValue(stored.values[column] ?? null, value));
}

/** Stores a new instance under a key that neither current data nor history of the machine has used. */
export function insertInstance(table: InstanceTable, group: HardwareGroup): void {
  const { sql, machineId, definition } = table;
  const used = sql.one(
    `select max((select coalesce(max(InstanceKey), 0) from ${definition.table}_DATA where MachineID = ?),
      (select coalesce(max(InstanceKey), 0) from ${definition.table}_HIST where MachineID = ?)) as InstanceKey`,
    machineId,
    machineId,
  );
  const values = valuesByColumn(definition, group);
  const columns = ['MachineID', 'InstanceKey', 'RevisionID', 'TimeKey', ...values.keys()];
  const parameters = [machineId, Number(used?.['InstanceKey']) + 1, 1, isoTime(table.time), ...values.values()];
  const marks = columns.map(() => '?').join(', ');
  sql.run(`insert into ${definition.table}_DATA (${columns.join(', ')}) values (${marks})`, ...parameters);
}

/** Keeps the present revision as history and makes the next one. */
export function reviseInstance(
  table: InstanceTable,
  stored: StoredInstance,
  changes: readonly (readonly [string, SqlValue])[],
): void {
  keepAsHistory(table, stored);
  const assignments = changes.map(([column]) => `${column} = ?, `).join('');
  table.sql.run(
    `update ${table.definition.table}_DATA set ${assignments}RevisionID = RevisionID + 1, TimeKey = ?
      where MachineID = ? and InstanceKey = ?`,
    ...changes.map(([, value]) => value),
    isoTime(table.time),
    table.machineId,
    stored.instanceKey,
  );
}

/** Moves an instance from current data to history. */
export function retireInstance(table: InstanceTable, stored: StoredInstance): void {
  keepAsHistory(table, stored);
  table.sql.run(
    `delete from ${table.definition.table}_DATA where MachineID = ? and InstanceKey = ?`,
    table.machineId,
    stored.instanceKey,
  );
}

function keepAsHistory({ sql, machineId, definition }: InstanceTable, stored: StoredInstance): void {
  const columns = ['MachineID', 'InstanceKey', 'RevisionID', 'TimeKey', ...columnNames(definition)].join(', ');
  sql.run(
    `insert into ${definition.table}_HIST (${columns}) select ${columns} from ${definition.table}_DATA
      where MachineID = ? and InstanceKey = ?`,
    machineId,
    stored.instanceKey,
  );
}

function valuesByColumn(definition: GroupDefinition, group: HardwareGroup): ReadonlyMap<string, SqlValue> {
  const values = new Map<string, SqlValue>();
  for (const { name, value } of group.attributes) {
    const column = definition.columns.get(name)?.column;
    if (column !== undefined) values.set(column, value);
  }
  return values;
}

function columnNames(definition: GroupDefinition): readonly string[] {
  return [...definition.columns.values()].map(({ column }) => column);
}

/** A column keeps the type it began with, so that 5 may come back as '5'. */
function sameValue(stored: SqlValue, reported: SqlValue): boolean {
  return stored === reported || (stored !== null && reported !== null && String(stored) === String(reported));
}
