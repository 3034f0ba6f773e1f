import { describe, expect, it } from 'vitest';
import { listedComponents } from '../../../../src/components/sms20/client/index.ts';
import { findRelease } from '../../../../src/catalogue/index.ts';
import { day, hour, minute, second } from '../../../../src/kernel/index.ts';
import { killProcess, logOn, powerOff, powerOn, upgradeSite } from '../../../../src/simulation/index.ts';
import { printRegistryTime, toLocal, type OperatingSystemName } from '../../../../src/world/index.ts';
import { ClientBench, ccim, hardwareAgent, softwareAgent } from './client-bench.ts';

const base = 'SMS Client Base Components';
const manager = 'SMS Available Programs Manager';
const managerOffer = 'Available Programs Manager Win32';
const distribution = 'Software Distribution';

function component(bench: ClientBench, name: string): string {
  const row = listedComponents(bench.client.registry).find((one) => one.name === name);
  return row === undefined ? 'not listed' : `${row.version} ${row.status}`;
}

function upgraded(operatingSystem: OperatingSystemName): ClientBench {
  const bench = new ClientBench({ release: '2.0 SP2', operatingSystem, user: true });
  const release = findRelease('SP3');
  if (release === undefined) throw new Error('no SP3');
  expect(upgradeSite(bench.simulation, 'ABC', release)).toBeUndefined();
  return bench.pass(5 * minute);
}

function restart(bench: ClientBench): ClientBench {
  powerOff(bench.simulation, 'PC1', 'stopped');
  bench.pass(minute);
  powerOn(bench.simulation, 'PC1');
  logOn(bench.simulation, 'PC1', 'Anna', false);
  return bench.pass(20 * minute);
}

function verifyNow(bench: ClientBench, name: string): ClientBench {
  const old = printRegistryTime(bench.client.now() - 31 * day);
  return bench.setText(`Client Components\\${name}`, 'Last Done', old);
}

describe('CCIM and the components on offer', () => {
  it('sets the base group up itself, and hands agents over, the last of the offers first (Q235161, Q236596)', () => {
    const lines = new ClientBench().log('Ccim32.log');
    const worked = lines.flatMap((line) => /^Component "(.+)" needs to be installed$/.exec(line)?.[1] ?? []);
    expect(worked).toEqual(['Windows Management', managerOffer, distribution, softwareAgent, hardwareAgent]);
    expect(lines).toContain('Process "i386\\apasetup.exe /s" finished; exit code = 0.');
    expect(lines.filter((line) => line === 'Trying to open IPC connection with APM...')).toHaveLength(3);
  });

  it('takes a sixth of a second for a look at a CAP, and none for what needs nothing (Q236596)', () => {
    const bench = new ClientBench();
    const times = (text: RegExp): readonly number[] =>
      bench.records.flatMap(({ kind, detail, time }) => (kind === 'log' && text.test(detail) ? [time] : []));
    const [needed = 0] = times(/"Windows Management" needs to be installed$/);
    const [started] = times(/Waiting for Process "i386.WBEMSDK/);
    expect(started).toBe(needed + 170);
    const from = bench.records.length;
    bench.cycle();
    const quiet = bench.records.slice(from).filter(({ kind, detail }) => kind === 'log' && /component/.test(detail));
    expect(new Set(quiet.map(({ time }) => time)).size).toBe(1);
  });

  it('notes what Clicore has placed 50 seconds before the service runs again (Q236596)', () => {
    const bench = upgraded('Windows NT 4.0').cycle();
    const isStart = ({ kind, subject, detail }: (typeof bench.records)[number]): boolean =>
      kind === 'process' && subject === 'SMS Client Service' && detail === 'started';
    const started = bench.records.findLast(isStart)?.time ?? 0;
    const noted = bench.text(`Client Components\\${base}`, 'Last Done');
    expect(noted).toBe(printRegistryTime(toLocal(bench.client.zone, started - 50 * second)));
  });

  it('shows the version of an upgraded agent within the hour in which it looks again (Q235161)', () => {
    const bench = upgraded('Windows NT 4.0').cycle();
    expect(component(bench, base)).toBe('2.00.1493.3004 Installed');
    expect(component(bench, managerOffer)).toBe('2.00.1493.3002 Installed');
    expect(component(bench, hardwareAgent)).toBe('2.00.1493.2000 Installed');
    bench.pass(hour);
    expect(component(bench, hardwareAgent)).toBe('2.00.1493.3000 Installed');
  });

  it('upgrades the base components by Clicore, which starts the service anew (Q264630)', () => {
    const bench = upgraded('Windows NT 4.0');
    const before = bench.log('Clisvc.log').length;
    bench.cycle();
    const build = bench.files(bench.client).stat(`${bench.root}\\Core\\Bin\\Ccim32.dll`);
    expect(build.ok && build.value.version).toBe('2.00.1493.3004');
    expect(bench.log('Clisvc.log', before)[0]).toBe(`${ccim} - (LAUNCH_CONTINUOUS_START)`);
    expect(bench.log('Clicore.log').slice(-2)).toEqual([
      'Base client files are version 2.0.1493.3004',
      'Current clibase version is 2.0.1493.2009',
    ]);
  });

  it('waits on Windows 98 for a restart after the base, and for another after Software Distribution (Q264969)', () => {
    const bench = upgraded('Windows 98').cycle();
    expect(component(bench, base)).toBe('2.00.1493.2009 Reboot Required');
    expect(component(bench, hardwareAgent)).toBe('2.00.1493.2000 Installed');
    restart(bench);
    expect(component(bench, base)).toBe('2.00.1493.3004 Installed');
    expect(component(bench, distribution)).toBe('2.00.1493.2011 Reboot Required');
    expect(component(bench, hardwareAgent)).toBe('2.00.1493.2000 Install Pending');
    bench.cycle().pass(hour);
    expect(component(bench, hardwareAgent)).toBe('2.00.1493.3000 Installed');
    expect(component(bench, distribution)).toBe('2.00.1493.2011 Reboot Required');
    restart(bench);
    expect(component(bench, distribution)).toBe('2.00.1493.3000 Installed');
  });

  it('moves what Available Programs Manager cannot be asked about to the end of the list (Q264630)', () => {
    const bench = upgraded('Windows NT 4.0').cycle();
    verifyNow(bench, hardwareAgent);
    killProcess(bench.simulation, `PC1/${manager}`);
    bench.files(bench.client).delete(`${bench.root}\\Clicomp\\Apa\\Bin\\Smsapm32.exe`);
    bench.cycle();
    const before = bench.log('Ccim32.log').length;
    const error = 'The filename, directory name, or volume label syntax is incorrect.~~';
    expect(bench.cycle().log('Ccim32.log', before).slice(3, 7)).toEqual([
      'CLIENT IS ASSIGNED',
      'Trying to open IPC connection with APM...',
      `ERROR: Unable to establish a connection with APM - ${error}`.replace(/~~$/, ''),
      `Component "${hardwareAgent}" moved from index 3 to 5`,
    ]);
    expect(bench.log('Ccim32.log', before)).toContain(
      'Warning - CClientOfferArray::ResolvePendingOperations returned 123',
    );
  });

  it('copies whole bundles to verify them; from SP2 on what is in order stays (Q246040, Q277783)', () => {
    const bench = verifyNow(new ClientBench(), base);
    const since = bench.records.length;
    bench.cycle();
    const sent = bench.records
      .slice(since)
      .filter(({ kind, subject }) => kind === 'traffic' && subject === 'SRV1 > PC1');
    const bytes = sent.reduce((total, { detail }) => total + Number.parseInt(detail, 10), 0);
    expect(bytes).toBeGreaterThan(4_000_000);
    const skipped = bench.files(bench.client).readText(`${bench.root}\\Core\\Bin\\Coreinst.log`);
    expect(skipped.ok && skipped.value).toContain('Skipped File: C:\\WINNT\\MS\\SMS\\Core\\Bin\\Ccim32.dll');
    expect(bench.records.slice(since).some(({ kind }) => kind === 'service')).toBe(false);
  });

  it('takes a component again ten minutes after its copy broke off (Q302674)', () => {
    const bench = upgraded('Windows NT 4.0');
    bench.post(ccim, 'wake').pass(2.5 * minute);
    bench.simulation.world.network.change('PC1', 'SRV1', { cut: true });
    bench.simulation.world.transfers.linkChanged();
    bench.pass(5 * minute);
    bench.simulation.world.network.change('PC1', 'SRV1', { cut: false });
    bench.pass(30 * minute);
    const build = bench.files(bench.client).stat(`${bench.root}\\Clicomp\\Hinv\\Hinv32.exe`);
    expect(build.ok && build.value.version).toBe('2.00.1493.3000');
  });

  it('gives the mutex of the launch data back when the service that owns it is killed (Q289552)', () => {
    const bench = new ClientBench();
    bench.client.mutexes.set('application launch data', 'PC1/SMS Client Service');
    killProcess(bench.simulation, 'PC1/SMS Client Service');
    expect(bench.client.mutexes.size).toBe(0);
  });
});
