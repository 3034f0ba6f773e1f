import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../../../src/kernel/index.ts';
import { startService, stopService } from '../../../../src/simulation/index.ts';
import {
  canStart,
  listedComponents,
  listedSites,
  moveSiteUp,
  requestRepair,
  startMessage,
} from '../../../../src/components/sms20/client/index.ts';
import { parseLogLine } from '../../../../src/world/index.ts';
import { ClientBench, ccim, hardwareAgent, softwareAgent } from './client-bench.ts';

const service = 'SMS Client Service';

function damage(bench: ClientBench, file: string): void {
  bench.files(bench.client).write(`${bench.root}\\${file}`, { size: 5, token: 'trojan' }, { version: '1.0.0.0' });
}

function restart(bench: ClientBench): readonly string[] {
  stopService(bench.simulation, 'PC1', service);
  const before = bench.log('Clisvc.log').length;
  startService(bench.simulation, 'PC1', service);
  return bench.pass(10 * minute).log('Clisvc.log', before);
}

describe('SMS Client Service', () => {
  it.each([
    ['Windows NT 4.0', 'C:\\WINNT'],
    ['Windows 95', 'C:\\WINDOWS'],
  ] as const)('on %s names itself in its log by its path below %s (Q246331)', (operatingSystem, folder) => {
    const bench = new ClientBench({ operatingSystem, user: true });
    const text = bench.files(bench.client).readText(`${bench.root}\\Logs\\Clisvc.log`);
    expect(text.ok && parseLogLine(text.value.split('\r\n')[0] ?? '')?.component).toBe(
      `${folder}\\MS\\SMS\\CORE\\BIN\\CLISVCL.EXE`,
    );
  });

  it('launches the base components, and the agents when CCIM has approved (Q264630)', () => {
    const lines = restart(new ClientBench());
    const agent = lines.filter((line) => line.startsWith(hardwareAgent));
    expect(lines.slice(0, 3)).toEqual([
      `${ccim} - (LAUNCH_CONTINUOUS_START)`,
      `${ccim} - Attempting to launch application`,
      'Verifying application [C:\\WINNT\\MS\\SMS\\core\\Bin\\ccim32.dll]',
    ]);
    expect(agent).toEqual([
      `${hardwareAgent} - Not launching until CCIM indicates that it's safe to do so`,
      `${hardwareAgent} - (LAUNCH_CONTINUOUS_START)`,
      `${hardwareAgent} - Attempting to launch application`,
      `${hardwareAgent} - Waiting 20 seconds for application initialisation`,
    ]);
  });

  it('refuses a program with another CRC, and all its agents with CCIM (Q246331)', () => {
    const bench = new ClientBench();
    damage(bench, 'Core\\Bin\\Ccim32.dll');
    expect(restart(bench).slice(2, 6)).toEqual([
      'Verifying application [C:\\WINNT\\MS\\SMS\\core\\Bin\\ccim32.dll]',
      '#$#$#$#$#$ ERROR: The Client Service is not authorized to run this application! (5)',
      `*** ${ccim} - Error launching (#0x5)`,
      '!!!WARNING: Problem starting App (5). Doing App Verify.',
    ]);
    expect([ccim, hardwareAgent, softwareAgent].filter((name) => bench.runs(name))).toEqual([]);
  });

  it.each([
    ['2.0 SP3', 'authorised'],
    ['2.0 SP4', 'authorized'],
  ])('%s: writes %s (Q246331, Q323652)', (release, word) => {
    const bench = new ClientBench({ release });
    damage(bench, 'Core\\Bin\\Ccim32.dll');
    const line = `#$#$#$#$#$ ERROR: The Client Service is not ${word} to run this application! (5)`;
    expect(restart(bench)).toContain(line);
  });

  it('refuses one agent and runs the other (Q246331)', () => {
    const bench = new ClientBench();
    damage(bench, 'Clicomp\\Hinv\\Hinv32.exe');
    expect(restart(bench)).toContain(`**ERROR: AppVerify(${hardwareAgent}) returned 232`);
    expect([hardwareAgent, softwareAgent].filter((name) => bench.runs(name))).toEqual([softwareAgent]);
  });

  it('tries a refused program again, and starts it when its file is right', () => {
    const bench = new ClientBench();
    const path = `${bench.root}\\Clicomp\\Hinv\\Hinv32.exe`;
    const kept = `${bench.root}\\Clicomp\\Hinv32.old`;
    bench.files(bench.client).copy(path, kept);
    damage(bench, 'Clicomp\\Hinv\\Hinv32.exe');
    restart(bench);
    bench.files(bench.client).copy(kept, path);
    expect(bench.pass(30 * minute).runs(hardwareAgent)).toBe(false);
    expect(bench.pass(hour).runs(hardwareAgent)).toBe(true);
  });

  it('takes the CRC of the site where its own differs, and keeps it (Q270912)', () => {
    const bench = new ClientBench();
    const key = 'HKLM\\Software\\Microsoft\\SMS\\Client\\Configuration\\Verification Data';
    const right = bench.client.registry.getNumber(key, 'Hinv32.exe');
    bench.client.registry.set(key, 'Hinv32.exe', { type: 'REG_DWORD', data: 1 });
    restart(bench);
    expect(bench.runs(hardwareAgent)).toBe(true);
    expect(right).toBeDefined();
    expect(bench.client.registry.getNumber(key, 'Hinv32.exe')).toBe(right);
  });

  it('runs the base programs by the CRCs of their installation, whatever the site hands out (Q270912)', () => {
    const bench = new ClientBench();
    const site = 'HKLM\\Software\\Microsoft\\SMS\\Client\\Sites\\Shared\\ABC';
    const key = `${site}\\Configuration\\Client Properties\\Reserved1`;
    bench.client.registry.set(key, 'Ccim32.dll', { type: 'REG_DWORD', data: 1 });
    restart(bench);
    expect(bench.runs(ccim)).toBe(true);
  });

  it('checks nothing on Windows 98 (Q246331)', () => {
    const bench = new ClientBench({ operatingSystem: 'Windows 98', user: true });
    damage(bench, 'Core\\Bin\\Cqmgr32.dll');
    restart(bench);
    expect(bench.runs('Copy Queue')).toBe(true);
  });

  it('ends everything it has launched when it is stopped', () => {
    const bench = new ClientBench();
    stopService(bench.simulation, 'PC1', service);
    expect([service, ccim, 'Copy Queue', hardwareAgent, softwareAgent].filter((name) => bench.runs(name))).toEqual([]);
  });
});

describe('Systems Management in Control Panel', () => {
  it('lists the components with version and state (Q215129)', () => {
    const listed = listedComponents(new ClientBench({ release: '2.0 SP3' }).client.registry);
    expect(listed).toContainEqual({ name: hardwareAgent, version: '2.00.1493.3000', status: 'Installed' });
    expect(listed.filter(canStart).map(({ name }) => name)).toEqual([hardwareAgent, softwareAgent]);
  });

  it('says what Q206800 quotes when a component is started', () => {
    const message = 'Hardware Inventory Agent will be started. This may take several minutes to complete.';
    expect(startMessage(hardwareAgent)).toBe(message);
  });

  it('moves a site up in its list (Q246974)', () => {
    const bench = new ClientBench();
    const key = 'HKLM\\Software\\Microsoft\\SMS\\Client';
    bench.client.registry.set(key, 'InstalledSites', { type: 'REG_MULTI_SZ', data: ['ABC', 'XYZ'] });
    expect(moveSiteUp(bench.client.registry, 'ABC')).toBe(false);
    expect(moveSiteUp(bench.client.registry, 'XYZ')).toBe(true);
    expect(listedSites(bench.client.registry)).toEqual(['XYZ', 'ABC']);
  });

  it('has a component repaired by the next CCIM cycle (Q221481)', () => {
    const bench = new ClientBench();
    expect(requestRepair(bench.client.registry, softwareAgent)).toBe(true);
    expect(requestRepair(bench.client.registry, 'Notepad')).toBe(false);
    bench.cycle();
    expect(bench.log('Ccim32.log')).toContain(`Component "${softwareAgent}" needs to be verified`);
    const listed = listedComponents(bench.client.registry).find(({ name }) => name === softwareAgent);
    expect(listed?.status).toBe('Installed');
  });
});
