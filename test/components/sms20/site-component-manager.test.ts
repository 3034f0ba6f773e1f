import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '../../../src/kernel/index.ts';
import { StepBench } from '../../scenario/steps/step-bench.ts';

const manager = 'SMS_SITE_COMPONENT_MANAGER';
const executiveProgram = 'C:\\SMS\\bin\\i386\\Smsexecd.exe';
const assistant = 'SMS_INBOX_MANAGER_ASSISTANT';
const servers = `HKLM\\Software\\Microsoft\\SMS\\Components\\${manager}\\Component Servers`;
const startTime = 'Deinstallation Start Time';

/** Site ABC with its services running and Sitecomp.log switched on. */
function running(release?: string): StepBench {
  const bench = new StepBench(release);
  bench.done(`server logging: { components: [${manager}] }`, 'all SMS services: { on: SMSSRV1, do: start }');
  bench.done('all SMS services: { on: CAP1, do: start }');
  bench.pass(5 * minute);
  return bench;
}

/** How often lines with a text stand in Sitecomp.log. */
function lines(bench: StepBench, text: string): number {
  return bench.text('SMSSRV1', 'C:\\SMS\\Logs\\Sitecomp.log').split(text).length - 1;
}

const retried = 'Deinstallation failed and will be retried in the next polling cycle.';

describe('Site Component Manager', () => {
  it('leaves alone what Setup has installed, and has nothing to do afterwards', () => {
    const bench = running();
    expect(bench.text('SMSSRV1', 'C:\\SMS\\Logs\\Sitecomp.log')).toBe('');
    const process = bench.simulation.processes.get(`SMSSRV1/${manager}`);
    expect([process?.state.name, process?.timers.size]).toEqual(['waiting', 0]);
  });

  it('installs SMS Executive on a new CAP, with the programs of the site server', () => {
    const bench = running();
    bench.done("hotfix: { on: SMSSRV1, files: { 'bin\\i386\\Inboxast.dll': 2.00.1493.4999 } }");
    bench.done('add access point: { server: CAP2 }');
    bench.pass(5 * minute);
    expect(bench.runs('CAP2', assistant)).toBe(true);
    expect(bench.facts('CAP2', 'C:\\SMS\\bin\\i386\\Inboxast.dll')?.version).toBe('2.00.1493.4999');
    expect(bench.facts('CAP2', 'C:\\CAP_ABC\\clidata.box')?.isFolder).toBe(true);
    expect(lines(bench, 'Installed service SMS_SERVER_BOOTSTRAP_SMSSRV1.')).toBe(1);
  });

  it('does nothing while its service is stopped, and does it when it starts', () => {
    const bench = running();
    bench.done(`service: { on: SMSSRV1, name: ${manager}, do: stop }`, 'add access point: { server: CAP2 }');
    bench.pass(2 * hour);
    expect(bench.runs('CAP2', assistant)).toBe(false);
    bench.done(`service: { on: SMSSRV1, name: ${manager}, do: start }`);
    expect(bench.runs('CAP2', assistant)).toBe(true);
  });

  it('tries to install a CAP on a server of another site in every cycle, and never can (Q263063)', () => {
    const bench = running();
    bench.done('add site: { site: BBB, server: CAP2, boundaries: [192.168.9.0] }');
    bench.done('add access point: { server: CAP2 }');
    bench.pass(3 * hour + minute);
    expect(lines(bench, 'The computer CAP2 is already a site system in site BBB')).toBe(4);
  });

  it('brings a CAP that was off during an upgrade its programs in a later cycle', () => {
    const bench = running('2.0 SP3');
    bench.done('power off: CAP1', 'install release: { release: SP4 }');
    bench.pass(20 * minute);
    bench.done('power on: CAP1');
    const version = (): string | undefined => bench.facts('CAP1', 'C:\\SMS\\bin\\i386\\Inboxast.dll')?.version;
    expect(version()).toBe('2.00.1493.3000');
    bench.pass(hour);
    expect(version()).toBe('2.00.1493.4000');
  });

  it('removes a retired CAP, with SMS Executive, its programs and its share', () => {
    const bench = running();
    bench.done('retire access point: { server: CAP1 }');
    bench.pass(minute);
    expect(bench.computer('CAP1').service('SMS_EXECUTIVE')).toBeUndefined();
    expect(bench.computer('CAP1').files.resolveShare('CAP_ABC')).toBeUndefined();
    expect(bench.facts('CAP1', executiveProgram)).toBeUndefined();
    bench.done('add access point: { server: CAP1 }');
    bench.pass(minute);
    expect(bench.runs('CAP1', assistant)).toBe(true);
  });

  it('makes a reset CAP anew: what clients have left there is gone, what they take comes again (Q257362)', () => {
    const bench = running();
    bench.done("write: { on: CAP1, path: 'C:\\CAP_ABC\\old.txt', text: left }", 'reset access point: { server: CAP1 }');
    bench.pass(5 * minute);
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\old.txt')).toBeUndefined();
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\clidata.box\\Clibase.cfg')).toBeDefined();
    bench.done("write: { on: CAP1, path: 'C:\\CAP_ABC\\statmsgs.box\\NEW.SVF', text: new }");
    bench.pass(minute);
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\statmsgs.box\\NEW.SVF')).toBeUndefined();
    expect(bench.play('reset access point: { server: CAP2 }')).toEqual(['CAP2 is no CAP of ABC']);
  });
});

describe('a CAP whose Smsexecd.exe is gone (Q235210)', () => {
  function withoutProgram(): StepBench {
    const bench = running();
    bench.done('service: { on: CAP1, name: SMS_EXECUTIVE, do: stop }');
    bench.done(`delete: { on: CAP1, path: '${executiveProgram}' }`, 'retire access point: { server: CAP1 }');
    bench.pass(minute);
    return bench;
  }

  it('cannot be removed, which the log says in every cycle, for 1440 minutes', () => {
    const bench = withoutProgram();
    const program = '\\\\CAP1\\C$\\SMS\\bin\\i386\\smsexecd.exe';
    const bootstrap = 'SMS_SERVER_BOOTSTRAP_SMSSRV1';
    const inOrder = [
      `Starting service ${bootstrap} with command-line arguments "ABC C:\\SMS /deinstall ${program}"...`,
      `Execution of "${program} /deinstall /siteserver:SMSSRV1" on server CAP1 failed: ` +
        `The file "${program}" does not exist.`,
      'Bootstrap operation failed.',
      'Deinstalled service SMS_SERVER_BOOTSTRAP_SMSSRV1.',
      'Bootstrap operations aborted.',
      retried,
    ];
    const log = bench.text('SMSSRV1', 'C:\\SMS\\Logs\\Sitecomp.log');
    const places = inOrder.map((line) => log.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    bench.pass(day);
    expect(lines(bench, retried)).toBe(25);
    bench.pass(hour);
    expect(lines(bench, 'Deinstall retry interval of 1440 minutes exceeded.')).toBe(1);
    bench.pass(day);
    expect([lines(bench, retried), lines(bench, 'interval of 1440 minutes exceeded.')]).toEqual([25, 1]);
  });

  it.each([
    [
      'Deinstallation Start Time is 1',
      `registry set: { on: SMSSRV1, key: '${servers}\\CAP1', name: ${startTime}, value: 1, type: REG_DWORD }`,
      'interval of 1440 minutes exceeded.',
    ],
    [
      'the program has been restored',
      `copy: { from: { on: SMSSRV1, path: '${executiveProgram}' }, to: { on: CAP1, path: '${executiveProgram}' } }`,
      'Deinstalled service SMS_SERVER_BOOTSTRAP_SMSSRV1.',
    ],
  ])('is given up or removed when the service starts again after %s', (_words, step, line) => {
    const bench = withoutProgram();
    bench.done(step);
    const before = lines(bench, line);
    bench.done(`service: { on: SMSSRV1, name: ${manager}, do: restart }`);
    expect(lines(bench, line)).toBe(before + 1);
    bench.pass(2 * hour);
    expect(lines(bench, retried)).toBe(1);
  });
});
