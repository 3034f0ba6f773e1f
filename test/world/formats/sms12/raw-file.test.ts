import { describe, expect, it } from 'vitest';
import {
  eventText,
  largestRecord,
  ntCpuRecord,
  ntCpuRecordLengths,
  packageTitleLengths,
  parseRawFile,
  printRawFile,
  rawFaultEvent,
  rawFaultLog,
  rawRecordLength,
  rawRecordLengths,
  rawRecordType,
} from '../../../../src/world/index.ts';
import type { InventoryGroup, RawFile } from '../../../../src/world/index.ts';

const cpu: InventoryGroup = {
  class: 'MICROSOFT|PROCESSOR|1.0',
  name: 'Processor',
  keys: ['Index'],
  attributes: { Index: 0, 'Processor Name': 'Pentium Pro' },
};
const packageNamed = (title: string): InventoryGroup => ({
  class: 'MICROSOFT|SOFTWARE|1.0',
  name: 'Packages',
  keys: ['Package ID'],
  attributes: { 'Package ID': 58, 'Software Name': title },
});
const raw = (lengths: Readonly<Record<string, number>>, group = cpu, title = 40): RawFile => {
  const type = rawRecordType(group.class, true);
  return {
    versionStamp: '1.2',
    smsid: 'LAM0000L',
    time: 0,
    resync: false,
    records: [{ type, length: rawRecordLength(group, type, lengths, title), group }],
    mifs: [],
    collected: [],
  };
};
const expectation = (ntCpu: number, title: number = packageTitleLengths.released) => ({
  versionStamps: ['1.2'],
  recordLengths: rawRecordLengths(ntCpu, title),
});
const { released, servicePack2, servicePack4 } = ntCpuRecordLengths;

describe('the record of a processor under Windows NT (Q169038)', () => {
  it('has 44 bytes, 54 from Service Pack 2 on and more with Service Pack 4', () => {
    expect([released, servicePack2]).toEqual([44, 54]);
    expect(servicePack4).toBeGreaterThan(servicePack2);
    expect(rawRecordLengths(released)[ntCpuRecord]).toBe(44);
  });

  it('is refused with event 132 where agent and Inventory Processor differ', () => {
    const read = parseRawFile(printRawFile(raw(rawRecordLengths(released))), expectation(servicePack2));
    if (read.ok) throw new Error('The RAW was read.');
    expect(rawFaultEvent(read.fault)).toBe(132);
    expect(rawFaultLog(read.fault)).toBe('CMSDObject::ReadData - incorrect dataLength for NT CPU; expected 54 got 44');
    expect(eventText(132, { X: 'C:\\SMS\\site.srv\\inventry.box\\badraws\\00000000.RAW' })).toBe(
      'Length of data given in Inventory Agent output file does not match expected length: ' +
        '<C:\\SMS\\site.srv\\inventry.box\\badraws\\00000000.RAW>',
    );
  });

  it.each([released, servicePack2, servicePack4])('is read where both have %i bytes', (length) => {
    expect(parseRawFile(printRawFile(raw(rawRecordLengths(length))), expectation(length)).ok).toBe(true);
  });

  it('is another one than that of the other agents', () => {
    expect(rawRecordType('MICROSOFT|PROCESSOR|1.0', false)).toBe('Processor');
    expect(rawRecordType('MICROSOFT|DISK|1.0', true)).toBe('Disk');
  });
});

describe('the record of a package (Q149030)', () => {
  it.each([
    [40, true],
    [41, false],
  ])('of which the title has %i characters is accepted: %s', (length, accepted) => {
    const file = raw(rawRecordLengths(released), packageNamed('x'.repeat(length)));
    expect(parseRawFile(printRawFile(file), expectation(released)).ok).toBe(accepted);
  });

  it('may have a title of 128 characters from Service Pack 2 on (Q164890)', () => {
    const lengths = rawRecordLengths(servicePack2, packageTitleLengths.servicePack2);
    const file = raw(lengths, packageNamed('x'.repeat(128)), packageTitleLengths.servicePack2);
    expect(parseRawFile(printRawFile(file), expectation(servicePack2, 128)).ok).toBe(true);
  });
});

describe('a RAW that cannot be read (Q122178)', () => {
  const text = printRawFile(raw(rawRecordLengths(released)));
  it.each([
    [128, 'is no RAW', 'Start Component\r\nEnd Component\r\n'],
    [128, 'is empty', ''],
    [129, 'comes from another release', text.replace('\t1.2\t', '\t2.0\t')],
    [130, 'was cut off', text.replace('END RAW\r\n', '')],
    [131, 'has a record that nobody knows', text.replace('R\tNT CPU', 'R\tTV CARD')],
    [132, 'has a record of another length', text.replace('NT CPU\t44', 'NT CPU\t54')],
    [133, 'has something else between its records', text.replace('END RAW', 'more\r\nEND RAW')],
  ])('is told by event %i where it %s', (event, _, faulty) => {
    const read = parseRawFile(faulty, expectation(released));
    expect(read.ok ? undefined : rawFaultEvent(read.fault)).toBe(event);
  });

  it('has a log line of its own only for a wrong length', () => {
    expect(rawFaultLog({ kind: 'trailer' })).toBeUndefined();
  });
});

describe('the largest record', () => {
  it('is that of the longest group: 8 KB are the limit until Service Pack 4 (Q179561)', () => {
    const file = raw(rawRecordLengths(released), packageNamed('x'.repeat(9000)));
    expect(largestRecord(file)).toBeGreaterThan(8192);
    expect(largestRecord({ ...file, records: [] })).toBe(0);
  });
});
