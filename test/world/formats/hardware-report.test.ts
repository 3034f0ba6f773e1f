import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareHardware,
  convertRawInventory,
  hardwareIdentity,
  hardwareMif,
  parseHardwareReport,
  parseRawInventory,
  printHardwareReport,
  printRawInventory,
} from '../../../src/world/formats/index.ts';
import type { HardwareGroup, HardwareReport } from '../../../src/world/formats/index.ts';
import { distinctHardware } from './arbitraries.ts';

const disk = (index: number, size: number): HardwareGroup => ({
  name: 'Disk',
  class: 'MICROSOFT|DISK|1.0',
  key: ['Index'],
  attributes: [
    { name: 'Size', type: 'integer', value: size },
    { name: 'Index', type: 'integer', value: index },
  ],
});
const report = (...groups: readonly HardwareGroup[]): HardwareReport => ({
  guid: 'GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE',
  computerName: 'SMSNTCLI8',
  siteCode: 'ABC',
  kind: 'complete',
  time: 0,
  groups,
});

describe('a hardware report', () => {
  it('asks for full resynchronization when complete, and not as a delta', () => {
    const keywords = (one: HardwareReport) => hardwareMif(one).headers.map(({ keyword }) => keyword);
    expect(keywords(report())).toEqual(['Architecture', 'UniqueID', 'AgentID', 'FullResync']);
    expect(keywords({ ...report(), kind: 'delta' })).toEqual(['Architecture', 'UniqueID', 'AgentID']);
  });

  it('names its keys by the numbers of their attributes', () => {
    expect(hardwareMif(report(disk(0, 4))).groups[1]).toMatchObject({ id: 2, key: [2], class: 'MICROSOFT|DISK|1.0' });
  });

  it('is not any MIF', () => {
    const text = 'Start Component\r\nName = "X"\r\nEnd Component\r\n';
    expect(parseHardwareReport(text)).toMatchObject({ ok: false, kind: 'syntax error', line: 1 });
  });
});

describe('the delta', () => {
  it('adds, updates and deletes whole instances, a deletion with its key alone', () => {
    const delta = compareHardware(report(disk(0, 4), disk(1, 8)), report(disk(0, 5), disk(2, 9)));
    expect(delta.kind).toBe('delta');
    expect(delta.groups).toEqual([
      { ...disk(0, 5), pragma: 'update' },
      { ...disk(2, 9), pragma: 'add' },
      { ...disk(1, 8), pragma: 'delete', attributes: [{ name: 'Index', type: 'integer', value: 1 }] },
    ]);
  });

  it('of an unchanged computer has no groups and is a report all the same', () => {
    const delta = compareHardware(report(disk(0, 4)), report(disk(0, 4)));
    expect(delta.groups).toEqual([]);
    expect(parseHardwareReport(printHardwareReport(delta))).toEqual({ ok: true, value: delta });
  });

  it('applied to the old inventory gives the new one', () => {
    fc.assert(
      fc.property(distinctHardware, distinctHardware, (before, after) => {
        const stored = new Map(before.groups.map((group) => [hardwareIdentity(group), group]));
        for (const { pragma, ...group } of compareHardware(before, after).groups) {
          const identity = hardwareIdentity(group);
          expect(stored.has(identity)).toBe(pragma !== 'add');
          if (pragma === 'delete') stored.delete(identity);
          else stored.set(identity, group);
        }
        expect(stored).toEqual(new Map(after.groups.map((group) => [hardwareIdentity(group), group])));
      }),
    );
  });
});

describe('a 16-bit inventory', () => {
  it('is no MIF of a 32-bit client', () => {
    expect(parseRawInventory(printHardwareReport(report()))).toMatchObject({ ok: false, line: 1 });
    expect(parseRawInventory(printRawInventory(report()))).toEqual({ ok: true, value: report() });
  });

  it('passes on complete when the site has nothing to compare, and as changes when it has', () => {
    expect(convertRawInventory(report(disk(0, 4)), undefined)).toEqual(report(disk(0, 4)));
    const changes = convertRawInventory(report(disk(0, 5)), report(disk(0, 4)));
    expect(changes).toEqual({ ...report({ ...disk(0, 5), pragma: 'update' }), kind: 'delta' });
  });
});
