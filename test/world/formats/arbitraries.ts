import fc from 'fast-check';
import type {
  ClientBaseConfiguration,
  ClientLookupEntry,
  CollectedFile,
  ComponentConfiguration,
  ComponentSetting,
  DiscoveryProperty,
  DiscoveryRecord,
  HardwareAttribute,
  HardwareGroup,
  HardwareReport,
  Mif,
  MifHeader,
  MofClass,
  SoftwareFile,
  SoftwareReport,
  StatusMessage,
} from '../../../src/world/formats/index.ts';

/** Names as people give them: letters, digits, blanks inside. */
export const names = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.]{0,8}( [A-Za-z0-9]{1,6})?$/);

/** Times of the product's life, in milliseconds and in whole seconds. */
export const instants = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2030, 0) });
export const seconds = instants.map((instant) => instant - (instant % 1000));

const texts = fc.oneof(
  names,
  fc.string(),
  fc.constantFrom('C:\\WINNT\\notes', 'a "quoted" word', 'two\r\nlines', '\t'),
);
const lineTexts = texts.map((text) => text.replace(/[\r\n]/g, ' '));

const headers: fc.Arbitrary<MifHeader> = fc.oneof(
  fc.record({
    keyword: fc.constantFrom('Architecture' as const, 'UniqueID', 'AgentID'),
    values: names.map((name) => [name]),
  }),
  fc.record({ keyword: fc.constant('ResyncClass' as const), values: names.map((name) => [name, '1']) }),
);

const access = { access: fc.constantFrom('READ-ONLY', 'READ-WRITE'), storage: fc.constantFrom('Common', 'Specific') };
const stringType = fc.record({ name: fc.constant('String'), length: fc.nat(255) });
const numberType = fc.record({ name: fc.constantFrom('Integer', 'Counter') });
const mifAttributes = fc.oneof(
  fc.record({ name: texts, id: fc.nat(), ...access, type: stringType, value: texts }),
  fc.record({ name: texts, id: fc.nat(), ...access, type: numberType, value: whole() }),
);

const mifGroup = {
  name: texts,
  id: fc.nat(),
  class: texts,
  key: fc.array(fc.nat()),
  attributes: fc.array(mifAttributes),
};
const pragma = fc.constantFrom('sms:add', 'sms:update', 'sms:delete');

export const mifs: fc.Arbitrary<Mif> = fc.record({
  headers: fc.array(headers),
  name: texts,
  groups: fc.array(fc.oneof(fc.record(mifGroup), fc.record({ ...mifGroup, pragma }))),
});

const hardwareValues: fc.Arbitrary<HardwareAttribute> = fc.oneof(
  fc.record({ name: names, type: fc.constant('string' as const), value: texts }),
  fc.record({ name: names, type: fc.constant('integer' as const), value: whole() }),
);

const hardwareGroups: fc.Arbitrary<HardwareGroup> = fc
  .record({
    name: names,
    class: fc.constantFrom('MICROSOFT|DISK|1.0', 'MICROSOFT|PC_BIOS|1.0'),
    attributes: fc.uniqueArray(hardwareValues, { minLength: 1, selector: ({ name }) => name }),
  })
  .map((group) => ({ ...group, key: [group.attributes[0]?.name ?? ''] }));

const heading = { guid: names, computerName: names, siteCode: names };

export const hardwareReports: fc.Arbitrary<HardwareReport> = fc.record({
  ...heading,
  kind: fc.constantFrom('complete' as const, 'delta' as const),
  time: instants,
  groups: fc.array(
    fc.oneof(
      hardwareGroups,
      fc
        .tuple(hardwareGroups, fc.constantFrom('add' as const, 'update' as const, 'delete' as const))
        .map(([group, what]): HardwareGroup => ({ ...group, pragma: what })),
    ),
    { maxLength: 5 },
  ),
});

/** Complete reports in which no two groups are the same instance. */
export const distinctHardware: fc.Arbitrary<HardwareReport> = fc.record({
  ...heading,
  kind: fc.constant('complete' as const),
  time: instants,
  groups: fc.uniqueArray(
    fc.record({ disk: fc.nat(6), size: fc.nat(3) }).map(({ disk, size }): HardwareGroup => ({
      name: 'Disk',
      class: 'MICROSOFT|DISK|1.0',
      key: ['Index'],
      attributes: [
        { name: 'Index', type: 'integer', value: disk },
        { name: 'Size', type: 'integer', value: size },
      ],
    })),
    { selector: (group) => group.attributes[0]?.value },
  ),
});

const product = fc.record({ company: texts, product: texts, version: texts, language: texts });
const plainFile = { fileName: texts, size: fc.nat(), modified: instants, count: fc.nat() };
export const softwareFiles: fc.Arbitrary<SoftwareFile> = fc.oneof(
  fc.record(plainFile),
  fc.record({ ...plainFile, product }),
);

const action = fc.constantFrom('add' as const, 'update' as const, 'delete' as const);
const scan = { ...heading, cycleStart: instants };
const collectedFiles = fc.record({
  path: fc.string(),
  modified: instants,
  content: fc.oneof(
    fc.string().map((text) => ({ text, size: text.length })),
    fc.record({ size: fc.nat(), token: fc.string() }),
  ),
});
const withCollected = (report: SoftwareReport, collected: readonly CollectedFile[]): SoftwareReport =>
  collected.length > 0 ? { ...report, collected } : report;
const inventories: fc.Arbitrary<SoftwareReport> = fc.oneof(
  fc.record({ ...scan, kind: fc.constant('complete' as const), files: fc.array(softwareFiles) }),
  fc.record({
    ...scan,
    kind: fc.constant('delta' as const),
    changes: fc.array(fc.record({ action, file: softwareFiles })),
  }),
);

export const softwareReports = fc
  .tuple(inventories, fc.array(collectedFiles))
  .map(([report, collected]) => withCollected(report, collected));

const flags = fc.constantFrom<DiscoveryProperty['flags'][]>([], ['guid', 'key'], ['name', 'first choice']);
const propertyOf = <T extends DiscoveryProperty['type'], V extends string | number>(
  type: T,
  value: fc.Arbitrary<V>,
) => {
  const known = fc.option(value, { nil: null });
  return fc.record({
    name: names,
    type: fc.constant(type),
    flags,
    maxLength: fc.nat(255),
    value: fc.oneof(known, fc.array(known)),
  });
};

export const discoveryRecords: fc.Arbitrary<DiscoveryRecord> = fc.record({
  architecture: names,
  agent: names,
  siteCode: names,
  time: instants,
  properties: fc.array(
    fc.oneof(propertyOf('string', lineTexts), propertyOf('integer', whole()), propertyOf('date', seconds)),
  ),
});

export const lookupEntries: fc.Arbitrary<ClientLookupEntry> = fc.record({
  guid: names,
  component: fc.constantFrom('HW' as const, 'SW' as const),
  file: names,
  time: seconds,
});

const settings: fc.Arbitrary<readonly ComponentSetting[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('REG_DWORD' as const), name: names, value: fc.nat() }),
    fc.record({ type: fc.constant('REG_SZ' as const), name: names, value: names }),
  ),
);
const component = { name: names, lastUpdate: instants, keyFlags: fc.nat(9), settings };
const sections = fc.uniqueArray(fc.record({ name: names.map((name) => `\\\\${name}`), settings }), {
  selector: ({ name }) => name.toLowerCase(),
});
export const componentConfigurations: fc.Arbitrary<ComponentConfiguration> = fc.oneof(
  fc.record({ ...component, sections }),
  fc.record({ ...component, sections, version: fc.constantFrom('', '2.00.1380.1000') }),
);

const pairs = <T>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(
    fc.tuple(
      names.map((name) => `x${name}`),
      value,
    ),
    { selector: ([name]) => name.toLowerCase() },
  );
const agent = { name: names, enabled: fc.boolean(), settings: pairs(names) };
export const clientBaseConfigurations: fc.Arbitrary<ClientBaseConfiguration> = fc.record({
  siteCode: names,
  siteServer: names,
  lastUpdate: instants,
  settings: pairs(fc.nat()),
  programs: fc.array(fc.record({ file: names, flag: fc.integer({ min: 1, max: 4 }), crc: fc.nat(4294967295) })),
  connectionAccounts: fc.array(fc.record({ name: names, password: names })),
  agents: fc.uniqueArray(
    fc.oneof(fc.record(agent), fc.record({ ...agent, schedule: fc.constant('0001200000100038') })),
    { selector: ({ name }) => name.toLowerCase() },
  ),
});

export const statusMessages: fc.Arbitrary<StatusMessage> = fc.record({
  component: names,
  machine: names.map((name) => name.replaceAll(' ', '')),
  id: fc.nat(65535),
  severity: fc.constantFrom('I' as const, 'W' as const, 'E' as const),
  type: fc.constantFrom('M' as const, 'D' as const, 'A' as const, 'N' as const),
  module: names,
  siteCode: fc.constantFrom('ABC', 'XYZ'),
  processId: fc.nat(9999),
  threadId: fc.nat(9999),
  time: instants,
  inserts: fc.tuple(fc.array(texts, { maxLength: 9 }), names).map(([some, last]) => [...some, last]),
});

const properties = fc.array(
  fc.record({
    name: fc.stringMatching(/^[A-Za-z_]\w{0,9}$/),
    type: fc.constantFrom('string', 'uint32', 'boolean', 'datetime'),
    array: fc.boolean(),
    key: fc.boolean(),
    report: fc.boolean(),
  }),
);
const className = fc.stringMatching(/^Win32_\w{1,9}$/);
const mofClass = { name: className, report: fc.boolean(), groupName: lineTexts, properties };
export const classes: fc.Arbitrary<readonly MofClass[]> = fc.array(
  fc.oneof(fc.record(mofClass), fc.record({ ...mofClass, base: className, classId: names })),
);

function whole(): fc.Arbitrary<number> {
  return fc.integer();
}
