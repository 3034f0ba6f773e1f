import { documented, inferred } from '../../provenance.ts';
import { defaultDeclaration, fits, standardDeclaration } from './attribute-declaration.ts';
import type { AttributeDeclaration } from './attribute-declaration.ts';

/** Groups, keys and the three pragmas; what agents, Inventory Processor and Data Loader hand to each other. */
export const inventoryReportProvenance = documented(
  'Q148649, Q199229, Resource Guide for SMS 1.2 (How Inventory History Is Maintained, Differences Between SMS and DMI)',
);

/** Q138021 has the Data Loader compare keys; history compares groups the same way. */
export const groupIdentityProvenance = inferred(
  'Q138021, Resource Guide for SMS 1.2 (How Inventory History Is Maintained)',
  'Two groups are the same row when class and values of the key attributes are equal, keys without regard to case.',
);

/** What is told about one computer, whole or in part. */
export interface InventoryReport {
  readonly groups: readonly InventoryGroup[];
  /** The pragma of the whole file: the computer is told anew, and what is not told is gone (Q148649). */
  readonly pragma?: 'resync';
}

/** One row of a group class; several rows of a class are several groups. */
export interface InventoryGroup {
  /** `MICROSOFT|IDENTIFICATION|1.0`. */
  readonly class: string;
  /** The name people see: `Identification`. */
  readonly name: string;
  /** Names of the key attributes; empty for a class with one row. */
  readonly keys: readonly string[];
  readonly attributes: Readonly<Record<string, InventoryValue>>;
  /** Of the attributes that are declared otherwise than their class and value let expect. */
  readonly declarations?: Readonly<Record<string, AttributeDeclaration>>;
  readonly pragma?: GroupPragma;
}

/** An empty text is no value: a MIF writes it as `""`. */
export type InventoryValue = string | number | null;

/** A command about one group. */
export type GroupPragma = (typeof groupPragmas)[number];

/** The pragmas of a group as they are written; they are read without regard to case. */
export const groupPragmas = ['SMS:Add', 'SMS:Update', 'SMS:Delete'] as const;

/** How an attribute of a group is declared: by the group itself, by its class, or by its value. */
export function declarationOf(group: InventoryGroup, attribute: string): AttributeDeclaration {
  return group.declarations?.[attribute] ?? undeclared(group, attribute);
}

/** The declaration of an attribute that the group itself does not declare. */
export function undeclared(group: InventoryGroup, attribute: string): AttributeDeclaration {
  const value = group.attributes[attribute] ?? null;
  const standard = standardDeclaration(group.class, attribute);
  return standard !== undefined && fits(standard, value) ? standard : defaultDeclaration(value);
}

/** The first group of a class. */
export function groupOfClass(report: InventoryReport, className: string): InventoryGroup | undefined {
  return report.groups.find((group) => sameClass(group.class, className));
}

/** Class names compare without regard to case. */
export function sameClass(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** What tells one row from all others of a computer: its class and the values of its keys. */
export function groupIdentity(group: InventoryGroup): string {
  const keys = group.keys.map((key) => {
    const value = group.attributes[key] ?? null;
    return typeof value === 'string' ? value.toLowerCase() : value;
  });
  return JSON.stringify([group.class.toLowerCase(), ...keys]);
}

/** Whether two rows say the same, whatever the order of their attributes. */
export function sameValues(a: InventoryGroup, b: InventoryGroup): boolean {
  const names = Object.keys(a.attributes);
  if (names.length !== Object.keys(b.attributes).length) return false;
  return names.every((name) => a.attributes[name] === b.attributes[name]);
}

/**
 * The groups that lead from one complete inventory to the next, each with its pragma, in the order of `after`,
 * deletions last. A changed row is told whole, a deleted one with its keys.
 */
export function inventoryChanges(
  before: readonly InventoryGroup[],
  after: readonly InventoryGroup[],
): readonly InventoryGroup[] {
  const old = new Map(before.map((group) => [groupIdentity(group), group]));
  const now = new Set(after.map(groupIdentity));
  const changes = after.flatMap((group): readonly InventoryGroup[] => {
    const stored = old.get(groupIdentity(group));
    if (stored === undefined) return [{ ...group, pragma: 'SMS:Add' }];
    return sameValues(stored, group) ? [] : [{ ...group, pragma: 'SMS:Update' }];
  });
  const gone = before.filter((group) => !now.has(groupIdentity(group)));
  return [...changes, ...gone.map(deletion)];
}

function deletion({ class: className, name, keys, attributes }: InventoryGroup): InventoryGroup {
  const kept = Object.fromEntries(keys.map((key) => [key, attributes[key] ?? null]));
  return { class: className, name, keys, attributes: kept, pragma: 'SMS:Delete' };
}
