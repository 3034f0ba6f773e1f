import { inferred } from '../provenance.ts';

/** System_Resource_N_ARR, Resource_Names0, Resource_Domain_OR_Workgr0, User_Information_DATA show the rules. */
export const namesProvenance = inferred(
  'Q249582, Q298455, Q322802',
  'Ten characters of a property name an array table, 25 and a 0 a column; the display name of a group its tables.',
);

/** The column of a discovery property: `Resource Domain OR Workgroup` is `Resource_Domain_OR_Workgr0`. */
export function discoveryColumn(property: string): string {
  return `${identifier(property).slice(0, 25)}0`;
}

/** The table of an array property: `Resource Names` is `System_Resource_N_ARR`. */
export function arrayTable(property: string): string {
  return `System_${identifier(property).slice(0, 10)}_ARR`;
}

/** The first part of a group's table names: `User Information` is `User_Information`, of User_Information_DATA. */
export function groupTable(displayName: string): string {
  return identifier(displayName);
}

/** The column of an inventory attribute: `Index` is `Index0` (Q816968). */
export function attributeColumn(attribute: string): string {
  return `${identifier(attribute)}0`;
}

/** The last part of a group's view names: `MICROSOFT|PC_BIOS|1.0` is `PC_BIOS`. */
export function groupView(className: string): string {
  const parts = className.split('|');
  return identifier(parts[1] ?? className).toUpperCase();
}

/** A name that SQL takes without quotation marks. */
function identifier(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9_]/g, '_');
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
}
