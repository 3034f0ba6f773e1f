import type { Instant } from '../../kernel/index.ts';
import type { Defining } from './defined-attribute.ts';
import { keepsHistory } from './defined-group.ts';
import type { DefinedGroup } from './defined-group.ts';
import { nextKey, replaceData, storeData } from './group-data.ts';
import type { Step } from './load-plan.ts';
import { addMachineRow, changeMachineRow, keepAsHistory, removeMachineRow } from './machine-rows.ts';
import type { MachineGroup, MachineRow } from './machine-rows.ts';
import { isRefusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** A report on its way into the rows of one computer. */
export interface Loading extends Defining {
  readonly machineId: number;
  readonly time: Instant;
}

/** Writes what a plan decided, row by row, until one is refused. */
export function carriedOut(loading: Loading, steps: readonly Step[]): Refusal | undefined {
  for (const step of steps) {
    const refusal = carryOut({ ...loading, group: step.group, attributes: step.attributes }, step);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Takes a row out of the current inventory; a group without history forgets it. */
export function retireRow({ sql, machineId }: Loading, group: DefinedGroup, row: MachineRow): void {
  if (keepsHistory(group)) keepAsHistory(sql, machineId, row);
  else sql.run(`delete from ${group.specific} where datakey = ?`, row.specificKey);
  removeMachineRow(sql, machineId, row);
}

function carryOut(table: MachineGroup, step: Step): Refusal | undefined {
  if (step.action === 'nothing') return undefined;
  if (step.stored === undefined) return added(table, step);
  if (step.action === 'delete') {
    retireRow(table, table.group, step.stored);
    return undefined;
  }
  return step.action === 'update' ? revised(table, step, step.stored) : replaced(table, step, step.stored);
}

function added(table: MachineGroup, { values }: Step): Refusal | undefined {
  const keys = storeData(table, values);
  if (isRefusal(keys)) return keys;
  const instanceKey = nextKey(table.sql, table.group.groupKey, 'NextInstanceKey');
  addMachineRow(table, instanceKey, keys.commonKey, keys.specificKey);
  return undefined;
}

function revised(table: MachineGroup, { values }: Step, stored: NonNullable<Step['stored']>): Refusal | undefined {
  const keys = storeData(table, values, stored);
  if (isRefusal(keys)) return keys;
  keepAsHistory(table.sql, table.machineId, stored);
  changeMachineRow(table, stored, keys.commonKey, keys.specificKey);
  return undefined;
}

function replaced(table: MachineGroup, { values }: Step, stored: NonNullable<Step['stored']>): Refusal | undefined {
  const refusal = replaceData(table, values, stored.specificKey);
  if (refusal === undefined) changeMachineRow(table, stored, stored.commonKey, stored.specificKey);
  return refusal;
}
