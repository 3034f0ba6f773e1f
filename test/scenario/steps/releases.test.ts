import { describe, expect, it } from 'vitest';
import { minute } from '../../../src/kernel/index.ts';
import { StepBench } from './step-bench.ts';

const loader = 'C:\\SMS\\bin\\i386\\Dataldr.dll';
const inUse = 'The process cannot access the file because it is being used by another process.';

const mof = 'C:\\SMS\\inboxes\\clifiles.src\\hinv\\Sms_def.mof';
const setupKey = 'HKLM\\Software\\Microsoft\\SMS\\Setup';

describe('install release', () => {
  it('replaces the files of all servers of the site and starts their services, 20 minutes later', () => {
    const bench = new StepBench('2.0');
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }', 'install release: { release: SP2 }');
    expect(bench.facts('SMSSRV1', loader)?.version).toBe('2.00.1493.2000');
    expect(bench.runs('SMSSRV1', 'SMS_INBOX_MANAGER')).toBe(false);
    bench.pass(20 * minute);
    expect(bench.runs('SMSSRV1', 'SMS_INBOX_MANAGER')).toBe(true);
    expect(bench.facts('CAP1', 'C:\\SMS\\bin\\i386\\Inboxast.dll')?.version).toBe('2.00.1493.2000');
    // Site Component Manager starts SMS Executive where it has brought new programs.
    expect(bench.runs('CAP1', 'SMS_INBOX_MANAGER_ASSISTANT')).toBe(true);
    expect(bench.computer('SMSSRV1').registry.getText(setupKey, 'Full Version')).toBe('2.00.1493.2000');
  });

  it('overwrites an Sms_def.mof that the administrator has changed, and leaves one that is right with its date', () => {
    const bench = new StepBench('2.0 SP3');
    const shipped = bench.facts('SMSSRV1', mof);
    bench.pass(minute);
    bench.done('install release: { release: SP4 }');
    expect(bench.facts('SMSSRV1', mof)).toEqual(shipped);
    const text = bench.text('SMSSRV1', mof);
    bench.done('sms_def.mof: { off: all }', 'install release: { release: SP4 }');
    expect(bench.text('SMSSRV1', mof)).toBe(text);
    expect(bench.facts('SMSSRV1', mof)?.modified).not.toBe(shipped?.modified);
  });

  it('keeps what the administrator puts back before Setup is done (Q319864)', () => {
    const bench = new StepBench('2.0 SP3');
    bench.done('sms_def.mof: { off: all }', `copy: { on: SMSSRV1, from: '${mof}', to: 'C:\\Sms_def.mof' }`);
    const own = bench.text('SMSSRV1', mof);
    bench.done('install release: { release: SP4 }');
    bench.done(`copy: { on: SMSSRV1, from: 'C:\\Sms_def.mof', to: '${mof}' }`);
    bench.pass(20 * minute);
    expect(bench.text('SMSSRV1', mof)).toBe(own);
  });

  it.each([
    ['2.0', 'SP3', '2.0 SP3 requires 2.0 SP2.'],
    ['2.0 SP1', 'SP3', '2.0 SP3 requires 2.0 SP2.'],
    ['2.0 SP1', 'SP4', '2.0 SP4 requires 2.0 SP2 or 2.0 SP3.'],
    ['2.0 SP3', 'HRP', '2.0 SP4 HRP requires 2.0 SP4.'],
  ])('%s: Setup of %s refuses, and says: %s (Q280756, Q308269, Q323206)', (from, to, words) => {
    const bench = new StepBench(from);
    const before = bench.facts('SMSSRV1', loader);
    expect(bench.play(`install release: { release: ${to} }`)).toEqual([words]);
    expect(bench.computer('SMSSRV1').dialogs).toMatchObject([{ title: 'SMS Setup', text: words }]);
    expect(bench.facts('SMSSRV1', loader)).toEqual(before);
  });

  it('knows the release of a site without Full Version by its base components', () => {
    const bench = new StepBench('2.0 SP2');
    bench.done(`registry delete: { on: SMSSRV1, key: '${setupKey}', name: Full Version }`);
    bench.done('install release: { release: SP3 }');
    const older = new StepBench('2.0 SP1');
    older.done(`registry delete: { on: SMSSRV1, key: '${setupKey}', name: Full Version }`);
    expect(older.play('install release: { release: SP3 }')).toEqual(['2.0 SP3 requires 2.0 SP2.']);
  });

  it('never lowers a version, neither with an older release nor under a hotfix (Q213410)', () => {
    const bench = new StepBench('2.0 SP4');
    bench.done('install release: { release: SP2 }');
    expect(bench.facts('SMSSRV1', loader)?.version).toBe('2.00.1493.4000');
    expect(bench.text('SMSSRV1', 'C:\\SMS\\inboxes\\clicomp.src\\hinv\\Compver.ini')).toContain('2.00.1493.4008');
    expect(bench.computer('SMSSRV1').registry.getText(setupKey, 'Full Version')).toBe('2.00.1493.4000');
    const fixed = new StepBench('2.0 SP2');
    fixed.done("hotfix: { on: SMSSRV1, files: { 'bin\\i386\\Dataldr.dll': 2.00.1493.4999 } }");
    fixed.done('install release: { release: SP4 }');
    expect(fixed.facts('SMSSRV1', loader)?.version).toBe('2.00.1493.4999');
  });

  it('enters passwords anew only with the rollup, which resets the site (Q323206)', () => {
    const bench = new StepBench('2.0 SP3');
    const passwordAfter = (release: string): string | undefined => {
      bench.world.accounts.set('SMSServer_ABC', { groups: ['Administrators'], password: release });
      bench.done(`install release: { release: ${release} }`);
      bench.pass(20 * minute);
      return bench.computer('SMSSRV1').service('SMS_EXECUTIVE')?.password;
    };
    expect(passwordAfter('SP4')).not.toBe('SP4');
    expect(passwordAfter('HRP')).toBe('HRP');
  });

  it('stops at a file that somebody holds open, and starts the services again', () => {
    const bench = new StepBench('2.0');
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }', `lock: { on: SMSSRV1, path: '${loader}' }`);
    expect(bench.play('install release: { release: SP2 }')).toEqual([`${loader}: ${inUse}`]);
    expect(bench.facts('SMSSRV1', loader)?.version).toBe('2.00.1239.0000');
    expect(bench.runs('SMSSRV1', 'SMS_INBOX_MANAGER')).toBe(true);
  });

  it('is for a site server that is on, and passes by a CAP that is off', () => {
    const bench = new StepBench('2.0');
    bench.done('power off: CAP1', 'install release: { release: SP2 }');
    bench.pass(20 * minute);
    expect(bench.facts('CAP1', 'C:\\SMS\\bin\\i386\\Inboxast.dll')?.version).toBe('2.00.1239.0000');
    bench.done('power off: SMSSRV1');
    expect(bench.play('install release: { release: SP2 }')).toEqual(['SMSSRV1 is off']);
  });
});

describe('hotfix', () => {
  it('replaces single files on a server and on a client', () => {
    const bench = new StepBench();
    bench.done("hotfix: { on: SMSSRV1, files: { 'bin\\i386\\Dataldr.dll': 2.00.1493.4999 } }");
    bench.done("hotfix: { on: PC1, files: { 'Core\\Bin\\ccim32.dll': 2.00.1493.4999 }, size: 10 KB }");
    expect(bench.facts('SMSSRV1', loader)?.version).toBe('2.00.1493.4999');
    expect(bench.facts('PC1', 'C:\\WINNT\\MS\\SMS\\Core\\Bin\\Ccim32.dll')).toMatchObject({ size: 10 * 1024 });
  });

  it('puts a new version of a client component into Clicomp.src', () => {
    const bench = new StepBench();
    bench.done('hotfix: { on: SMSSRV1, client components: { hinv: 2.00.1493.4999 } }');
    const folder = 'C:\\SMS\\inboxes\\clicomp.src\\hinv';
    expect(bench.text('SMSSRV1', `${folder}\\Compver.ini`)).toContain('2.00.1493.4999');
    expect(bench.facts('SMSSRV1', `${folder}\\i386\\Hinv32.exe`)?.version).toBe('2.00.1493.4999');
    expect(bench.play('hotfix: { on: PC1, client components: { hinv: 2.0.1 } }')).toEqual(['PC1 is no site server']);
    expect(bench.play('hotfix: { on: SMSSRV1, client components: { nothing: 2.0.1 } }')).toHaveLength(1);
  });

  it('leaves the size of a file as it is', () => {
    const bench = new StepBench();
    const size = bench.facts('SMSSRV1', 'C:\\SMS\\bin\\i386\\Hinv32.exe')?.size;
    bench.done("hotfix: { on: SMSSRV1, files: { 'bin\\i386\\Hinv32.exe': 2.00.1493.4999 } }");
    expect(bench.facts('SMSSRV1', 'C:\\SMS\\bin\\i386\\Hinv32.exe')).toMatchObject({ size, version: '2.00.1493.4999' });
  });

  it.each([
    ['2.0 SP1', true, '2.00.1380.1000', '2.00.1380.1105'],
    ['2.0 SP1', false, '000', '2.00.1380.1000'],
    ['2.0 SP2', true, '2.00.1493.2000', '2.00.1493.2000'],
  ])(
    'an installer for SP1 on %s with Full Version: %s finds %s, and leaves %s (Q249077)',
    (release, has, found, left) => {
      const bench = new StepBench(release);
      if (!has) bench.done(`registry delete: { on: SMSSRV1, key: '${setupKey}', name: Full Version }`);
      const files = "files: { 'bin\\i386\\Dataldr.dll': 2.00.1380.1105 }";
      bench.done(`hotfix: { on: SMSSRV1, installer: { name: Q249077, for: 2.0 SP1 }, ${files} }`);
      expect(bench.text('SMSSRV1', 'C:\\WINNT\\Q249077.log')).toBe(`SMS version ${found}\r\n`);
      expect(bench.facts('SMSSRV1', loader)?.version).toBe(left);
    },
  );

  it('cannot replace what is running when the services go on', () => {
    const bench = new StepBench();
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }');
    const files = "files: { 'bin\\i386\\Dataldr.dll': 2.00.1493.4999 }";
    expect(bench.play(`hotfix: { on: SMSSRV1, ${files}, stop services: false }`)).toEqual([`${loader}: ${inUse}`]);
    bench.done(`hotfix: { on: SMSSRV1, ${files} }`);
    expect(bench.facts('SMSSRV1', loader)?.version).toBe('2.00.1493.4999');
    expect(bench.runs('SMSSRV1', 'SMS_INVENTORY_DATA_LOADER')).toBe(true);
  });
});

describe('client access points and the whole site', () => {
  it('a CAP is added on another server and retired again', () => {
    const bench = new StepBench();
    bench.done('all SMS services: { on: SMSSRV1, do: start }', 'add access point: { server: CAP2 }');
    bench.pass(minute);
    expect(bench.site.accessPoints.map((point) => point.server)).toEqual(['SMSSRV1', 'CAP1', 'CAP2']);
    expect(bench.runs('CAP2', 'SMS_INBOX_MANAGER_ASSISTANT')).toBe(true);
    expect(bench.play('add access point: { server: CAP2 }')).toEqual(['CAP2 is a CAP of ABC already']);
    bench.done('retire access point: { server: CAP2 }', 'retire access point: { server: CAP1 }');
    bench.pass(minute);
    expect(bench.computer('CAP2').files.resolveShare('CAP_ABC')).toBeUndefined();
    expect(bench.play('retire access point: { server: CAP2 }')).toEqual(['CAP2 is no CAP of ABC']);
    expect(bench.play('retire access point: { server: SMSSRV1 }')).toEqual(['SMSSRV1 is the only CAP of ABC']);
    bench.done('power off: CAP1');
    expect(bench.play('add access point: { server: CAP1 }')).toEqual(['CAP1 is off']);
  });

  it('a reset brings the programs of the site server to the CAPs (Q311212)', () => {
    const bench = new StepBench();
    const assistant = 'C:\\SMS\\bin\\i386\\Inboxast.dll';
    bench.done("hotfix: { on: SMSSRV1, files: { 'bin\\i386\\Inboxast.dll': 2.00.1493.3206 } }");
    expect(bench.facts('CAP1', assistant)?.version).not.toBe('2.00.1493.3206');
    bench.done('reset site: {}');
    expect(bench.facts('CAP1', assistant)?.version).toBe('2.00.1493.3206');
  });

  it('a reset starts every component anew', () => {
    const bench = new StepBench();
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }', 'reset site: {}');
    const starts = bench.recordsOf('process').filter((record) => record.process === 'SMSSRV1/SMS_INBOX_MANAGER');
    expect(starts.map((record) => record.detail)).toEqual(['started', 'stopped', 'started']);
    expect(bench.runs('CAP1', 'SMS_INBOX_MANAGER_ASSISTANT')).toBe(true);
    bench.done('power off: SMSSRV1');
    expect(bench.play('reset site: {}')).toEqual(['SMSSRV1 is off']);
  });

  it('enters the present password of the server account, with which the services reach the CAP again', () => {
    const bench = new StepBench();
    const error = (): number => {
      const files = bench.simulation.processes.get('SMSSRV1/SMS_INBOX_MANAGER')?.files;
      const facts = files?.stat('\\\\CAP1\\CAP_ABC');
      return facts?.ok === false ? facts.error : 0;
    };
    bench.done('all SMS services: { on: SMSSRV1, do: start }');
    expect(error()).toBe(0);
    bench.done('account: { name: SMSServer_ABC, password: another }', 'all SMS services: { on: SMSSRV1, do: restart }');
    expect(error()).toBe(1326);
    bench.done('reset site: {}');
    expect(error()).toBe(0);
    bench.done('account: { name: SMSServer_ABC, do: disable }');
    expect(error()).toBe(1331);
  });
});
