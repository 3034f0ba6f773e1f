import { describe, expect, it } from 'vitest';
import {
  groupIdentity,
  historyFileName,
  historyMapEntry,
  inventoryChanges,
  parseDeltaMif,
  parseHistory,
  parseHistoryMap,
  printDeltaMif,
  printHistory,
  printHistoryMap,
  sameValues,
  withHistoryMapEntry,
  withoutHistoryMapEntry,
} from '../../../../src/world/index.ts';
import type { InventoryGroup } from '../../../../src/world/index.ts';

const disk = (index: string, free: number): InventoryGroup => ({
  class: 'MICROSOFT|DISK|1.0',
  name: 'Disk',
  keys: ['Disk Index'],
  attributes: { 'Disk Index': index, 'Free Storage (MByte)': free },
});
const history = { smsid: 'LAM00001', forwarded: 0, groups: [disk('C', 10)] };

describe('changes against the history', () => {
  const changes = inventoryChanges(
    [disk('C', 10), disk('D', 20), disk('E', 30)],
    [disk('C', 11), disk('D', 20), disk('F', 5)],
  );

  it('tell changed and new rows whole, and rows that are gone by their keys', () => {
    expect(changes.map(({ pragma, attributes }) => [pragma, attributes])).toEqual([
      ['SMS:Update', { 'Disk Index': 'C', 'Free Storage (MByte)': 11 }],
      ['SMS:Add', { 'Disk Index': 'F', 'Free Storage (MByte)': 5 }],
      ['SMS:Delete', { 'Disk Index': 'E' }],
    ]);
  });

  it('are none between equal inventories, whatever the order of their attributes', () => {
    const turned = { ...disk('C', 10), attributes: { 'Free Storage (MByte)': 10, 'Disk Index': 'C' } };
    expect(inventoryChanges([disk('C', 10)], [turned])).toEqual([]);
    expect(sameValues(disk('C', 10), { ...turned, attributes: { 'Disk Index': 'C' } })).toBe(false);
  });

  it('see the same row where a key differs in case only', () => {
    expect(groupIdentity(disk('c', 1))).toBe(groupIdentity(disk('C', 2)));
    expect(groupIdentity(disk('C', 1))).not.toBe(groupIdentity(disk('D', 1)));
  });
});

describe('the binary MIF', () => {
  it('marks a whole file as resync (Q148649)', () => {
    expect(printDeltaMif({ groups: [], pragma: 'resync' })).toContain('pragma:resync');
    expect(parseDeltaMif(printDeltaMif({ groups: [] }))).toEqual({ ok: true, value: { groups: [] } });
  });

  it.each(['pragma:resync', 'A\t', 'SMS MIF\tpragma:other'])(
    'is not read where %j stands in its wrong place',
    (wrong) => {
      expect(parseDeltaMif(`${wrong}\r\nEND MIF\r\n`).ok).toBe(false);
      expect(parseDeltaMif(`SMS MIF\r\n${wrong}\r\nEND MIF\r\n`).ok).toBe(false);
    },
  );
});

describe('a history file', () => {
  it('has the SMSID as its name where the computer reports by RAW (Q185353)', () => {
    expect(historyFileName('LAM00001')).toBe('LAM00001.HMS');
  });

  it('cannot be used without its key table (event 150)', () => {
    const text = printHistory(history);
    expect(text).toContain('K\tMICROSOFT|DISK|1.0\tDisk Index\r\n');
    expect(parseHistory(text.replace(/K\t[^\r]*\r\n/, ''))).toMatchObject({ ok: false });
    expect(parseHistory(text.replace('K\tMICROSOFT|DISK', 'K\tMICROSOFT|DUSK'))).toMatchObject({ ok: false });
    expect(parseHistory(text.replace('SMS HISTORY', 'SMS MIF'))).toMatchObject({ ok: false });
  });
});

describe('History.map', () => {
  const entry = {
    architecture: 'Personal Computer',
    smsid: 'LAM00002',
    netCardId: '08:00:07:B4:AD:65',
    smsLocation: 'LAM|LAMWORLD|MAC1',
    file: '00000003.SMH',
  };
  const map = [entry, { ...entry, smsid: 'LAM0000L', netCardId: '', file: '00000004.SMH' }];

  it('has a section per architecture and a line per computer', () => {
    expect(printHistoryMap(map.slice(0, 1))).toBe(
      '[Personal Computer]\r\n00000003.SMH\tLAM00002\t08:00:07:B4:AD:65\tLAM|LAMWORLD|MAC1\r\n',
    );
  });

  it('finds a computer by its SMSID, else by network card and location together', () => {
    expect(historyMapEntry(map, { ...entry, netCardId: 'other' })?.file).toBe('00000003.SMH');
    expect(historyMapEntry(map, { ...entry, smsid: 'LAM00009' })?.file).toBe('00000003.SMH');
    expect(historyMapEntry(map, { ...entry, smsid: 'LAM00009', smsLocation: 'x' })).toBeUndefined();
    expect(historyMapEntry(map, { ...entry, smsid: '', netCardId: '' })).toBeUndefined();
    expect(historyMapEntry(map, { ...entry, architecture: 'Other' })).toBeUndefined();
  });

  it('loses the line of a history file that is deleted with it (Q172533)', () => {
    expect(withoutHistoryMapEntry(map, '00000003.smh')).toEqual(map.slice(1));
  });

  it('has one line per history file', () => {
    expect(withHistoryMapEntry(map, { ...entry, smsid: 'LAM00007' }).map(({ smsid }) => smsid)).toEqual([
      'LAM00007',
      'LAM0000L',
    ]);
    expect(withHistoryMapEntry(map, { ...entry, file: '00000005.SMH' })).toHaveLength(3);
  });

  it.each(['a\tb\tc\td\r\n', '[Personal Computer]\r\na\tb\tc\r\n', '[P]\r\na\tb\tc\td\te\r\n'])(
    'is not read from %j',
    (text) => expect(parseHistoryMap(text)).toMatchObject({ ok: false, kind: 'syntax error' }),
  );
});
