import { assumed, inferred } from '../provenance.ts';

/** The views of a 1.1 database show every rule: `__Disk_Full0`, `_nd_Adapter_Type0`, `Total_Physical_Memory__KB0`. */
export const columnNamesProvenance = inferred(
  'Q133253, Q226897',
  'What SQL does not take in a name becomes an underscore, also a digit in front; 25 characters and a 0 are left.',
);

/** Two classes may have one display name; nobody tells what their tables are called then. */
export const namesakesProvenance = assumed(
  'A group whose display name another group has gets its key into its tables.',
);

/** The column of an attribute: `% Disk Full` is `__Disk_Full0`. */
export function columnOf(attribute: string): string {
  return `${identifier(attribute)}0`;
}

/** What the tables and the view of a group are named after: `Operating System` is `Operating_System`. */
export function tableBaseOf(groupName: string): string {
  return identifier(groupName);
}

function identifier(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9_]/g, '_')
    .replace(/^\d/, '_')
    .slice(0, 25);
}
