import { describe, expect, it } from 'vitest';
import { mismatches } from './site-server-play.ts';

const verifying = 'Verifying Microsoft Systems Management Server client installation...';
const prepared = 'Your machine has successfully been prepared for deinstallation';

function smsIni(on: string, has: string, rest = ''): string {
  return `file: { on: ${on}, path: 'C:\\SMS.INI', has: ['${has}']${rest} }`;
}

function dialogs(on: string, has: string, times: number, from = '08:30'): string {
  return `dialog: { on: ${on}, has: '${has}', from: '${from}', times: ${times} }`;
}

function version(on: string, file: string, value: string): string {
  return `file: { on: ${on}, path: 'C:\\MS\\SMS\\BIN\\${file}', version: '${value}' }`;
}

function logOn(at: string, on: string, user: string): string {
  return `{ at: '${at}', log on: { on: ${on}, user: ${user} } }`;
}

const sp3 = "{ at: '08:30', install release: { release: 1.2 SP3 } }";
const upgraded = [sp3, logOn('09:30', 'WIN95A', 'BEN'), logOn('09:30', 'NTWS1', 'ANNA')];

describe('an upgrade of the site (Q166771)', () => {
  it('leaves a note in SMS.INI in the first run of client set-up, and the files as they are', () => {
    const before = [...upgraded, "run until: '09:30:04'"];
    const expectations = [
      smsIni('WIN95A', 'SetupPhase=VERIFY_FILES'),
      smsIni('WIN95A', 'CopyListVersion=1.20.786.3000'),
      version('WIN95A', 'Smsrun16.exe', '1.20.786.2000'),
      dialogs('WIN95A', verifying, 1),
    ];
    expect(mismatches(before, expectations)).toEqual([]);
  });

  it('has Smsrun call client set-up for the second run, which fetches what is new and says so again', () => {
    const expectations = ['WIN95A', 'NTWS1'].map((on) => smsIni(on, 'SetupPhase=INSTALLED'));
    const files = [
      version('WIN95A', 'Smsrun16.exe', '1.20.786.3000'),
      version('WIN95A', 'Invdos.exe', '1.20.786.3000'),
      version('NTWS1', 'Climonnt.exe', '1.20.786.3000'),
      version('NTWS1', 'Inv32cli.exe', '1.20.786.3000'),
    ];
    const seen = [dialogs('WIN95A', verifying, 2), dialogs('NTWS1', 'client has been modified', 1)];
    expect(mismatches([...upgraded, "run until: '10:00'"], [...expectations, ...files, ...seen])).toEqual([]);
  });

  it('loses SyncSends and [LogonHistory] of SMS.INI on the way (Q200085)', () => {
    const shown = "attributes: { on: WIN95A, path: 'C:\\SMS.INI', hidden: false }";
    const value = (section: string, key: string): string =>
      `ini: { on: WIN95A, path: 'C:\\SMS.INI', section: ${section}, key: ${key}, value: '1' }`;
    const steps = [shown, value('Sight', 'SyncSends')];
    const kept = 'has: [SyncSends=1, LastLoggedUser=BEN]';
    const file = (rest: string): string => `file: { on: WIN95A, path: 'C:\\SMS.INI', ${rest} }`;
    const lost = 'lacks: [SyncSends, LastLoggedUser]';
    expect(mismatches([...steps, logOn('09:30', 'WIN95A', 'BEN'), "run until: '10:00'"], [file(kept)])).toEqual([]);
    expect(mismatches([...steps, ...upgraded, "run until: '10:00'"], [file(lost)])).toEqual([]);
  });

  it('waits with new files while a program runs that Smsrun has started', () => {
    const steps = [
      sp3,
      "{ at: '09:30', cli_nt: { on: NTWS1 } }",
      "{ at: '09:40', cli_nt: { on: NTWS1, arguments: /k } }",
      "run until: '10:00'",
    ];
    const waiting = [smsIni('NTWS1', 'SetupPhase=VERIFY_FILES'), version('NTWS1', 'Climonnt.exe', '1.20.786.2000')];
    expect(mismatches(steps, waiting)).toEqual([]);
    const again = [...steps, logOn('10:00', 'NTWS1', 'ANNA'), "run until: '10:10'"];
    const done = [smsIni('NTWS1', 'SetupPhase=INSTALLED'), version('NTWS1', 'Climonnt.exe', '1.20.786.3000')];
    expect(mismatches(again, done)).toEqual([]);
  });
});

describe('Deinstal.bat', () => {
  const typed = "{ at: '08:30', deinstal: { on: NTWS1 } }";
  const files = (amount: string): string =>
    `files: { on: NTWS1, path: 'C:\\MS\\SMS\\*', folders below: true, ${amount} }`;

  it('notes the removal, and everything stays until Windows is started again (Q125978)', () => {
    const expectations = [
      smsIni('NTWS1', 'SetupPhase=DEINSTALL'),
      dialogs('NTWS1', prepared, 1),
      "file: { on: NTWS1, path: 'C:\\MS\\SMS\\BIN\\Climonnt.exe' }",
      files('at least: 3'),
    ];
    expect(mismatches([typed, "run until: '08:40'"], expectations)).toEqual([]);
  });

  it('has the Client Configuration Manager take the service away (Q168518)', () => {
    const service = (running: boolean): string => `process: { on: NTWS1, component: INV32CLI, running: ${running} }`;
    expect(mismatches(["run until: '08:50'"], [service(true)])).toEqual([]);
    expect(mismatches([typed, "run until: '08:50'"], [service(false)])).toEqual([]);
  });

  it('is done with at the next logon: the files go, SMS.INI stays (Q183398)', () => {
    const steps = [typed, logOn('09:00', 'NTWS1', 'ANNA'), "run until: '09:00:30'"];
    expect(mismatches(steps, [files('times: 0'), smsIni('NTWS1', 'SMS Unique ID=LAM00001')])).toEqual([]);
  });

  it.each([
    ['gets its SMSID back', [], 'LAM00001'],
    [
      'gets another SMSID when SMS.INI has been deleted as well',
      ["delete: { on: NTWS1, path: 'C:\\SMS.INI' }"],
      'LAM00003',
    ],
  ])('is undone by the next logon script: the client %s (Q183398)', (_name, more, smsid) => {
    const shown = "attributes: { on: NTWS1, path: 'C:\\SMS.INI', hidden: false }";
    const steps = [typed, logOn('09:00', 'NTWS1', 'ANNA'), "run until: '09:30'", shown, ...more];
    const again = [...steps, logOn('10:00', 'NTWS1', 'ANNA'), "run until: '10:30'"];
    const expectations = [smsIni('NTWS1', `SMS Unique ID=${smsid}`), smsIni('NTWS1', 'SetupPhase=INSTALLED')];
    expect(mismatches(again, expectations)).toEqual([]);
  });
});
