import { describe, expect, it } from 'vitest';
import { day } from '../../../src/kernel/index.ts';
import { nextOccurrence, parseScheduleToken, parseSmsDefMof } from '../../../src/world/index.ts';
import { StepBench, monday } from './step-bench.ts';

const mofPath = 'C:\\SMS\\inboxes\\clifiles.src\\hinv\\Sms_def.mof';

describe('settings of a site', () => {
  it('change, and the components of the site hear of it', () => {
    const bench = new StepBench();
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }');
    bench.done("setting: { site: ABC, set: { 'Heartbeat interval (days)': 1 } }");
    expect(bench.site.settings['Heartbeat interval (days)']).toBe(1);
    expect(bench.recordsOf('setting').map(({ subject, detail }) => [subject, detail])).toEqual([
      ['ABC:Heartbeat interval (days)', '1'],
    ]);
    bench.pass(0);
    expect(bench.recordsOf('delivery').map((record) => record.subject)).toContain('site settings changed');
  });

  it('boundaries come and go', () => {
    const bench = new StepBench();
    bench.done('boundaries: { add: [10.0.0.0, 192.168.0.0] }');
    expect(bench.site.boundaries).toEqual(['192.168.0.0', '10.0.0.0']);
    bench.done('boundaries: { remove: [192.168.0.0] }');
    expect(bench.site.boundaries).toEqual(['10.0.0.0']);
    bench.done('boundaries: { set: [1.0.0.0] }');
    expect(bench.play('boundaries: { remove: [2.0.0.0] }')).toEqual(['2.0.0.0 is not among the boundaries']);
  });

  it('client connection accounts come and go', () => {
    const bench = new StepBench();
    expect(bench.play('connection accounts: { add: [kim] }')).toEqual(['there is no account kim']);
    bench.done('account: { name: kim, do: create }', 'connection accounts: { add: [kim] }');
    expect(bench.site.connectionAccounts).toEqual(['kim']);
    bench.done('connection accounts: { remove: [kim] }');
    expect(bench.site.connectionAccounts).toEqual([]);
    expect(bench.play('connection accounts: { remove: [kim] }')).toHaveLength(1);
  });

  it('status filter rules discard numbers and keep them again', () => {
    const bench = new StepBench();
    bench.done('status filter rule: { discard: [2719, 2722] }', 'status filter rule: { keep: [2719] }');
    expect(bench.site.settings['Discarded status messages']).toEqual(['2722']);
    expect(bench.play('status filter rule: { keep: [1] }')).toEqual(['no rule discards or keeps from summarizers 1']);
    const apart = 'Status messages not forwarded to summarizers';
    bench.done(
      'status filter rule: { do not forward to summarizers: [1215, 1216] }',
      'status filter rule: { keep: [1216] }',
    );
    expect(bench.site.settings[apart]).toEqual(['1215']);
    expect(bench.site.settings['Discarded status messages']).toEqual(['2722']);
  });

  it('status thresholds are settings', () => {
    const bench = new StepBench();
    bench.done('status threshold: { messages: warnings, critical: 7 }');
    expect(bench.site.settings).toEqual({ 'Status threshold, warnings for Critical': 7 });
  });

  it('a maintenance task is switched off and given another age', () => {
    const bench = new StepBench();
    bench.done('maintenance task: { task: Delete Aged Discovery Data, enabled: false, days: 30 }');
    expect(bench.site.settings).toMatchObject({
      'Delete Aged Discovery Data enabled': false,
      'Delete Aged Discovery Data (days)': 30,
    });
  });

  it('server logs and SQL tracing are switches in the registry', () => {
    const bench = new StepBench();
    const { registry } = bench.computer('SMSSRV1');
    const tracing = 'HKLM\\Software\\Microsoft\\SMS\\Tracing';
    bench.done('server logging: { components: SMS_INBOX_MANAGER }', 'sql tracing: {}');
    expect(registry.getNumber(`${tracing}\\SMS_INBOX_MANAGER`, 'Enabled')).toBe(1);
    expect(registry.get(`${tracing}\\SMS_STATUS_MANAGER`, 'Enabled')).toBeUndefined();
    expect(registry.getNumber(tracing, 'SqlEnabled')).toBe(1);
    bench.done('server logging: { enabled: false }', 'sql tracing: { enabled: false }');
    expect(registry.getNumber(`${tracing}\\SMS_STATUS_MANAGER`, 'Enabled')).toBe(0);
    expect(registry.getNumber(tracing, 'SqlEnabled')).toBe(0);
    expect(bench.play('server logging: { components: Copy Queue }')).toEqual(['Copy Queue has no server log']);
  });
});

describe('schedule', () => {
  const tokenOf = (bench: StepBench, name = 'Hardware'): string =>
    String(bench.site.settings[`${name} inventory schedule`]);

  it.each([
    ["cron: '0 12 * * *'", { kind: 'interval', days: 1 }],
    ["cron: '30 2 * * 1'", { kind: 'weekly', weekday: 1, weeks: 1 }],
    ["cron: '0 */6 * * *'", { kind: 'interval', hours: 6 }],
    ["cron: '*/15 * * * *'", { kind: 'interval', minutes: 15 }],
    ["cron: '0 8 1 * *'", { kind: 'monthly by date', date: 1, months: 1 }],
    ["cron: '0 8 L */3 *'", { kind: 'monthly by date', date: 0, months: 3 }],
    ["cron: '0 8 * * 2#3'", { kind: 'monthly by weekday', weekday: 2, order: 3 }],
    ["cron: '0 8 * * 5L'", { kind: 'monthly by weekday', weekday: 5, order: 0 }],
    ['every: 3d', { kind: 'interval', days: 3 }],
    ['every: 12h', { kind: 'interval', hours: 12 }],
    ['every: 45m', { kind: 'interval', minutes: 45 }],
    ["token: '00011700001000F0'", { kind: 'interval', days: 30 }],
  ])('%s becomes a token of SMS', (how, wanted) => {
    const bench = new StepBench();
    bench.done(`schedule: { of: hardware, ${how} }`);
    expect(parseScheduleToken(tokenOf(bench))).toMatchObject(wanted);
    const kind = how.startsWith('every') ? 'simple' : 'full';
    expect(bench.site.settings['Hardware inventory schedule kind']).toBe(kind);
  });

  it('falls due when the cron expression does, by the clock of the site server', () => {
    const bench = new StepBench();
    bench.done("schedule: { of: software, cron: '0 12 * * 3' }");
    const schedule = parseScheduleToken(tokenOf(bench, 'Software'));
    expect(schedule && nextOccurrence(schedule, monday)).toBe(monday + 2 * day + 3 * 60 * 60 * 1000);
  });

  it('a heartbeat has an interval, in days or parts of a day', () => {
    const bench = new StepBench();
    bench.done('schedule: { of: heartbeat, every: 3d }');
    expect(bench.site.settings['Heartbeat interval (days)']).toBe(3);
    bench.done('schedule: { of: heartbeat, every: 12h }');
    expect(bench.site.settings['Heartbeat interval (days)']).toBe(0.5);
    expect(bench.play("schedule: { of: heartbeat, cron: '0 12 * * 1' }")).toEqual([
      'a heartbeat comes after an interval',
    ]);
  });

  it.each([
    "cron: '0 8,12 * * *'",
    "cron: '0 8 13 * 5'",
    "cron: '*/7 * * * *'",
    "cron: '30 0 8 * * *'",
    'every: 40d',
    'every: 90m',
  ])('%s is more than an SMS schedule can say', (how) => {
    const bench = new StepBench();
    expect(bench.play(`schedule: { of: hardware, ${how} }`)).toHaveLength(1);
    expect(bench.site.settings).toEqual({});
  });

  it('a token that is none of SMS is refused', () => {
    expect(new StepBench().play("schedule: { of: hardware, token: 'FFFFFFFFFFFFFFFF' }")).toHaveLength(1);
  });
});

describe('sms_def.mof', () => {
  function reports(bench: StepBench, name: string, property?: string): boolean | undefined {
    const mof = parseSmsDefMof(bench.text('SMSSRV1', mofPath));
    const found = mof.ok ? mof.value.classes.find((one) => one.name === name) : undefined;
    return property === undefined ? found?.report : found?.properties.find((one) => one.name === property)?.report;
  }

  it('switches classes and properties in the master copy', () => {
    const bench = new StepBench();
    bench.done('sms_def.mof: { off: all, on: [Win32_BIOS] }', 'sms_def.mof: { off: [Win32_BIOS.Version] }');
    expect([reports(bench, 'Win32_BIOS'), reports(bench, 'Win32_ComputerSystem')]).toEqual([true, false]);
    expect(reports(bench, 'Win32_BIOS', 'Version')).toBe(false);
    expect(bench.play('sms_def.mof: { on: [Win32_Toaster] }')).toEqual(['SMS_def.mof has no Win32_Toaster']);
  });

  it('switches the properties of a class on with it when none of them is', () => {
    const bench = new StepBench();
    expect(reports(bench, 'Win32_SerialPort', 'MaxBaudRate')).toBe(false);
    bench.done('sms_def.mof: { on: [Win32_SerialPort] }');
    expect(reports(bench, 'Win32_SerialPort', 'MaxBaudRate')).toBe(true);
  });

  it('switches every property on when all is to be reported (Q319167)', () => {
    const bench = new StepBench();
    expect(reports(bench, 'Win32_BIOS', 'Status')).toBe(false);
    bench.done('sms_def.mof: { on: all }');
    expect(reports(bench, 'Win32_BIOS', 'Status')).toBe(true);
  });

  it('fails where the file is damaged or gone', () => {
    const bench = new StepBench();
    bench.done(`write: { on: SMSSRV1, path: '${mofPath}', text: 'class {' }`);
    expect(bench.play('sms_def.mof: { on: all }')).toHaveLength(1);
    bench.done(`delete: { on: SMSSRV1, path: '${mofPath}' }`);
    expect(bench.play('sms_def.mof: { on: all }')).toHaveLength(1);
  });
});
