import { describe, expect, it } from 'vitest';
import { mismatchesOf } from '../../scenario/site-play.ts';

/** Plays steps at a site with a NetWare logon server and tells where it turns out otherwise. */
function mismatches(steps: readonly string[], expectations: readonly string[], release = '1.2 SP2'): readonly string[] {
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', 'site: netware-1.2', `claims: { ${release}: present }`];
  const body = ['steps:', list(steps), 'expect:', list(expectations), 'variants: { symptom: {} }\n'];
  return mismatchesOf([...head, ...body].join('\n'));
}

const history = 'C:\\SMS\\SITE.SRV\\INVENTRY.BOX\\HISTORY';
const master = 'C:\\SMS\\SITE.SRV\\MAINCFG.BOX\\INVDOM.BOX\\NOVELL.000\\RESYNC.CFG';
const rules = 'C:\\SMS\\SITE.SRV\\MAINCFG.BOX\\PKGRULE\\PACKAGE.RUL';
const properties = 'personal computer properties: { name: NWSRV1';

/** Its record is deleted, and its next inventory reports a change only. */
const aResync = [
  `{ at: '08:10', write: { on: LAMSRV1, path: '${rules}', text: 'PACKAGE 1 "Lotus" FILE "123.EXE"' } }`,
  "{ at: '08:11', write: { on: NWSRV1, path: 'C:\\SYSTEM\\123.EXE', text: x } }",
  "{ at: '08:30', delete computer: { name: NWSRV1 } }",
];

describe('a NetWare logon server', () => {
  it('is in the site database, though no program of SMS runs on it', () => {
    const expectations = [
      `${properties}, group: Operating System, attribute: Operating System Name, value: Novell NetWare }`,
      `${properties}, group: Identification, attribute: Domain, value: NOVELL }`,
      'service: { on: NWSRV1, service: SMS_INVENTORY_AGENT_NT, state: absent }',
    ];
    expect(mismatches(['run until: 09:00'], expectations)).toEqual([]);
  });

  it('has its history in a file that HISTORY.MAP names', () => {
    const expectations = [
      `file: { on: LAMSRV1, path: '${history}\\HISTORY.MAP', has: NOVELL }`,
      `file: { on: LAMSRV1, path: '${history}\\*.SMH', count: 1 }`,
    ];
    expect(mismatches(['run until: 09:00'], expectations)).toEqual([]);
  });

  it('gets DOMAIN.INI, RESYNC.CFG and the client programs, and one .UID whose first SMSID is its own', () => {
    const steps = [...aResync, 'run until: day 3 09:00'];
    const expectations = [
      "file: { on: NWSRV1, path: 'C:\\SMS\\LOGON.SRV\\DOMAIN.INI', has: Domain=NOVELL }",
      "file: { on: NWSRV1, path: 'C:\\SMS\\LOGON.SRV\\RESYNC.CFG' }",
      "file: { on: NWSRV1, path: 'C:\\SMS\\LOGON.SRV\\X86.BIN\\00000409\\Invdos.exe' }",
      "file: { on: NWSRV1, path: 'C:\\SMS\\LOGON.SRV\\SMSID\\LAM02001.UID' }",
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('answers a resync with the whole inventory when Maintenance Manager looks at it next', () => {
    const steps = [...aResync, 'run until: day 3 09:00'];
    const expectations = [
      `file: { on: LAMSRV1, path: '${master}', has: LAM02000 }`,
      'event log: { on: LAMSRV1, source: SMS, id: 186, times: 1 }',
      `${properties}, shows: [Identification, Operating System, Disk, Network, Packages] }`,
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('is not asked twice by one request', () => {
    const steps = [...aResync, 'run until: day 4 06:00'];
    const found = 'has: Taking inventory of NetWare server NWSRV1, from: day 4 00:00, times: 1';
    const expectations = [
      `log: { on: LAMSRV1, file: MAINTMAN.LOG, ${found} }`,
      "trace: { kind: file, subject: 'DELTAMIF.COL', detail: created, from: day 4 00:00, times: 0 }",
      `${properties}, shows: [Disk] }`,
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });
});
