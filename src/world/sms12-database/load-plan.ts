import type { GroupPragma, InventoryGroup } from '../formats/sms12/inventory-report.ts';
import { documented, inferred } from '../provenance.ts';
import { attributeNamed, attributesDefinedFor, storedAttributes } from './defined-attribute.ts';
import type { DefinedAttribute, Defining } from './defined-attribute.ts';
import { groupDefinedFor, isStored, keepsHistory } from './defined-group.ts';
import type { DefinedGroup } from './defined-group.ts';
import type { StoredRow } from './group-data.ts';
import { reportedValues, sameRow } from './group-row.ts';
import type { RowValues } from './group-row.ts';
import { rowValues } from './machine-rows.ts';
import type { MachineRow } from './machine-rows.ts';
import { isRefusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { identificationKey } from './schema.ts';

/** What a pragma does, and what a row without one does. */
export const pragmasProvenance = documented(
  'Resource Guide for SMS 1.2 (How Inventory History Is Maintained, Resynchronizing Inventory Information)',
  'Update and delete need their row. Without a pragma a row is added or updated, whichever fits.',
);

/** An addition of what is there cannot be told from an update, and no source has it cause a resync. */
export const additionProvenance = inferred(
  'Q193746, Resource Guide for SMS 1.2',
  'SMS:Add of a stored row updates it.',
);

/** What becomes of one row. */
export interface Step {
  readonly action: 'add' | 'update' | 'update no-history' | 'delete' | 'nothing';
  readonly group: DefinedGroup;
  readonly attributes: readonly DefinedAttribute[];
  readonly values: RowValues;
  readonly stored?: StoredRow;
  /** The report changes a row that the database does not have. */
  readonly mismatch?: Mismatch;
}

/** A change of a row that the database does not have. */
export interface Mismatch {
  readonly class: string;
  readonly pragma: GroupPragma;
}

/** What a report makes of a computer's rows. */
export interface LoadPlan {
  /** One for each reported row. */
  readonly steps: readonly Step[];
  /** The classes that are known now. */
  readonly known: readonly DefinedGroup[];
}

/** What a plan is made from. */
export interface Planning extends Defining {
  readonly rows: readonly MachineRow[];
  readonly known: readonly DefinedGroup[];
  /** Each stored row answers one reported row at most, and those that answer none are left over. */
  readonly resync: boolean;
}

/** Defines what the groups need, and decides what becomes of each row; writes none of them. */
export function planned(planning: Planning, groups: readonly InventoryGroup[]): LoadPlan | Refusal {
  const known = [...planning.known];
  const classes = new Map<number, ClassPlan>();
  const steps: Step[] = [];
  for (const group of groups.filter(isStored)) {
    const definition = groupDefinedFor(planning.sql, group, known);
    if (!known.includes(definition)) known.push(definition);
    const plan = classes.get(definition.groupKey) ?? new ClassPlan(planning, definition);
    classes.set(definition.groupKey, plan);
    const step = plan.step(group);
    if (isRefusal(step)) return step;
    steps.push(step);
  }
  // Columns of a class may have come after a step of it was made.
  const completed = steps.map((step) => ({ ...step, attributes: classes.get(step.group.groupKey)?.attributes ?? [] }));
  return { steps: completed, known };
}

/** One class while its rows are planned. */
class ClassPlan {
  readonly #planning: Planning;
  readonly #group: DefinedGroup;
  readonly #stored: readonly StoredRow[];
  readonly #answered = new Set<StoredRow>();
  #attributes: readonly DefinedAttribute[];
  #index: { readonly signature: string; readonly rows: ReadonlyMap<string, readonly StoredRow[]> } | undefined;

  constructor(planning: Planning, group: DefinedGroup) {
    this.#planning = planning;
    this.#group = group;
    this.#attributes = storedAttributes(planning.sql, group.groupKey);
    this.#stored = planning.rows
      .filter(({ groupKey }) => groupKey === group.groupKey)
      .map((row) => ({ ...row, values: rowValues(planning.sql, group, this.#attributes, row) }));
  }

  get attributes(): readonly DefinedAttribute[] {
    return this.#attributes;
  }

  step(reported: InventoryGroup): Step | Refusal {
    const defined = attributesDefinedFor(this.#planning, this.#group, reported, this.#attributes);
    if ('verdict' in defined) return defined;
    this.#attributes = defined;
    const values = reportedValues(reported, defined, this.#planning.attributeNames);
    const stored = this.#rowOf(reported, values);
    const step = { group: this.#group, attributes: defined, values };
    if (stored === undefined) {
      const { pragma } = reported;
      const isMismatch = !this.#planning.resync && (pragma === 'SMS:Update' || pragma === 'SMS:Delete');
      return { ...step, action: 'add', ...(isMismatch ? { mismatch: { class: reported.class, pragma } } : {}) };
    }
    if (reported.pragma === 'SMS:Delete') return { ...step, stored, action: 'delete' };
    const columns = defined.map(({ column }) => column);
    if (sameRow(columns, stored.values, values)) return { ...step, stored, action: 'nothing' };
    return { ...step, stored, action: keepsHistory(this.#group) ? 'update' : 'update no-history' };
  }

  /** The stored row with the same keys; the keys of the identification tell computers apart, not rows. */
  #rowOf(reported: InventoryGroup, values: RowValues): StoredRow | undefined {
    const { attributeNames, resync } = this.#planning;
    const keys = this.#group.groupKey === identificationKey ? [] : reported.keys;
    const columns = keys.flatMap((key) => attributeNamed(this.#attributes, key, attributeNames)?.column ?? []);
    const rows = this.#rowsBy(columns).get(this.#identity(columns, values)) ?? [];
    const found = rows.find((row) => !this.#answered.has(row));
    if (resync && found !== undefined) this.#answered.add(found);
    return found;
  }

  /** The stored rows by what they have in key columns; one row after the other asks by the same. */
  #rowsBy(columns: readonly string[]): ReadonlyMap<string, readonly StoredRow[]> {
    const signature = columns.join();
    if (this.#index?.signature === signature) return this.#index.rows;
    const rows = new Map<string, StoredRow[]>();
    for (const row of this.#stored) {
      const identity = this.#identity(columns, row.values);
      rows.set(identity, [...(rows.get(identity) ?? []), row]);
    }
    this.#index = { signature, rows };
    return rows;
  }

  #identity(columns: readonly string[], values: RowValues): string {
    const isExact = this.#planning.database.sortOrder === 'case-sensitive';
    const compared = columns.map((column) => {
      const value = values.get(column) ?? null;
      return value === null || isExact ? value : String(value).toUpperCase();
    });
    return JSON.stringify(compared);
  }
}
