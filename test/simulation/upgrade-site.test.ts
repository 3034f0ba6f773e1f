import { describe, expect, it } from 'vitest';
import { findRelease } from '../../src/catalogue/index.ts';
import { minute } from '../../src/kernel/index.ts';
import { upgradeSite } from '../../src/simulation/index.ts';
import { parseClientBaseConfiguration, parseOffer } from '../../src/world/index.ts';
import { ServerBench } from '../components/sms20/server-fixture.ts';

const administrator = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };

function upgrade(bench: ServerBench, name: string): string | undefined {
  const release = findRelease(name);
  if (release === undefined) throw new Error(`there is no release ${name}`);
  return upgradeSite(bench.simulation, 'ABC', release)?.refusal;
}

describe('the upgrade of a site', () => {
  it('stops the services, replaces Bin, Clicomp.src, Sms_def.mof and Full Version, and starts the services', () => {
    const bench = new ServerBench('2.0 SP2').start();
    const before = bench.records.length;
    expect(upgrade(bench, 'SP3')).toBeUndefined();
    const seen = bench.records.slice(before).map(({ kind, subject, detail }) => `${kind} ${subject} ${detail}`);
    const order = [
      'service SMS_EXECUTIVE Stopped',
      'note release installed 2.0 SP3',
      'Full Version',
      'service SMS_EXECUTIVE Running',
    ];
    const places = order.map((text) => seen.findIndex((line) => line.includes(text)));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    const versionOf = (path: string): string | undefined => {
      const facts = bench.server.files.stat(administrator, `C:\\SMS\\${path}`);
      return facts.ok ? facts.value.version : undefined;
    };
    expect(versionOf('bin\\i386\\Inboxmgr.dll')).toBe('2.00.1493.3000');
    expect(versionOf('bin\\i386\\Ccim32.dll')).toBe('2.00.1493.3004');
    expect(versionOf('inboxes\\clicomp.src\\base\\i386\\Ccim32.dll')).toBe('2.00.1493.3004');
    expect(bench.text(bench.inbox('clicomp.src', 'base', 'Compver.ini'))).toContain('2.00.1493.3004');
    expect(bench.text(bench.inbox('clifiles.src', 'hinv', 'Sms_def.mof'))).toContain('Win32_USBController');
  });

  it('lets the components of the site do the rest: offers, CRCs and the files of the CAP', () => {
    const bench = new ServerBench('2.0 SP2', { cap: true }).start();
    const crcs = (): readonly number[] => {
      const file = parseClientBaseConfiguration(bench.text(bench.inbox('clidata.src', 'Cli_inst.cfg')));
      return file.ok ? file.value.programs.map(({ crc }) => crc) : [];
    };
    const old = crcs();
    upgrade(bench, 'SP3');
    bench.pass(10 * minute);
    const offered = parseOffer(bench.text(bench.inbox('clicfg.src', 'CLINTX86.OFR'))).components;
    expect(offered.find(({ directory }) => directory === 'hinv')?.version).toBe('2.00.1493.3000');
    expect(crcs()).toHaveLength(old.length);
    expect(crcs().filter((crc) => old.includes(crc))).toEqual([]);
    const compver = bench.simulation.world
      .mustHave('CAP1')
      .files.readText(administrator, 'C:\\CAP_ABC\\clicomp.box\\hinv\\Compver.ini');
    expect(compver).toMatchObject({ ok: true, value: expect.stringContaining('2.00.1493.3000') });
  });

  it('goes from release to release, and never passes by a service pack that is required', () => {
    const bench = new ServerBench('2.0').start();
    expect(['SP4', 'SP1', 'SP3', 'SP2', 'HRP', 'SP4', 'HRP'].map((name) => upgrade(bench, name))).toEqual([
      '2.0 SP4 requires 2.0 SP2 or 2.0 SP3.',
      undefined,
      '2.0 SP3 requires 2.0 SP2.',
      undefined,
      '2.0 SP4 HRP requires 2.0 SP4.',
      undefined,
      undefined,
    ]);
  });
});
