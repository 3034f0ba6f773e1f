import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { HardwareGroup } from '../formats/hardware-report.ts';
import { parseIsoTime } from '../formats/time-text.ts';
import { inferred } from '../provenance.ts';
import { definedGroup, isRefused } from './hardware-groups.ts';
import type { GroupDefinition, SchemaChange } from './hardware-groups.ts';
import {
  differences,
  insertInstance,
  isSameInstance,
  retireInstance,
  reviseInstance,
  storedInstances,
} from './hardware-instances.ts';
import type { InstanceTable } from './hardware-instances.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** What counts as a delta that cannot be applied. */
export const hardwareProvenance = inferred(
  'Q281107, Q275694, Resource Guide ch. 20',
  'A delta needs a complete report before it; its updates and deletions need their rows, its additions must be new.',
);

/** What became of a hardware report; anything but `ok` has changed nothing. */
export interface HardwareResult {
  /**
   * `no base row`: it changes what is not stored; `conflict`: it adds what is stored otherwise; `not defined`: a class
   * or an attribute of it cannot be defined, as the last of the schema changes tells.
   */
  readonly verdict: 'ok' | 'no base row' | 'conflict' | 'not defined';
  /** Class of the instance that could not be applied. */
  readonly group?: string;
  /** What the database had to define for it, in order. */
  readonly schemaChanges: readonly SchemaChange[];
}

/**
 * Stores a complete report: it replaces what the machine had. Changed and missing instances become history, classes
 * that it does not contain leave the current data.
 */
export function applyCompleteHardware(
  database: SiteDatabase,
  resourceId: number,
  groups: readonly HardwareGroup[],
  time: Instant,
): SqlOutcome<HardwareResult> {
  return database.transaction((sql): HardwareResult => {
    const schemaChanges: SchemaChange[] = [];
    const classes = byClass(groups);
    for (const [group, instances] of classes) {
      const definition = definedByAll(database, sql, instances, schemaChanges);
      if (isRefused(schemaChanges)) return { verdict: 'not defined', group, schemaChanges };
      replaceInstances({ sql, machineId: resourceId, definition, time }, instances);
    }
    retireOtherClasses(database, sql, resourceId, new Set(classes.keys()), time);
    sql.run(scanned, resourceId, isoTime(time), isoTime(time));
    return { verdict: 'ok', schemaChanges };
  }, isStored);
}

/** Applies a delta, all or nothing; one of a machine that has no complete report stored has no base. */
export function applyDeltaHardware(
  database: SiteDatabase,
  resourceId: number,
  groups: readonly HardwareGroup[],
  time: Instant,
): SqlOutcome<HardwareResult> {
  return database.transaction((sql): HardwareResult => {
    const schemaChanges: SchemaChange[] = [];
    if (sql.run(rescanned, isoTime(time), isoTime(time), resourceId) === 0) {
      return { verdict: 'no base row', schemaChanges };
    }
    for (const group of groups) {
      const definition = definedGroup(database, sql, group, schemaChanges);
      if (isRefused(schemaChanges)) return { verdict: 'not defined', group: group.class, schemaChanges };
      const verdict = applyInstance({ sql, machineId: resourceId, definition, time }, group);
      if (verdict !== 'ok') return { verdict, group: group.class, schemaChanges: [] };
    }
    return { verdict: 'ok', schemaChanges };
  }, isStored);
}

function isStored({ verdict }: HardwareResult): boolean {
  return verdict === 'ok';
}

/** When the machine last reported hardware, complete or delta; undefined where it never did. */
export function lastHardwareScan(database: SiteDatabase, resourceId: number): SqlOutcome<Instant | undefined> {
  return database.read((sql) => {
    const row = sql.one('select LastHWScan from WorkstationStatus_DATA where MachineID = ?', resourceId);
    return row === undefined ? undefined : parseIsoTime(String(row['LastHWScan']));
  });
}

const scanned = `insert into WorkstationStatus_DATA (MachineID, InstanceKey, RevisionID, TimeKey, LastHWScan)
  values (?, 1, 1, ?, ?) on conflict (MachineID) do update
  set RevisionID = RevisionID + 1, TimeKey = excluded.TimeKey, LastHWScan = excluded.LastHWScan`;

const rescanned = `update WorkstationStatus_DATA set RevisionID = RevisionID + 1, TimeKey = ?, LastHWScan = ?
  where MachineID = ?`;

/** The instances of each class, classes in the order in which they first come. */
function byClass(groups: readonly HardwareGroup[]): ReadonlyMap<string, readonly HardwareGroup[]> {
  const classes = new Map<string, HardwareGroup[]>();
  for (const group of groups) {
    const instances = classes.get(group.class);
    if (instances === undefined) classes.set(group.class, [group]);
    else instances.push(group);
  }
  return classes;
}

function definedByAll(
  database: SiteDatabase,
  sql: SqlSession,
  instances: readonly HardwareGroup[],
  changes: SchemaChange[],
): GroupDefinition {
  const definitions = instances.map((group) => definedGroup(database, sql, group, changes));
  return definitions[definitions.length - 1] as GroupDefinition;
}

function replaceInstances(table: InstanceTable, groups: readonly HardwareGroup[]): void {
  const left = [...storedInstances(table)];
  for (const group of groups) {
    const index = left.findIndex((stored) => isSameInstance(table, stored, group));
    const [stored] = index === -1 ? [] : left.splice(index, 1);
    if (stored === undefined) {
      insertInstance(table, group);
      continue;
    }
    const changes = differences(table, stored, group, true);
    if (changes.length > 0) reviseInstance(table, stored, changes);
  }
  for (const stored of left) retireInstance(table, stored);
}

function retireOtherClasses(
  database: SiteDatabase,
  sql: SqlSession,
  machineId: number,
  contained: ReadonlySet<string>,
  time: Instant,
): void {
  const rows = sql.all('select GroupName, GroupClass from GroupMap order by GroupKey');
  for (const row of rows) {
    const [name, className] = [String(row['GroupName']), String(row['GroupClass'])];
    if (contained.has(className)) continue;
    const definition = definedGroup(database, sql, { name, class: className, key: [], attributes: [] }, []);
    replaceInstances({ sql, machineId, definition, time }, []);
  }
}

/** An instance without a pragma is added or updated, whichever fits. */
function applyInstance(table: InstanceTable, group: HardwareGroup): HardwareResult['verdict'] {
  const stored = storedInstances(table).find((one) => isSameInstance(table, one, group));
  if (stored === undefined) {
    if (group.pragma === 'update' || group.pragma === 'delete') return 'no base row';
    insertInstance(table, group);
    return 'ok';
  }
  if (group.pragma === 'delete') {
    retireInstance(table, stored);
    return 'ok';
  }
  const changes = differences(table, stored, group, false);
  if (changes.length === 0) return 'ok';
  if (group.pragma === 'add') return 'conflict';
  reviseInstance(table, stored, changes);
  return 'ok';
}
