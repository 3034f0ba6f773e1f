import fc from 'fast-check';
import { groupClasses, undeclared } from '../../../../src/world/index.ts';
import type {
  AttributeDeclaration,
  FileRule,
  HistoryMapEntry,
  InventoryGroup,
  InventoryReport,
  InventoryValue,
  PackageRule,
  RawRecord,
  ResyncOrder,
} from '../../../../src/world/index.ts';
import { names, seconds } from '../arbitraries.ts';

/** SMSIDs as sites make them. */
export const smsids = fc.stringMatching(/^[A-Z0-9]{3}[A-Z0-9]{5}$/);

/** Texts of any kind, never empty: an empty one is no value. */
const texts = fc.oneof(names, fc.string({ minLength: 1 }), fc.constantFrom('C:\\DOS', 'two\r\nlines', '\t', '=', '#1'));
const values: fc.Arbitrary<InventoryValue> = fc.oneof(texts, fc.integer(), fc.constant(null));

const declarations: fc.Arbitrary<AttributeDeclaration> = fc.record(
  {
    type: fc.constantFrom('String' as const, 'Integer', 'Counter', 'Date'),
    length: fc.nat(255),
    storage: fc.constantFrom('Common' as const, 'Specific'),
  },
  { requiredKeys: ['type', 'storage'] },
);

const attribute = fc.record({ name: names, value: values, declared: fc.option(declarations, { nil: undefined }) });
const classes = fc.constantFrom(
  'TEST|GROUP|1.0',
  ...groupClasses.map((one) => one.class).filter((name) => !name.includes('ARCHITECTURE')),
);

/** Groups of standard and other classes, some attributes declared by themselves. */
export const groups: fc.Arbitrary<InventoryGroup> = fc
  .tuple(
    classes,
    names,
    fc.uniqueArray(attribute, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
    fc.constantFrom(undefined, 'SMS:Add' as const, 'SMS:Update', 'SMS:Delete'),
  )
  .map(([className, name, all, pragma]) => {
    const group = {
      class: className,
      name,
      keys: all.slice(0, 1).map((one) => one.name),
      attributes: Object.fromEntries(all.map((one) => [one.name, one.value])),
      ...(pragma === undefined ? {} : { pragma }),
    };
    const own = all.flatMap(({ name: of, declared }) => {
      return declared !== undefined && differs(declared, undeclared(group, of)) ? [[of, declared] as const] : [];
    });
    return own.length === 0 ? group : { ...group, declarations: Object.fromEntries(own) };
  });

function differs(a: AttributeDeclaration, b: AttributeDeclaration): boolean {
  return a.type !== b.type || a.length !== b.length || a.storage !== b.storage;
}

export const reports: fc.Arbitrary<InventoryReport> = fc.record(
  { groups: fc.array(groups, { maxLength: 3 }), pragma: fc.constant('resync' as const) },
  { requiredKeys: ['groups'] },
);

/** Rows of one class without pragmas, as history holds them. */
export const diskRows: fc.Arbitrary<readonly InventoryGroup[]> = fc.uniqueArray(
  fc.record({ letter: fc.constantFrom('C', 'D', 'E', 'F'), free: fc.nat(3) }).map(({ letter, free }) => ({
    class: 'MICROSOFT|DISK|1.0',
    name: 'Disk',
    keys: ['Disk Index'],
    attributes: { 'Disk Index': letter, 'Free Storage (MByte)': free },
  })),
  { selector: (group) => group.attributes['Disk Index'] },
);

export const records: fc.Arbitrary<RawRecord> = fc.record({
  type: fc.constantFrom('NT CPU', 'Disk'),
  length: fc.constant(44),
  group: groups,
});

export const commands = fc.uniqueArray(
  fc.record({ smsid: smsids, command: fc.constant('RESYNC' as const), time: seconds }),
  { selector: ({ smsid }) => smsid },
);

const mapEntry = fc.record({ smsid: smsids, netCardId: texts, smsLocation: texts, file: names });

/** Entries of History.map, section by section. */
export const mapEntries: fc.Arbitrary<readonly HistoryMapEntry[]> = fc
  .tuple(fc.array(mapEntry), fc.array(mapEntry))
  .map(([first, second]) => [
    ...first.map((entry) => ({ architecture: 'Personal Computer', ...entry })),
    ...second.map((entry) => ({ architecture: 'Other [kind]', ...entry })),
  ]);

const number = fc.nat().map(String);
const quotable = fc.stringMatching(/^[A-Za-z0-9.()][A-Za-z0-9 .()]{0,20}$/);
const fileRules: fc.Arbitrary<FileRule> = fc.record({
  name: quotable,
  collect: fc.boolean(),
  attributes: fc.array(
    fc.oneof(
      number.map((value) => ['SIZE', value] as const),
      fc.tuple(number, number).map((all) => ['BYTE', ...all] as const),
      fc.tuple(number, number, number).map((all) => ['CRC', ...all] as const),
      fc.tuple(number, quotable).map((all) => ['STRING', ...all] as const),
      fc.constant(['DATE', '12/28/00'] as const),
    ),
  ),
});
export const packageRules: fc.Arbitrary<readonly PackageRule[]> = fc.array(
  fc.record({
    id: fc.nat(),
    title: quotable,
    alternatives: fc.array(fc.array(fileRules, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 3 },
);

/** Orders in which anything may be missing. */
export const orders: fc.Arbitrary<ResyncOrder> = fc.record(
  { command: names, machine: smsids, domain: names, time: seconds },
  { requiredKeys: [] },
);
