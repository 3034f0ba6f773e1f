import { assumed } from '../../provenance.ts';
import { printMif } from '../mif.ts';
import type { Mif, MifAttribute, MifGroup } from '../mif.ts';
import { parseMif } from '../mif-parser.ts';
import { parsed } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';
import { groupClass, sameDeclaration } from './attribute-declaration.ts';
import type { AttributeDeclaration, AttributeType } from './attribute-declaration.ts';
import { declarationOf, groupPragmas, undeclared } from './inventory-report.ts';
import type { InventoryGroup, InventoryReport, InventoryValue } from './inventory-report.ts';

/** The MIF itself is documented (Q199229), and that a Macintosh can answer a resync, but not how its MIF says so. */
export const reportMifProvenance = assumed(
  'A text MIF that answers a resync says so in a comment before its component: `//pragma:resync`.',
  'Q172533, Q185353',
);

const resyncMark = '//pragma:resync';

/** The text MIF that Invmac, Invos2, Audit, Delmif and other programs write (`.mif`, `.nhm`, `.nim`). */
export function printReportMif(report: InventoryReport): string {
  const text = printMif(reportMif(report));
  return report.pragma === 'resync' ? `${resyncMark}\r\n${text}` : text;
}

/** Reads a text MIF; compiling it is more than reading (see mif-compilation.ts). */
export function parseReportMif(text: string): Parsed<InventoryReport> {
  const mif = parseMif(text);
  if (!mif.ok) return mif;
  const groups = mif.value.groups.map(inventoryGroup);
  return parsed({ groups, ...(text.startsWith(resyncMark) ? { pragma: 'resync' } : {}) });
}

/** The report as a MIF: the component is called Workstation (Q199229). */
export function reportMif(report: InventoryReport): Mif {
  return { headers: [], name: 'Workstation', groups: report.groups.map((group, index) => mifGroup(group, index + 1)) };
}

function mifGroup(group: InventoryGroup, id: number): MifGroup {
  const numbers = attributeNumbers(group);
  const { pragma } = group;
  return {
    name: group.name,
    id,
    class: group.class,
    key: group.keys.flatMap((name) => numbers.get(name) ?? []),
    ...(pragma === undefined ? {} : { pragma }),
    attributes: Object.entries(group.attributes).map(([name, value]): MifAttribute => {
      const { type, length, storage } = declarationOf(group, name);
      return {
        name,
        id: numbers.get(name) ?? 0,
        access: 'READ-ONLY',
        storage: storage.toUpperCase(),
        type: { name: type, ...(length === undefined ? {} : { length }) },
        value: value ?? '',
      };
    }),
  };
}

/** The numbers of the standard class, and for other attributes those behind them. */
function attributeNumbers(group: InventoryGroup): ReadonlyMap<string, number> {
  const known = groupClass(group.class)?.attributes ?? [];
  const numbers = new Map(known.map(({ name }, index) => [name, index + 1]));
  for (const name of Object.keys(group.attributes)) if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
  return numbers;
}

function inventoryGroup(group: MifGroup): InventoryGroup {
  const attributes: Record<string, InventoryValue> = {};
  for (const { name, value } of group.attributes) attributes[name] = value === '' ? null : value;
  const pragma = groupPragmas.find((one) => one.toLowerCase() === group.pragma?.toLowerCase());
  const plain: InventoryGroup = {
    class: group.class,
    name: group.name,
    keys: group.key.flatMap((id) => group.attributes.find((one) => one.id === id)?.name ?? []),
    attributes,
    ...(pragma === undefined ? {} : { pragma }),
  };
  const declarations = Object.fromEntries(group.attributes.flatMap((one) => ownDeclaration(plain, one)));
  return Object.keys(declarations).length === 0 ? plain : { ...plain, declarations };
}

function ownDeclaration(
  group: InventoryGroup,
  attribute: MifAttribute,
): readonly (readonly [string, AttributeDeclaration])[] {
  const { length } = attribute.type;
  const type = typeOf(attribute);
  const storage = attribute.storage.toLowerCase() === 'common' ? 'Common' : 'Specific';
  const own: AttributeDeclaration = { type, ...(length === undefined ? {} : { length }), storage };
  return sameDeclaration(own, undeclared(group, attribute.name)) ? [] : [[attribute.name, own]];
}

/** Of the nine types of the DMI, SMS keeps four: integers, counters, strings and dates. */
function typeOf(attribute: MifAttribute): AttributeType {
  const name = attribute.type.name.toLowerCase();
  if (name === 'date') return 'Date';
  if (name.startsWith('counter') || name === 'gauge') return 'Counter';
  return name.startsWith('int') ? 'Integer' : 'String';
}
