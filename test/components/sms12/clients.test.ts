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

  it('ends on a link on which 3,400 bytes take 850 ms (Q131011)', () => {
    const slow = 'slow: { between: [LAMSRV1, WIN95A], per second: 3 KB }';
    const forced = 'setting: { set: { Hardware scan interval (days): 1 } }';
    const scans = (times: number): string =>
      `log: { on: WIN95A, file: INVDOS.LOG, has: SMS inventory in progress, from: 09:00, times: ${times} }`;
    expect(mismatches([forced, logon, 'run until: 09:10'], [scans(1)])).toEqual([]);
    expect(mismatches([forced, slow, logon, 'run until: 09:10'], [scans(0)])).toEqual([]);
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
