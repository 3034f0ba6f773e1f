import { describe, expect, it } from 'vitest';
import { StepBench } from './step-bench.ts';

const loader = 'C:\\SMS\\bin\\i386\\Dataldr.dll';
const inUse = 'The process cannot access the file because it is being used by another process.';

describe('install release', () => {
  it('replaces the files of all servers of the site and starts what ran before', () => {
    const bench = new StepBench('2.0');
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }', 'sms_def.mof: { off: all }');
    const mof = bench.text('SMSSRV1', 'C:\\SMS\\inboxes\\clifiles.src\\hinv\\Sms_def.mof');
    bench.done('install release: { release: SP2 }');
    expect(bench.facts('SMSSRV1', loader)?.version).toBe('2.00.1493.2000');
    expect(bench.facts('CAP1', 'C:\\SMS\\bin\\i386\\Inboxast.dll')?.version).toBe('2.00.1493.2000');
    expect(bench.runs('SMSSRV1', 'SMS_INBOX_MANAGER')).toBe(true);
    expect(bench.runs('CAP1', 'SMS_INBOX_MANAGER_ASSISTANT')).toBe(false);
    expect(bench.text('SMSSRV1', 'C:\\SMS\\inboxes\\clifiles.src\\hinv\\Sms_def.mof')).toBe(mof);
  });

  it('stops at a file that somebody holds open, and starts the services again', () => {
    const bench = new StepBench('2.0');
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }', `lock: { on: SMSSRV1, path: '${loader}' }`);
    expect(bench.play('install release: { release: SP2, on: SMSSRV1 }')).toEqual([`${loader}: ${inUse}`]);
    expect(bench.facts('SMSSRV1', loader)?.version).toBe('2.00.1239.0000');
    expect(bench.runs('SMSSRV1', 'SMS_INBOX_MANAGER')).toBe(true);
  });

  it('is for servers of the site that are on', () => {
    const bench = new StepBench();
    expect(bench.play('install release: { release: SP2, on: PC1 }')).toEqual(['PC1 is no server of site ABC']);
    bench.done('power off: CAP1');
    expect(bench.play('install release: { release: SP2, on: CAP1 }')).toEqual(['CAP1 is off']);
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
    bench.done('add access point: { server: CAP2 }');
    expect(bench.site.accessPoints.map((point) => point.server)).toEqual(['SMSSRV1', 'CAP1', 'CAP2']);
    expect(bench.runs('CAP2', 'SMS_INBOX_MANAGER_ASSISTANT')).toBe(true);
    expect(bench.play('add access point: { server: CAP2 }')).toEqual(['CAP2 is a CAP of ABC already']);
    bench.done('retire access point: { server: CAP2 }', 'retire access point: { server: CAP1 }');
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
});
