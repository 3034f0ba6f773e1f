import { assumed } from '../../provenance.ts';
import { groupClassTable } from './group-class-table.ts';

/** Identification is documented (Q199229); most of the others are known by the names of their groups only. */
export const groupClassProvenance = assumed(
  'The standard groups of the architecture Personal Computer have the attributes, lengths and keys of our table.',
  'Q138021, Q139908, Q164890, Q199229; layout of the other groups not published',
);

/** How an attribute is declared: the type decides the column of the database, the storage the table. */
export interface AttributeDeclaration {
  readonly type: AttributeType;
  /** Of strings: the greatest number of characters. */
  readonly length?: number;
  /** A common row may belong to many computers (`<Group>_COMM`), a specific one to one (`<Group>_SPEC`). */
  readonly storage: 'Common' | 'Specific';
}

/** The types that are left of those of the DMI once SMS has read a MIF. */
export type AttributeType = 'String' | 'Integer' | 'Counter' | 'Date';

/** A group class that SMS brings along. */
export interface GroupClass {
  readonly class: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** In the order of their numbers in a MIF, which count from 1. */
  readonly attributes: readonly (AttributeDeclaration & { readonly name: string })[];
}

/** The standard groups in the order in which agents report them. */
export const groupClasses: readonly GroupClass[] = groupClassTable.map(([head, ...rows]) => {
  const [className = '', name = '', ...keys] = head.split('; ');
  return { class: className, name, keys, attributes: rows.map(attributeOf) };
});

/** The standard class of a name. */
export function groupClass(className: string): GroupClass | undefined {
  return classesByName.get(className.toLowerCase());
}

/** How a standard class declares an attribute. */
export function standardDeclaration(className: string, attribute: string): AttributeDeclaration | undefined {
  return declarations.get(`${className.toLowerCase()}\n${attribute}`);
}

/** How an attribute is declared of which only the value is known: SQL Server takes 255 characters at most. */
export function defaultDeclaration(value: string | number | null): AttributeDeclaration {
  return typeof value === 'number' ? integer : longString;
}

/** Whether a declared attribute can have the value. */
export function fits(declaration: AttributeDeclaration, value: string | number | null): boolean {
  const isNumber = declaration.type === 'Integer' || declaration.type === 'Counter';
  return value === null || (typeof value === 'number') === isNumber;
}

/** Whether two declarations say the same. */
export function sameDeclaration(a: AttributeDeclaration, b: AttributeDeclaration): boolean {
  return a.type === b.type && a.length === b.length && a.storage === b.storage;
}

const integer: AttributeDeclaration = { type: 'Integer', storage: 'Specific' };
const longString: AttributeDeclaration = { type: 'String', length: 255, storage: 'Specific' };

/** `SMSID = String(8)`, ` common` at the end where the attribute is stored in common rows. */
function attributeOf(row: string): AttributeDeclaration & { readonly name: string } {
  const match = /^(.+) = (String|Integer|Counter|Date)(?:\((\d+)\))?( common)?$/.exec(row);
  if (match === null) throw new Error(`The table of group classes has an attribute that cannot be read: ${row}`);
  const [, name = '', type, length, common] = match;
  const storage = common === undefined ? 'Specific' : 'Common';
  return { name, type: type as AttributeType, ...(length === undefined ? {} : { length: Number(length) }), storage };
}

const classesByName = new Map(groupClasses.map((one) => [one.class.toLowerCase(), one]));
const declarations = new Map<string, AttributeDeclaration>(
  groupClasses.flatMap((one) =>
    one.attributes.map(({ name, ...declaration }) => [`${one.class.toLowerCase()}\n${name}`, declaration] as const),
  ),
);
