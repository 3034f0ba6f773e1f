import { describe, expect, it } from 'vitest';
import { mismatches } from './site-server-play.ts';

const safeFile = 'C:\\MS\\SMS\\DATA\\SMSSAFE.TMP';
const sick = 'hardware: { on: WIN95A, class: Incompatible Hardware, instances: [{ Test: MouseInfo }] }';
const healed = 'hardware: { on: WIN95A, class: Incompatible Hardware, instances: [] }';
const hourly = 'setting: { set: { Hardware scan interval (days): 1, Software scan interval (days): 1 } }';

function run(at: string, how = '/F'): string {
  return `{ at: '${at}', invdos: { on: WIN95A, arguments: ${how} } }`;
}

function restarted(off: string, on: string, logOn: string): readonly string[] {
  return [
    `{ at: '${off}', power off: WIN95A }`,
    `{ at: '${on}', power on: WIN95A }`,
    `{ at: '${logOn}', log on: { on: WIN95A, user: BEN } }`,
  ];
}

const gone = `file: { on: WIN95A, path: '${safeFile}', exists: false }`;
const busy = (with_: string): string => `computer: { on: WIN95A, busy: ${with_} }`;
const failed = (has: string): string => `file: { on: WIN95A, path: 'C:\\SMS.INI', has: '${has}' }`;
const lacksMouse = 'personal computer properties: { name: WIN95A, shows: [Video, Keyboard, PC BIOS], lacks: [Mouse] }';
const showsMouse = 'personal computer properties: { name: WIN95A, shows: [Video, Keyboard, PC BIOS, Mouse] }';

describe('INVDOS tests the hardware step by step (Q139908)', () => {
  it('notes each test before it makes it, and what it has passed', () => {
    const has = 'has: [ComputerConfig=COMPLETED, ExtendedMemory=CRASHED], lacks: Disks';
    const running = [`file: { on: WIN95A, path: '${safeFile}', ${has} }`, busy('INVDOS')];
    expect(mismatches([run('08:30'), "run until: '08:30:08'"], running)).toEqual([]);
  });

  it('leaves no Smssafe.tmp when it ends in order', () => {
    expect(mismatches([run('08:30'), "run until: '08:40'"], [gone, busy('false')])).toEqual([]);
  });

  const hung = [hourly, sick, run('08:30'), "run until: '09:00'"];

  it('hangs with the computer in the test that its hardware does not stand; the note says which', () => {
    const has = 'has: [Video=COMPLETED, MouseInfo=CRASHED], lacks: Keyboard';
    expect(mismatches(hung, [`file: { on: WIN95A, path: '${safeFile}', ${has} }`, busy('INVDOS')])).toEqual([]);
  });

  it('enters the test in SMS.INI at the next run, leaves it out and reports the rest', () => {
    const steps = [...hung, ...restarted('09:00', '09:02', '09:05'), 'run until: 09:30'];
    const expectations = [failed('FailedHardwareChecks=MouseInfo'), gone, busy('false'), lacksMouse];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('tests again when the hardware has been replaced and the entry taken out', () => {
    const steps = [
      ...[...hung, ...restarted('09:00', '09:02', '09:05'), 'run until: 09:30', healed],
      "attributes: { on: WIN95A, path: 'C:\\SMS.INI', hidden: false }",
      "ini: { on: WIN95A, path: 'C:\\SMS.INI', section: WorkstationStatus, key: FailedHardwareChecks, remove: true }",
      ...[run('09:40'), 'run until: 10:00'],
    ];
    expect(mismatches(steps, [gone, showsMouse])).toEqual([]);
  });

  it('takes a test for the culprit in which somebody switched the computer off', () => {
    const steps = [hourly, run('08:30'), ...restarted('08:30:10', '08:32', '08:35'), 'run until: 09:00'];
    expect(mismatches(steps, [failed('FailedHardwareChecks=Disks')])).toEqual([]);
  });

  it('makes no test when only the software is due', () => {
    const software = 'setting: { set: { Software scan interval (days): 1 } }';
    const steps = [software, sick, "{ at: '09:00', log on: { on: WIN95A, user: BEN } }", 'run until: 09:30'];
    expect(mismatches(steps, [gone, busy('false')])).toEqual([]);
  });
});

describe('the switch /V', () => {
  it('shows on the screen how far the agent has got (Q126642)', () => {
    const seen = (has: string, times: number): string => `dialog: { on: WIN95A, has: '${has}', times: ${times} }`;
    const verbose = [sick, run('08:30', "'/F /V'"), "run until: '09:00'"];
    const root = 'SMS root directory: \\\\LAMSRV1\\SMS_SHR\\.';
    expect(mismatches(verbose, [seen(root, 1), seen('MouseInfo', 1), seen('Keyboard', 0)])).toEqual([]);
    expect(mismatches([run('08:30'), "run until: '09:00'"], [seen(root, 0)])).toEqual([]);
  });
});
