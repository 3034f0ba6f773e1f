import { describe, expect, it } from 'vitest';
import { mismatches } from './site-server-play.ts';

const standardGroups = [
  'Identification',
  'Workstation Status',
  'Operating System',
  'Processor',
  'PC Memory',
  'Disk',
  'Network',
  'Netcard',
  'Video',
  'Mouse',
  'Keyboard',
  'PC BIOS',
];

const releases = ['1.0', '1.1', '1.2', '1.2 SP1', '1.2 SP2', '1.2 SP3', '1.2 SP4'];
const news = 'hardware: { on: NTWS1, class: Win32_LogicalMemoryConfiguration, set: { TotalPhysicalMemory: 131072 } }';
const memory = 'group: PC Memory, attribute: Total Physical Memory (KB), value: 131072';

function shows(name: string, groups: readonly string[]): string {
  return `personal computer properties: { name: ${name}, shows: [${groups.join(', ')}] }`;
}

describe('a settled site', () => {
  it.each(releases)('has the whole first inventory of its clients and servers in the database (%s)', (release) => {
    const expectations = [
      ...['NTWS1', 'WIN95A', 'LAMSRV1', 'LAMBDC1'].map((name) => shows(name, standardGroups)),
      shows('NTWS1', ['Services']),
      'event log: { on: LAMSRV1, source: SMS, id: 186, times: 0 }',
      "files: { on: LAMSRV1, path: 'C:\\SMS\\LOGON.SRV\\CCR.BOX\\*', folders below: true, times: 0 }",
    ];
    expect(mismatches(['run until: 08:10'], expectations, release)).toEqual([]);
  });
});

describe('the logon script', () => {
  const logon = "{ at: '09:00', log on: { on: WIN95A, user: BEN } }";
  const script = (text: string): string =>
    `write: { on: LAMSRV1, path: 'C:\\WINNT\\System32\\Repl\\Import\\Scripts\\SMSLS.INI', text: "${text}" }`;
  const uses = (server: string): string =>
    `file: { on: WIN95A, path: 'C:\\SMS.INI', has: CurrentLogonServer=${server} }`;

  it.each([
    ['without Smsls.ini the controller that let the user in', undefined, 'LAMSRV1'],
    ['the server that Smsls.ini names for the computer', '[MACHINE]\\r\\nWIN95A=\\\\\\\\LAMBDC1', 'LAMBDC1'],
    ['the server of the domain', '[DOMAIN]\\r\\nLAMWORLD=\\\\\\\\LAMBDC1', 'LAMBDC1'],
    [
      'the first section that fits',
      '[MACHINE]\\r\\nOTHER=\\\\\\\\LAMSRV1\\r\\n[DOMAIN]\\r\\nLAMWORLD=\\\\\\\\LAMBDC1',
      'LAMBDC1',
    ],
    ['no server that does not answer', '[MACHINE]\\r\\nWIN95A=\\\\\\\\NOWHERE', 'LAMSRV1'],
  ])('uses %s (Q156540, Q166246)', (_name, text, server) => {
    const steps = [...(text === undefined ? [] : [script(text)]), logon, 'run until: 09:10'];
    expect(mismatches(steps, [uses(server)])).toEqual([]);
  });

  const pair = '[DOMAIN]\\r\\nLAMWORLD=\\\\\\\\LAMBDC1';
  const late = logon.replace('09:00', '11:00');

  it('remembers in [SMSLSIni] what it has found in Smsls.ini (Q174793)', () => {
    const has = ['ValidatingServer=\\\\LAMSRV1', 'FileName=\\\\LAMSRV1\\NETLOGON\\SMSLS.INI', 'SectionMatch=DOMAIN'];
    const list = [...has, 'KeyMatch=LAMWORLD', 'Domain=LAMWORLD', 'FileTime='].map((one) => `'${one}'`).join(', ');
    const kept = `file: { on: WIN95A, path: 'C:\\SMS.INI', has: [${list}] }`;
    expect(mismatches([script(pair), logon, 'run until: 09:10'], [kept])).toEqual([]);
  });

  const byHand = "{ at: '10:00', runsms: { on: WIN95A, arguments: '\\\\LAMSRV1\\SMS_SHR' } }";

  it('keeps to the server of SMS.INI while Smsls.ini is the same, whatever it says (Q188045)', () => {
    const steps = [script(pair), logon, byHand, late, 'run until: 11:10'];
    expect(mismatches(steps, [uses('LAMSRV1')])).toEqual([]);
  });

  it('reads Smsls.ini again once it has another time (Q188045)', () => {
    const touched = `{ at: '10:30', ${script(pair)} }`;
    const steps = [script(pair), logon, byHand, touched, late, 'run until: 11:10'];
    expect(mismatches(steps, [uses('LAMBDC1')])).toEqual([]);
  });
});

describe('the logon script on a slow network (Q131011)', () => {
  const slow = 'slow: { between: [LAMSRV1, WIN95A], per second: 3 KB }';
  const forced = 'setting: { set: { Hardware scan interval (days): 1 } }';
  const logOn = (at: string): string => `{ at: '${at}', log on: { on: WIN95A, user: BEN } }`;
  const scans = (times: number, from = '09:00'): string =>
    `log: { on: WIN95A, file: INVDOS.LOG, has: SMS inventory in progress, from: '${from}', times: ${times} }`;

  it('ends where 3,400 bytes take 850 ms', () => {
    expect(mismatches([forced, logOn('09:00'), 'run until: 09:10'], [scans(1)])).toEqual([]);
    expect(mismatches([forced, slow, logOn('09:00'), 'run until: 09:10'], [scans(0)])).toEqual([]);
  });

  const ask = 'setting: { set: { Hardware scan interval (days): 1, Ask the user on a slow network: true } }';
  const beside = [...['C:\\SMS\\LOGON.SRV\\NETSPEED.COM', 'C:\\WINNT\\System32\\Repl\\Import\\Scripts\\NETSPEED.COM']];
  const copied = `{ at: '08:30', copy: { on: LAMSRV1, from: '${beside[0]}', to: '${beside[1]}' } }`;
  const answer = (word: string): string => `{ at: '09:10', answer: { on: WIN95A, arguments: ${word} } }`;
  const question = 'dialog: { on: WIN95A, title: SMSLS, has: Do you want, times: 1 }';

  it.each([
    ['Y', 1],
    ['N', 0],
  ])('asks the user with errorlevel 2; his %s makes %i inventories', (word, times) => {
    const steps = [ask, slow, copied, logOn('09:00'), answer(word), 'run until: 09:30'];
    expect(mismatches(steps, [question, scans(0, '09:30'), scans(times)])).toEqual([]);
  });

  it('knows nothing of the policy until somebody copies Netspeed.com from SMS_SHR beside it', () => {
    const none = question.replace('times: 1', 'times: 0');
    expect(mismatches([ask, slow, logOn('09:00'), 'run until: 09:30'], [none, scans(0)])).toEqual([]);
  });

  it('calls a network slow from the threshold in the registry on', () => {
    const key = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_MAINTENANCE_MANAGER';
    const data = 'name: Slow Net Threshold Speed, type: REG_DWORD, value: 5000';
    const value = `registry set: { on: LAMSRV1, key: '${key}', ${data} }`;
    const steps = [forced, value, slow, copied, logOn('09:00'), 'run until: 09:30'];
    expect(mismatches(steps, [scans(1)])).toEqual([]);
  });
});

describe('an inventory agent that is typed', () => {
  it.each([
    ['invdos: { on: NTWS1, arguments: /F }', 'NTWS1', 'does not run under this operating system'],
    ['invwin32: { on: NTWS1, arguments: /F }', 'NTWS1', 'with /E only'],
    ['invos2: { on: WIN95A }', 'WIN95A', 'does not run under this operating system'],
  ])('%s refuses', (step, on, words) => {
    expect(
      mismatches(
        [step],
        [`console: { on: ${on}, command: '${step.slice(0, step.indexOf(':'))}', has: ${words}, exit code: 1 }`],
      ),
    ).toEqual([]);
  });

  it('scans at once with /F, and only when it is due without (Q185353)', () => {
    const scans = 'log: { on: WIN95A, file: INVDOS.LOG, has: SMS inventory in progress, from: 08:00';
    const plain = 'invdos: { on: WIN95A }';
    expect(mismatches([plain, 'run until: 08:10'], [`${scans}, times: 0 }`])).toEqual([]);
    const forced = 'invdos: { on: WIN95A, arguments: /F }';
    expect(mismatches([forced, 'run until: 08:10'], [`${scans}, times: 1 }`])).toEqual([]);
  });
});

describe('the switches of the agents', () => {
  const scan = (rest: string): string => `log: { on: WIN95A, file: INVDOS.LOG, from: 08:00, ${rest} }`;
  const began = 'has: SMS inventory in progress';
  const flagged = 'has: answering as a resync';

  it.each([
    ['/F', '1.2 SP1', 1, 0],
    ['/F', '1.2 SP2', 1, 1],
    ['/X', '1.2 SP3', 0, 0],
    ['/X', '1.2 SP4', 1, 0],
    ['/I', '1.2 SP4', 0, 0],
    ['/A', '1.2 SP4', 0, 0],
  ])('%s of %s: scans %i times, with the resync flag %i times (Q164886, Q191337)', (typed, release, scans, flags) => {
    const steps = [`invdos: { on: WIN95A, arguments: ${typed} }`, 'run until: 08:10'];
    const expectations = [scan(`${began}, times: ${scans}`), scan(`${flagged}, times: ${flags}`)];
    expect(mismatches(steps, expectations, release)).toEqual([]);
  });

  it.each([
    ['the logon server of SMS.INI', '/F', 'LAMSRV1'],
    ['the one after /L:', '/F /L:\\\\LAMBDC1\\SMS_SHR\\', 'LAMBDC1'],
  ])('reports to %s (Q155626)', (_name, typed, server) => {
    const steps = [`invdos: { on: WIN95A, arguments: '${typed}' }`, 'run until: 08:10'];
    const has = `${server}\\SMS_SHR\\INVENTRY.BOX`;
    expect(mismatches(steps, [scan(`has: '${has}', times: 1`)])).toEqual([]);
  });
});

describe('a Windows NT workstation', () => {
  it('gets its inventory service from the Client Configuration Manager of the logon server (Q168518)', () => {
    expect(mismatches([], ['service: { on: NTWS1, service: SMS Client Inventory, state: Running }'])).toEqual([]);
  });

  it('keeps what the service finds until somebody logs on, whose Client Monitor carries it (Q169038)', () => {
    const away = ['log off: NTWS1', news, 'run until: day 8 09:00'];
    const kept = "file: { on: NTWS1, path: 'C:\\MS\\SMS\\INVDATA\\*.RAW', count: 1 }";
    expect(mismatches(away, [kept])).toEqual([]);
    const back = [...away, 'log on: { on: NTWS1, user: ANNA }', 'run until: day 8 09:30'];
    const stored = `personal computer properties: { name: NTWS1, ${memory} }`;
    expect(mismatches(back, [stored])).toEqual([]);
  });

  it('answers the resync in <smsid>.CFG: fetched every 8 hours, obeyed when the service wakes', () => {
    const steps = ["{ at: '09:00', delete computer: { name: NTWS1 } }", news, 'run until: day 11 09:00'];
    const expectations = [
      shows('NTWS1', standardGroups),
      "file: { on: NTWS1, path: 'C:\\MS\\SMS\\DATA\\LAM00001.CFG', exists: true }",
      'log: { on: NTWS1, file: INV32CLI.LOG, has: answering as a resync, times: 1 }',
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });
});
