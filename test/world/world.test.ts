import { describe, expect, it } from 'vitest';
import { hour, instantOf, minute } from '../../src/kernel/index.ts';
import { WorldBench, administrator, noon } from './world-bench.ts';

function saved(bench: WorldBench): ReturnType<WorldBench['world']['save']> {
  return JSON.parse(JSON.stringify(bench.world.save())) as ReturnType<WorldBench['world']['save']>;
}

describe('a computer', () => {
  it('shows local time by its zone, and its own error on top', () => {
    const pc = new WorldBench().computer('PC1');
    expect(pc.now()).toBe(noon);
    pc.zone = 'Pacific Standard Time';
    expect(pc.now()).toBe(noon - 8 * hour);
    pc.clockError = -5 * minute;
    expect(pc.now()).toBe(noon - 8 * hour - 5 * minute);
  });

  it('changes to summer time by its own clock', () => {
    const bench = new WorldBench();
    const pc = bench.computer('PC1');
    pc.zone = 'Pacific Standard Time';
    bench.now = instantOf({ year: 1999, month: 7, day: 1, hour: 12 });
    expect(pc.now()).toBe(bench.now - 7 * hour);
  });

  it('stamps its files with its own clock', () => {
    const bench = new WorldBench();
    bench.computer('PC1').clockError = hour;
    bench.write('PC1', 'C:\\a', 1);
    expect(bench.computer('PC1').files.stat(administrator, 'C:\\a')).toMatchObject({
      value: { modified: noon + hour },
    });
  });

  it('knows its services without regard to case', () => {
    const pc = new WorldBench().computer('PC1');
    pc.setService({ name: 'SMS Client Service', state: 'Stopped', startType: 'Automatic', account: 'LocalSystem' });
    expect(pc.service('sms client service')?.name).toBe('SMS Client Service');
  });
});

describe('the world', () => {
  it('finds computers without regard to case, and treats a missing one as a bug of ours', () => {
    const { world } = new WorldBench();
    expect(world.computer('pc1')?.name).toBe('PC1');
    expect(world.computer('PC9')).toBeUndefined();
    expect(() => world.mustHave('PC9')).toThrow('PC9');
  });

  it('tells of changes of files with the process that made them, but not of additions to logs', () => {
    const bench = new WorldBench();
    bench.access('PC1').writeText('\\\\CAP1\\CAP_ABC\\a.txt', 'text');
    bench.access('PC1').append('\\\\CAP1\\CAP_ABC\\a.txt', 'more');
    const files = bench.records.filter((record) => record.startsWith('file PC1/agent '));
    expect(files).toEqual(['file PC1/agent CAP1:C:\\CAP_ABC\\a.txt created 4 bytes']);
  });

  it('tells of changes of registry values', () => {
    const bench = new WorldBench();
    bench.computer('PC1').registry.set('HKLM\\Software\\SMS', 'Names', { type: 'REG_MULTI_SZ', data: ['a', 'b'] });
    expect(bench.records.at(-1)).toMatch(/^registry PC1 HK.*SMS set Names = a, b$/);
  });

  it('is told by onLook which files were read, copies included', () => {
    const bench = new WorldBench();
    const looks: string[] = [];
    bench.world.onLook = (computer, path) => void looks.push(`${computer}:${path}`);
    bench.write('CAP1', 'C:\\CAP_ABC\\a.txt', 5);
    bench.access('PC1').read('\\\\CAP1\\CAP_ABC\\a.txt');
    bench.copy('\\\\CAP1\\CAP_ABC\\a.txt', 'C:\\a.txt');
    expect(looks).toEqual(['CAP1:C:\\CAP_ABC\\a.txt', 'CAP1:C:\\CAP_ABC\\a.txt']);
  });

  it('is restored whole into an empty one from its JSON', () => {
    const bench = new WorldBench();
    const pc = bench.computer('PC1');
    pc.setService({ name: 'S', state: 'Running', startType: 'Manual', account: 'LocalSystem' });
    pc.user = { name: 'anna', administrator: false };
    pc.clockError = 7;
    pc.power = 'off';
    pc.startedAt = noon - 1;
    pc.busyWith = 'hardware inventory';
    pc.hardware = { Win32_BIOS: [{ Name: 'x' }] };
    pc.dialogs.push({ time: noon, title: 't', text: 'x' });
    pc.registry.set('HKLM\\A', 'b', { type: 'REG_DWORD', data: 3 });
    bench.write('PC1', 'C:\\a', 12);
    bench.world.connect('PC2', 'CAP1', 'SMSClient_ABC', 'secret');
    const site = {
      code: 'ABC',
      name: 'A',
      server: 'CAP1',
      folder: 'C:\\SMS',
      accessPoints: [],
      boundaries: [],
      connectionAccounts: [],
      settings: {},
    };
    bench.world.sites.set('ABC', site);
    const other = new WorldBench();
    other.write('PC1', 'C:\\of before', 1);
    other.world.sites.set('XYZ', { ...site, code: 'XYZ' });
    other.world.restore(saved(bench));
    expect(other.world.save()).toEqual(bench.world.save());
    expect(other.size('PC1', 'C:\\of before')).toBeUndefined();
    expect(other.world.site('XYZ')).toBeUndefined();
    expect(other.computer('PC1').user).toEqual({ name: 'anna', administrator: false });
    expect(other.world.sessionAccount('PC2', 'CAP1')).toBe('SMSClient_ABC');
  });
});
