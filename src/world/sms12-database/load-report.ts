import type { Instant } from '../../kernel/index.ts';
import { architectureOf, identificationClass, personalComputer } from '../formats/sms12/identification.ts';
import { groupOfClass } from '../formats/sms12/inventory-report.ts';
import type { InventoryGroup, InventoryReport } from '../formats/sms12/inventory-report.ts';
import { assumed, documented } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import type { Defining } from './defined-attribute.ts';
import { storedGroups } from './defined-group.ts';
import type { DefinedGroup } from './defined-group.ts';
import { planned } from './load-plan.ts';
import type { LoadPlan, Mismatch, Step } from './load-plan.ts';
import { carriedOut, retireRow } from './load-step.ts';
import { machineRows } from './machine-rows.ts';
import type { MachineRow } from './machine-rows.ts';
import { isRefusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { identificationKey, personalComputerKey } from './schema.ts';

/** Database and Data Loader know the objects of other architectures; nothing that we emulate needs them. */
export const otherArchitecturesProvenance = assumed(
  'Reports of custom architectures are not loaded; only the Personal Computer architecture is emulated.',
  'Q199229, Resource Guide for SMS 1.2 (custom architectures)',
);

/** What a complete inventory does to rows that it does not contain; audited software goes with them. */
export const resyncProvenance = documented(
  'Q148649, Q175077',
  'Rows that a resync inventory does not contain leave the current inventory for the history.',
);

/** The record shows Identification alone until the computer has answered (Q185353). */
export const mismatchProvenance = assumed(
  'Of a report that does not fit the database the identification alone is stored, so that the record shows who it is.',
  'Q185353, Q193746, Resource Guide for SMS 1.2 (Resynchronizing Inventory Information)',
);

/** How a report is loaded. */
export interface LoadOptions {
  /** The computer that was found; a new one without it. */
  readonly machineId?: number;
  /** The clock of the site server. */
  readonly time: Instant;
  /** The group classes that the Data Loader knows since SMS Executive started; those of the database without it. */
  readonly known?: readonly DefinedGroup[];
  /** As SP4 has it without it. */
  readonly attributeNames?: Defining['attributeNames'];
}

/** What was done with one row, for the lines of the log. */
export interface LoadedGroup {
  readonly action: Exclude<Step['action'], 'nothing'>;
  readonly class: string;
}

/** What became of a report. */
export type LoadedReport =
  | {
      /** `mismatch`: it changes rows that the database does not have, so that the computer must report anew. */
      readonly verdict: 'loaded' | 'mismatch';
      readonly machineId: number;
      readonly isNew: boolean;
      /** In the order in which it was done. */
      readonly groups: readonly LoadedGroup[];
      readonly mismatches: readonly Mismatch[];
      /** The group classes that are known now. */
      readonly known: readonly DefinedGroup[];
    }
  /** A report that does not say whose it is. */
  | { readonly verdict: 'no identification' }
  /** A report of a custom architecture. */
  | { readonly verdict: 'other architecture'; readonly architecture: string }
  | Refusal;

/** Loads a report, all of it or nothing; one that does not fit changes the identification alone. */
export function loadReport(
  database: SiteDatabase,
  report: InventoryReport,
  options: LoadOptions,
): SqlOutcome<LoadedReport> {
  return database.transaction((sql): LoadedReport => {
    const architecture = architectureOf(report);
    if (architecture !== personalComputer) return { verdict: 'other architecture', architecture };
    if (groupOfClass(report, identificationClass) === undefined) return { verdict: 'no identification' };
    const resync = report.pragma === 'resync';
    const { attributeNames = 'in any case', known = storedGroups(sql) } = options;
    const isNew = options.machineId === undefined;
    const machineId = options.machineId ?? newMachine(sql);
    const rows = isNew ? [] : machineRows(sql, machineId);
    const plan = planned({ database, sql, attributeNames, rows, known, resync }, ordered(report.groups));
    if (isRefusal(plan)) return plan;
    const mismatches = plan.steps.flatMap(({ mismatch }) => mismatch ?? []);
    const fits = mismatches.length === 0;
    const steps = fits ? plan.steps : plan.steps.filter(({ group }) => group.groupKey === identificationKey);
    const loading = { database, sql, attributeNames, machineId, time: options.time };
    const refusal = carriedOut(loading, steps);
    if (refusal !== undefined) return refusal;
    const gone = resync ? rowsLeftOver(plan, rows) : [];
    for (const { group, row } of gone) retireRow(loading, group, row);
    const groups = [...steps.flatMap(loadedGroup), ...gone.map(({ group }) => deletionOf(group))];
    return { verdict: fits ? 'loaded' : 'mismatch', machineId, isNew, groups, mismatches, known: plan.known };
  }, isKept);
}

function isKept({ verdict }: LoadedReport): boolean {
  return verdict === 'loaded' || verdict === 'mismatch';
}

/** Whose the report is comes first, wherever it stands. */
function ordered(groups: readonly InventoryGroup[]): readonly InventoryGroup[] {
  const identification = groupOfClass({ groups }, identificationClass);
  return [...(identification ? [identification] : []), ...groups.filter((group) => group !== identification)];
}

function newMachine(sql: SqlSession): number {
  sql.run('insert into Machines (ArchitectureKey) values (?)', personalComputerKey);
  return Number(sql.one('select max(dwMachineID) as dwMachineID from Machines')?.['dwMachineID']);
}

/** Rows that no reported row answers to. */
function rowsLeftOver(
  plan: LoadPlan,
  rows: readonly MachineRow[],
): readonly { group: DefinedGroup; row: MachineRow }[] {
  const told = new Set(plan.steps.map(({ stored }) => stored && `${stored.groupKey}.${stored.instanceKey}`));
  return rows.flatMap((row) => {
    const group = plan.known.find(({ groupKey }) => groupKey === row.groupKey);
    return group === undefined || told.has(`${row.groupKey}.${row.instanceKey}`) ? [] : [{ group, row }];
  });
}

function loadedGroup({ action, group }: Step): readonly LoadedGroup[] {
  return action === 'nothing' ? [] : [{ action, class: group.class }];
}

function deletionOf(group: DefinedGroup): LoadedGroup {
  return { action: 'delete', class: group.class };
}
