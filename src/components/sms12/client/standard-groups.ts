import { groupClass, type InventoryGroup, type InventoryValue } from '../../../world/index.ts';

/** Rows of one standard class. */
export type Rows = readonly Readonly<Record<string, InventoryValue>>[];

/** Groups of a standard class; an attribute that is not told is not there. */
export function groupsOf(className: string, rows: Rows): readonly InventoryGroup[] {
  const known = groupClass(className);
  return rows.map((attributes) => ({
    ...{ class: className, name: known?.name ?? className, keys: known?.keys ?? [], attributes },
  }));
}
