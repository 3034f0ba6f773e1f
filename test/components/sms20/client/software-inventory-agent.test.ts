import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../../../src/kernel/index.ts';
import { parseSoftwareHistory, parseSoftwareReport, type SoftwareReport } from '../../../../src/world/index.ts';
import { ClientBench, softwareAgent } from './client-bench.ts';

function inventory(bench: ClientBench): { readonly report: SoftwareReport; readonly target: string } {
  const since = bench.records.length;
  const outbox = `${bench.root}\\Clicomp\\Sinv\\Outbox`;
  bench.simulation.world.network.change('PC1', 'SRV1', { cut: true });
  bench.post(softwareAgent, 'run').pass(5 * minute);
  const files = bench.files(bench.client);
  const waiting = files.list(outbox, '*.inv');
  const [file] = waiting.ok ? waiting.value : [];
  const text = files.readText(`${outbox}\\${file?.name ?? ''}`);
  const report = text.ok ? parseSoftwareReport(text.value) : text;
  if (file === undefined || !report.ok) throw new Error('no inventory can be read in the outbox');
  bench.simulation.world.network.change('PC1', 'SRV1', { cut: false });
  bench.pass(hour);
  return { report: report.value, target: bench.created('SRV1', /sinv\.box\\.*\.si[cd]$/i, since)[0] ?? '' };
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

  it('on 16-bit Windows is Sinv16, and sends everything first and then what has changed', () => {
    const bench = new ClientBench({ operatingSystem: 'Windows 3.11', user: true });
    bench.files(bench.client).write('C:\\PLUS\\NEW.EXE', { size: 7 });
    bench.post(`${softwareAgent} (16-bit)`, 'run').pass(10 * minute);
    expect(bench.log('Sinv16.log').filter((line) => line.includes('cycle started'))).toHaveLength(2);
    for (const extension of ['sic', 'sid']) {
      expect(bench.created('SRV1', new RegExp(`CAP_ABC.sinv.box.[A-Z0-9]{8}.${extension}$`, 'i'))).toHaveLength(1);
    }
  });

  it.each([
    [1, ['A.LOG', 'B.LOG', 'C.LOG']],
    [3 / 1024, ['B.LOG', 'C.LOG']],
  ])('sends collected files of up to %d MB and leaves out what does not fit', (maximum, names) => {
    const bench = new ClientBench({
      settings: { 'File collection names': ['?.log'], 'File collection maximum per client (MB)': maximum },
    });
    const files = bench.files(bench.client);
    for (const [name, size] of Object.entries({ A: 4000, B: 1000, C: 2000 })) {
      files.write(`C:\\Plus\\${name}.LOG`, { size });
    }
    const { collected = [] } = inventory(bench).report;
    expect(collected.map(({ path }) => path)).toEqual(names.map((name) => `C:\\Plus\\${name}`));
    expect(inventory(bench).report.collected).toBeUndefined();
  });

  it('gives up when the registry names no site (Q315715)', () => {
    const bench = new ClientBench();
    bench.client.registry.deleteValue('HKLM\\Software\\Microsoft\\SMS\\Client', 'InstalledSites');
    bench.post(softwareAgent, 'run').pass(10 * minute);
    expect(bench.log('Sinv32.log').at(-1)).toBe('ERROR 4 - Get SW Inventory Sites data failed !!');
  });
});
