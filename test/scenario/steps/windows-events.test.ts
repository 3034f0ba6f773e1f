import { describe, expect, it } from 'vitest';
import { minute, second } from '../../../src/kernel/index.ts';
import { restoreCheckpoint, saveCheckpoint } from '../../../src/simulation/index.ts';
import { FileAccess, operatingSystem } from '../../../src/world/index.ts';
import { StepBench } from './step-bench.ts';

const eventsOf = (bench: StepBench, computer: string): readonly string[] =>
  bench.computer(computer).events.map(({ source, id, text }) => `${source} ${id} ${text}`);

describe('the Windows NT event log', () => {
  it('tells of starting and of stopping in order, not of a loss of power', () => {
    const bench = new StepBench();
    bench.done('shut down: PC1', 'power on: PC1', 'power off: PC1');
    expect(eventsOf(bench, 'PC1')).toEqual([
      'EventLog 6006 The Event log service was stopped.',
      'EventLog 6005 The Event log service was started.',
    ]);
  });

  it('does not exist on Windows 95', () => {
    const bench = new StepBench();
    bench.done('shut down: PC2', 'power on: PC2');
    expect(eventsOf(bench, 'PC2')).toEqual([]);
  });

  it('tells of a service that ended without having been told to, and how often, on Windows 2000', () => {
    const bench = new StepBench();
    const start = 'service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }';
    const kill = 'service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: kill }';
    bench.computer('SMSSRV1').operatingSystem = operatingSystem('Windows 2000');
    bench.done(start, 'service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: stop }');
    expect(eventsOf(bench, 'SMSSRV1')).toEqual([]);
    bench.done(start, kill, start, kill);
    expect(eventsOf(bench, 'SMSSRV1')).toEqual(
      [1, 2].map(
        (times) =>
          `Service Control Manager 7031 The SMS_EXECUTIVE service terminated unexpectedly. It has done this ${times} ` +
          'time(s). The following corrective action will be taken in 0 milliseconds: No action.',
      ),
    );
    expect(bench.recordsOf('event')[0]?.subject).toBe('System Service Control Manager 7031');
  });

  it('tells nothing of it on Windows NT 4.0, which does not have that event', () => {
    const bench = new StepBench();
    bench.done(
      'service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }',
      'service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: kill }',
    );
    expect(bench.computer('SMSSRV1').service('SMS_EXECUTIVE')?.state).toBe('Stopped');
    expect(eventsOf(bench, 'SMSSRV1')).toEqual([]);
  });

  it('tells of a drive with less than a tenth of its room', () => {
    const bench = new StepBench();
    bench.done('fill drive: { on: PC1, leaving: 1 GB }', 'release drive: { on: PC1 }');
    expect(eventsOf(bench, 'PC1')).toEqual([]);
    bench.done('fill drive: { on: PC1, leaving: 100 MB }');
    expect(eventsOf(bench, 'PC1')).toEqual([
      'Srv 2013 The C: disk is at or near capacity. You may need to delete some files.',
    ]);
  });

  it('tells of it when a program finds no room, once an hour', () => {
    const bench = new StepBench();
    const { files } = bench.computer('PC1');
    files.fillDrive('C', 10);
    const opener = { process: 'PC1/a program', account: 'Administrator', local: true, groups: ['Administrators'] };
    const write = (): boolean => files.write(opener, 'C:\\b.txt', { text: 'x', size: 1000 }).ok;
    expect([write(), write()]).toEqual([false, false]);
    expect(eventsOf(bench, 'PC1')).toHaveLength(1);
    bench.pass(60 * minute);
    write();
    expect(eventsOf(bench, 'PC1')).toHaveLength(2);
  });

  it('tells of refused logons once they are audited', () => {
    const bench = new StepBench();
    bench.done('account: { name: kim, do: create, password: right }', 'lockout policy: { attempts: 2, for: 30m }');
    const knock = (): boolean => bench.world.connect('PC1', 'CAP1', 'kim', 'wrong').ok;
    expect(knock()).toBe(false);
    bench.done('audit policy: { failed logons: true }');
    knock();
    knock();
    expect(bench.computer('CAP1').events.map(({ log, id, type }) => `${log} ${id} ${type}`)).toEqual([
      'Security 529 Failure Audit',
      'Security 539 Failure Audit',
    ]);
    expect(eventsOf(bench, 'CAP1')[0]).toContain('User Name: kim Logon Type: 3 Workstation Name: \\\\PC1');
  });
});

describe('a server that more computers reach into in one second than it takes', () => {
  const limit =
    "registry set: { on: CAP1, key: 'HKLM\\System\\CurrentControlSet\\Services\\LanmanServer\\Parameters', " +
    'name: MaxFreeConnections, value: 1, type: REG_DWORD }';
  const look = (bench: StepBench, name: string): void => {
    const files = new FileAccess(bench.world, bench.computer(name), `${name}/a program`, 'Administrator');
    files.exists('\\\\CAP1\\CAP_ABC\\a.txt');
  };

  it('says so a minute after the first it had no connection for', () => {
    const bench = new StepBench();
    bench.done(limit);
    for (const name of ['PC1', 'PC2', 'PC2', 'CAP2', 'PC1']) look(bench, name);
    bench.pass(59 * second);
    expect(eventsOf(bench, 'CAP1')).toEqual([]);
    bench.pass(second);
    const told = [
      'Srv 2022 The server was unable to find a free connection 2 times in the last 60 seconds.',
      'Rdr 3013 The redirector has timed out to CAP2.',
    ];
    expect(eventsOf(bench, 'CAP1')).toEqual(told);
    bench.pass(10 * minute);
    expect(eventsOf(bench, 'CAP1')).toEqual(told);
    expect([...bench.simulation.foundations].map(([name]) => name)).toContain('free connections of a server');
  });

  it('does not mind them one second after the other, nor 64 at once without a limit of its own', () => {
    const bench = new StepBench();
    bench.done(limit);
    look(bench, 'PC1');
    bench.pass(second);
    look(bench, 'PC2');
    for (const name of ['PC1', 'PC2', 'CAP2']) bench.world.load.reached(name, 'SMSSRV1');
    bench.pass(2 * minute);
    expect(eventsOf(bench, 'CAP1')).toEqual([]);
    expect(eventsOf(bench, 'SMSSRV1')).toEqual([]);
  });

  it('goes on counting after save and restore', () => {
    const [before, after] = [new StepBench(), new StepBench()];
    before.done(limit);
    for (const name of ['PC1', 'PC2']) look(before, name);
    restoreCheckpoint(after.simulation, saveCheckpoint(before.simulation));
    look(after, 'CAP2');
    after.pass(minute);
    expect(eventsOf(after, 'CAP1')[0]).toContain('2 times');
  });
});
