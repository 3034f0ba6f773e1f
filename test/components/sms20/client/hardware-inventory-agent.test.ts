import { describe, expect, it } from 'vitest';
import { day, hour, instantOf, minute } from '../../../../src/kernel/index.ts';
import {
  parseHardwareReport,
  parseMif,
  parseStatusMessageFile,
  printScheduleToken,
  toUniversal,
  type HardwareReport,
} from '../../../../src/world/index.ts';
import { logOn, startService, stopService } from '../../../../src/simulation/index.ts';
import { ClientBench, hardwareAgent } from './client-bench.ts';

/** Has the next inventory taken, stops its way at the client access point, and reads what was sent. */
function inventory(bench: ClientBench): {
  readonly name: string;
  readonly report: HardwareReport;
  readonly size: number;
} {
  bench.simulation.world.network.change('PC1', 'SRV1', { bytesPerSecond: 1 });
  bench.post(hardwareAgent, 'run').pass(5 * minute);
  const [transfer] = bench.simulation.world.transfers.active().filter(({ target }) => /inventry\.box/i.test(target));
  if (transfer === undefined || !('text' in transfer.content)) throw new Error('no inventory is under way');
  const report = parseHardwareReport(transfer.content.text);
  if (!report.ok) throw new Error('the report cannot be read');
  bench.simulation.world.network.change('PC1', 'SRV1', { bytesPerSecond: 1_000_000 });
  bench.simulation.world.transfers.linkChanged();
  bench.pass(10 * minute);
  return { name: transfer.target, report: report.value, size: transfer.content.size };
}

function starts(bench: ClientBench): number {
  return bench.log('Hinv32.log').filter((line) => line === `${hardwareAgent} cycle started ..... !`).length;
}

const weekly = { start: instantOf({ year: 1998 }), duration: { days: 0, hours: 0, minutes: 0 }, utc: false } as const;

describe('Hardware Inventory Agent', () => {
  it('takes the first inventory 15 minutes after its installation, and logs its classes (Q225507, Q302354)', () => {
    const lines = new ClientBench().log('Hinv32.log');
    expect(lines.slice(0, 2)).toEqual([
      '======= Logging initialized for module "Hardware Inventory Agent" =======',
      'Hardware Inventory Agent cycle started ..... !',
    ]);
    expect(lines).toContain('CLASS - Process Class: Win32_BIOS');
    expect(lines.at(-1)).toBe('Hardware Inventory Agent completed in 00 hours, 00 mins, 52 secs !');
  });

  it('sends a delta of about 6 KB when nothing has changed (Q319167)', () => {
    const { report, size, name } = inventory(new ClientBench());
    expect([report.kind, report.groups.length]).toEqual(['delta', 0]);
    expect(size).toBe(6 * 1024);
    expect(name).toMatch(/inventry\.box\\[A-Z0-9]{8}\.nhm$/);
  });

  it('sends everything, about 100 KB, when a resync is asked for (Q256610, Q319167)', () => {
    const bench = new ClientBench();
    const key = `HKLM\\Software\\Microsoft\\SMS\\Client\\Sites\\ABC\\Client Components\\${hardwareAgent}`;
    bench.client.registry.set(key, 'Resync', { type: 'REG_DWORD', data: 1 });
    const { report, size } = inventory(bench);
    expect(report.kind).toBe('complete');
    expect(size / 1000).toBeGreaterThan(80);
    expect(size / 1000).toBeLessThan(120);
    expect(inventory(bench).report.kind).toBe('delta');
  });

  it('sends everything when its history is gone, and when Sms_def.mof has changed (Q319864)', () => {
    const bench = new ClientBench();
    bench.files(bench.client).delete(`${bench.root}\\Clicomp\\Hinv\\Hinv.his`);
    expect(inventory(bench).report.kind).toBe('complete');
    const master = 'C:\\SMS\\inboxes\\clifiles.src\\hinv\\Sms_def.mof';
    const text = bench.files(bench.server).readText(master);
    bench.files(bench.server).writeText(master, text.ok ? `${text.value}\r\n` : '');
    bench.pass(minute).cycle();
    expect(inventory(bench).report.kind).toBe('complete');
    expect(inventory(bench).report.kind).toBe('delta');
  });

  it.each([
    ['2.0 SP2', ['2.00.1493.3000'], 'complete'],
    ['2.0 SP3', ['2.00.1493.4008'], 'delta'],
    ['2.0 SP2', ['2.00.1493.3000', '2.00.1493.4008'], 'complete'],
    ['2.0 SP2', ['2.00.1493.2000'], 'delta'],
  ])('%s: after the installation of the agents %j the next inventory is %s (Q319864)', (release, builds, kind) => {
    const bench = new ClientBench({ release, operatingSystem: 'Windows 98', user: true });
    for (const version of builds) {
      stopService(bench.simulation, 'PC1', 'SMS Client Service');
      bench
        .files(bench.client)
        .write(`${bench.root}\\Clicomp\\Hinv\\Hinv32.exe`, { size: 5, token: version }, { version });
      startService(bench.simulation, 'PC1', 'SMS Client Service');
      bench.pass(10 * minute);
    }
    expect(inventory(bench).report.kind).toBe(kind);
    expect(inventory(bench).report.kind).toBe('delta');
  });

  it('takes no inventory while Sms_def.mof does not compile (Q237495)', () => {
    const bench = new ClientBench();
    bench.files(bench.server).writeText('C:\\SMS\\inboxes\\clifiles.src\\hinv\\Sms_def.mof', 'class {');
    bench.pass(minute).cycle();
    const before = bench.log('Hinv32.log').length;
    bench.post(hardwareAgent, 'run').pass(5 * minute);
    expect(bench.log('Hinv32.log', before)).toEqual([
      'Hardware Inventory Agent cycle started ..... !',
      'ERROR 2 - Failed to run MofComp !',
    ]);
  });

  it('reports what was added, changed and removed', () => {
    const bench = new ClientBench();
    const [disk] = bench.client.hardware['Win32_DiskDrive'] ?? [];
    bench.client.hardware = {
      ...bench.client.hardware,
      Win32_DiskDrive: [
        { ...disk, Model: 'SEAGATE' },
        { DeviceID: '\\\\.\\PHYSICALDRIVE1', Model: 'MAXTOR' },
      ],
      Win32_CDROMDrive: [],
    };
    const changes = inventory(bench).report.groups.map(({ name, pragma }) => `${pragma} ${name}`);
    expect(changes.toSorted()).toEqual(['add Disk', 'delete CD-ROM', 'update Disk']);
  });

  it('shows a new BIOS only in a complete inventory (Q256610)', () => {
    const bench = new ClientBench();
    const bios = { Name: 'Default System BIOS', Manufacturer: 'Compaq', Version: 'NEW', ReleaseDate: '20000101' };
    bench.client.hardware = { ...bench.client.hardware, Win32_BIOS: [bios] };
    expect(inventory(bench).report.groups).toEqual([]);
    bench.resync('HW').cycle();
    const history = bench.files(bench.client).readText(`${bench.root}\\Clicomp\\Hinv\\Hinv.his`);
    expect(history.ok && history.value).toContain('NEW');
  });

  it('gives a class up whose provider has not answered for an hour, and goes on (Q225507)', () => {
    const trait = 'classes whose provider never answers';
    const overrides = [{ component: hardwareAgent, trait, value: 'Win32_BIOS' }];
    const bench = new ClientBench({ overrides });
    const lines = bench.log('Hinv32.log');
    const at = lines.indexOf('CLASS - Process Class: Win32_BIOS');
    expect(lines.slice(at, at + 3)).toEqual([
      'CLASS - Process Class: Win32_BIOS',
      'INSTANCE WARNING - Enumeration Timeout',
      'CLASS - Process Class: Win32_Processor',
    ]);
    expect(lines.at(-1)).toBe('Hardware Inventory Agent completed in 01 hours, 00 mins, 52 secs !');
  });

  it('skips integers that are too large and cuts texts that are too long (Q262242, Q298686)', () => {
    const bench = new ClientBench();
    const [configuration] = bench.client.hardware['Win32_NetworkAdapterConfiguration'] ?? [];
    const addresses = Array.from({ length: 30 }, (_, index) => `10.1.0.${100 + index}`).join(',');
    bench.client.hardware = {
      ...bench.client.hardware,
      Win32_NetworkAdapterConfiguration: [{ ...configuration, IPAddress: addresses, Index: 2147490648 }],
    };
    bench.post(hardwareAgent, 'run').pass(5 * minute);
    const lines = bench
      .log('Hinv32.log')
      .filter((line) => line.startsWith('WARNING') && line.includes('Configuration'));
    const adapters = 'Win32_NetworkAdapterConfiguration';
    expect(lines).toEqual([
      `WARNING - Property Index of ${adapters} has been skipped. Integer 2147490648 is too large !!`,
      `WARNING - Unable to return all values of property IPAddress of ${adapters}, max length reached !!`,
    ]);
  });

  it('adds NOIDMIFs and refuses those that are too large or cannot be read (Q202078)', () => {
    const bench = new ClientBench();
    const folder = `${bench.root}\\Noidmifs`;
    const mif = [
      'Start Component',
      '  Name = "Machine"',
      '  Start Group',
      '    Name = "Asset"',
      '    ID = 1',
      '    Class = "OFFICE|ASSET|1.0"',
      '    Start Attribute',
      '      Name = "Number"',
      '      ID = 1',
      '      Access = READ-ONLY',
      '      Storage = Specific',
      '      Type = String(16)',
      '      Value = "A17"',
      '    End Attribute',
      '  End Group',
      'End Component',
    ].join('\r\n');
    expect(parseMif(mif).ok).toBe(true);
    const files = bench.files(bench.client);
    files.writeText(`${folder}\\asset.mif`, mif);
    files.writeText(`${folder}\\broken.mif`, 'Start Nothing');
    files.write(`${folder}\\huge.mif`, { text: mif, size: 200_000 });
    expect(inventory(bench).report.groups.map(({ name, pragma }) => `${pragma} ${name}`)).toEqual(['add Asset']);
    const refused = files.list(`${folder}\\Badmifs`);
    expect(refused.ok && refused.value.map(({ name }) => name)).toEqual(['broken.mif', 'huge.mif']);
  });

  it.each([
    ['2.0', 7 * day],
    ['2.0 SP1', 6 * day + 21 * hour],
    ['2.0 SP3', 7 * day],
  ])(
    '%s: a simple schedule of 7 days brings the next inventory after %d ms, midnight or not (Q245723)',
    (release, wait) => {
      const bench = new ClientBench({ release });
      bench.post(hardwareAgent, 'run').pass(10 * minute);
      const before = starts(bench);
      bench.pass(wait - 11 * minute);
      expect(starts(bench) - before).toBe(0);
      bench.pass(11 * minute + minute);
      expect(starts(bench) - before).toBe(1);
    },
  );

  it('runs a full schedule at its hour on every client (Q245723)', () => {
    const token = printScheduleToken({
      ...weekly,
      start: weekly.start + 20 * hour,
      kind: 'interval',
      days: 1,
      hours: 0,
      minutes: 0,
    });
    const settings = { 'Hardware inventory schedule kind': 'full', 'Hardware inventory schedule': token };
    const bench = new ClientBench({ settings });
    expect(starts(bench.pass(17 * hour - minute))).toBe(1);
    expect(starts(bench.pass(2 * minute))).toBe(2);
    expect(starts(bench.pass(day))).toBe(3);
  });

  it('keeps the computer busy while it scans (Q206800)', () => {
    const bench = new ClientBench();
    bench.post(hardwareAgent, 'run').pass(1000);
    expect(bench.client.busyWith).toBe(hardwareAgent);
    expect(bench.pass(minute).client.busyWith).toBeUndefined();
  });

  it('sends everything as .raw from 16-bit Windows (Q202940)', () => {
    const bench = new ClientBench({ operatingSystem: 'Windows 3.11', user: true });
    logOn(bench.simulation, 'PC1', 'Anna', false);
    bench.post(`${hardwareAgent} (16-bit)`, 'run').pass(5 * minute);
    expect(bench.created('SRV1', /CAP_ABC\\inventry\.box\\.*\.raw$/i)).toHaveLength(2);
    expect(bench.log('Ccim.log').every((line) => line.startsWith('CCIM16 -'))).toBe(true);
  });

  it.each([
    ['2.0 SP1', 0],
    ['2.0 SP3', hour],
  ])('%s: in the first week of daylight time its status messages are %d ms ahead (Q295450)', (release, ahead) => {
    const bench = new ClientBench({ release, start: instantOf({ year: 2001, month: 4, day: 3, hour: 14 }) });
    bench.simulation.stopProcess('PC1/Copy Queue', 'stopped');
    bench.post(hardwareAgent, 'run').pass(5 * minute);
    const outbox = `${bench.root}\\Core\\Data\\Outbox`;
    const listed = bench.files(bench.client).list(outbox, '*.svf');
    const [file] = listed.ok ? listed.value : [];
    const text = bench.files(bench.client).readText(`${outbox}\\${file?.name}`);
    const message = text.ok ? parseStatusMessageFile(text.value) : undefined;
    const written = toUniversal('Central Standard Time', file?.created ?? 0);
    expect(message?.ok === true ? message.value.time - written : undefined).toBe(ahead);
  });
});
