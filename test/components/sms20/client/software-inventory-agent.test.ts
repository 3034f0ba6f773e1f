import { describe, expect, it } from 'vitest';
import { minute } from '../../../../src/kernel/index.ts';
import { parseSoftwareHistory, parseSoftwareReport, type SoftwareReport } from '../../../../src/world/index.ts';
import { ClientBench, softwareAgent } from './client-bench.ts';

function inventory(bench: ClientBench): { readonly report: SoftwareReport; readonly target: string } {
  bench.simulation.world.network.change('PC1', 'SRV1', { held: true });
  bench.post(softwareAgent, 'run').pass(5 * minute);
  const [transfer] = bench.simulation.world.transfers.active().filter(({ target }) => /sinv\.box/i.test(target));
  if (transfer === undefined || !('text' in transfer.content)) throw new Error('no inventory is under way');
  const report = parseSoftwareReport(transfer.content.text);
  if (!report.ok) throw new Error('the report cannot be read');
  bench.simulation.world.network.change('PC1', 'SRV1', { held: false });
  bench.simulation.world.transfers.linkChanged();
  bench.pass(10 * minute);
  return { report: report.value, target: transfer.target };
}

function names(bench: ClientBench): readonly string[] {
  const text = bench.files(bench.client).readText(`${bench.root}\\Clicomp\\Sinv\\Sinv.his`);
  const files = text.ok ? parseSoftwareHistory(text.value) : undefined;
  return files?.ok === true ? files.value.map(({ fileName }) => fileName) : [];
}

describe('Software Inventory Agent', () => {
  it('takes the first inventory 30 minutes after its installation and logs its steps (Q200852, Q317423)', () => {
    expect(new ClientBench().log('Sinv32.log')).toEqual([
      '====== Logging initialized for module "Software Inventory Agent" =======',
      'Software Inventory Agent cycle started ..... !',
      'AppRegister Software Inventory Agent - Event Driven (6)',
      'AppRegister Software Inventory Agent - Restart Driven (6)',
      'Reschedule agent to launch on boot.',
      'Maximum Collected File Size: 1 (MB)',
      'Inventory Type: exe',
      'Preloading history file ......',
      'Scanning Drives ......',
    ]);
  });

  it('sends everything first, and then what has changed (Q234360)', () => {
    const bench = new ClientBench();
    expect(bench.created('SRV1', /CAP_ABC\\sinv\.box\\[A-Z0-9]{8}\.sic$/i)).toHaveLength(1);
    const files = bench.files(bench.client);
    files.write('C:\\Plus\\new.exe', { size: 7 });
    files.delete('C:\\Plus\\plus.exe');
    const { report, target } = inventory(bench);
    expect(target).toMatch(/\.sid$/);
    const changes = report.kind === 'delta' ? report.changes : [];
    expect(changes.map(({ action, file }) => `${action} ${file.fileName}`)).toEqual(['add new.exe', 'delete plus.exe']);
  });

  it.each(['Sinv.his is gone', 'a resync is asked for'])('sends everything when %s (Q272436)', (reason) => {
    const bench = new ClientBench();
    const key = `HKLM\\Software\\Microsoft\\SMS\\Client\\Sites\\ABC\\Client Components\\${softwareAgent}`;
    if (reason.startsWith('Sinv')) bench.files(bench.client).delete(`${bench.root}\\Clicomp\\Sinv\\Sinv.his`);
    else bench.client.registry.set(key, 'Resync', { type: 'REG_DWORD', data: 1 });
    expect(inventory(bench).report.kind).toBe('complete');
    expect(inventory(bench).report.kind).toBe('delta');
  });

  it('counts files that are the same, without their paths (Q202108)', () => {
    const bench = new ClientBench();
    const files = bench.files(bench.client);
    for (const folder of ['One', 'Two', 'Recycled']) {
      files.createFolder(`C:\\${folder}`);
      files.write(`C:\\${folder}\\same.exe`, { size: 7 });
    }
    const { report } = inventory(bench);
    const [change] = report.kind === 'delta' ? report.changes : [];
    expect([change?.file.fileName, change?.file.count]).toEqual(['same.exe', 2]);
  });

  it('leaves out a drive with Skpswi.dat in its root (Q255959)', () => {
    const bench = new ClientBench();
    bench.files(bench.client).writeText('C:\\Skpswi.dat', '');
    bench.post(softwareAgent, 'run').pass(10 * minute);
    expect(names(bench)).toEqual([]);
  });

  it.each([
    ['2.0 SP1', false],
    ['2.0 SP2', true],
  ])('%s: a file without a company is listed: %s (Q245700)', (release, listed) => {
    expect(names(new ClientBench({ release })).includes('nobody.exe')).toBe(listed);
  });

  it('looks for the file types of the site (Q199116)', () => {
    const bench = new ClientBench({ settings: { 'Software inventory file types': ['*.dll', '*.ini'] } });
    expect(bench.log('Sinv32.log')).toContain('Inventory Type: dll');
    expect(names(bench).filter((name) => name.endsWith('.exe'))).toEqual([]);
  });

  it('gives up when the registry names no site (Q315715)', () => {
    const bench = new ClientBench();
    const properties = 'HKLM\\Software\\Microsoft\\SMS\\Client\\Configuration\\Client Properties';
    bench.client.registry.deleteValue(properties, 'SMS Installed Sites');
    bench.post(softwareAgent, 'run').pass(10 * minute);
    expect(bench.log('Sinv32.log').at(-1)).toBe('ERROR 4 - Get SW Inventory Sites data failed !!');
  });
});
