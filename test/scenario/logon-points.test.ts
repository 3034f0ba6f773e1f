import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

/** Plays steps in the shared domain with all sites on one release. */
function playOn(release: string, steps: readonly string[], wanted: readonly string[]): readonly string[] {
  const listed = (lines: readonly string[]): string => lines.map((line) => `      - ${line}`).join('\n');
  return mismatchesOf(String.raw`scenario: Logon points
source: Q213004
site: shared-domain-2.0
steps:
  - { at: '08:01', server logging: { components: [SMS_NT_LOGON_SERVER_MANAGER] } }
  - { at: '08:01', server logging: { site: BBB, components: [SMS_NT_LOGON_SERVER_MANAGER] } }
variants:
  procedure on one release:
    roles: { site: '${release}' }
    add:
${listed(steps)}
    expect:
${listed(wanted)}
`);
}

const inbox = String.raw`C:\SMS\inboxes\NT_logon.box`;
const share = String.raw`D:\SMSLOGON`;
const notify = (server: string): string =>
  String.raw`write: { on: ${server}, path: '${inbox}\Notify\Nt_logon.not', text: '' }`;
const touch = (server: string): string =>
  String.raw`write: { on: ${server}, path: '${inbox}\Locks\touched', text: '' }`;
const file = (on: string, path: string, more = ''): string => `file: { on: ${on}, path: '${share}\\${path}'${more} }`;

describe('Logon Server Manager', () => {
  it.each([
    ['2.0 SP1', 1],
    ['2.0 SP2', 0],
  ])('of %s begins %i cycles when SMS Executive is restarted', (release, times) => {
    const line = 'This site is senior site, updating all servers';
    expect(
      playOn(
        release,
        [`{ at: '08:30', service: { on: SRVAAA, name: SMS_EXECUTIVE, do: restart } }`, `run until: '09:00'`],
        [`log: { on: SRVAAA, file: Nt_logon.log, has: '${line}', times: ${times} }`],
      ),
    ).toEqual([]);
  });

  it('obeys Senior.lst, and tells who is senior instead', () => {
    const senior = String.raw`write: { on: PDC1, path: '${share}\SitesCfg\Senior.lst', text: BBB }`;
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', ${senior} }`, `{ at: '08:30', ${notify('SRVAAA')} }`, `run until: '09:00'`],
        [
          'log: { on: SRVAAA, file: Nt_logon.log, has: ' +
            "'This site is not the senior site, Site BBB is responsible for updating servers', times: 1 }",
        ],
      ),
    ).toEqual([]);
  });

  it('skips a domain on whose token another site has its hand', () => {
    const path = String.raw`\\PDC1\SMSLOGON\SitesCfg\Nt_logon.tok`;
    const token = `hold open: { path: '${path}', as: SRVBBB, access: write, share: none }`;
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', ${token} }`, `{ at: '08:30', ${notify('SRVAAA')} }`, `run until: '09:00'`],
        ["log: { on: SRVAAA, file: Nt_logon.log, has: 'Unable to get sole access to domain skipping', times: 1 }"],
      ),
    ).toEqual([]);
  });

  it('begins a cycle a day after the end of the last one, which read two configuration files for a second each', () => {
    const elected = (from: string, until: string): string =>
      `log: { on: SRVAAA, file: Nt_logon.log, has: senior site, times: 1, from: '${from}', until: '${until}' }`;
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:30', ${notify('SRVAAA')} }`, `run until: 'day 2 09:00'`],
        [elected('08:30:02', '08:30:03'), elected('day 2 08:30:04', 'day 2 08:30:05')],
      ),
    ).toEqual([]);
  });

  it('reports a domain whose controller it cannot find', () => {
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', shut down: PDC1 }`, `{ at: '08:30', ${notify('SRVAAA')} }`, `run until: '09:00'`],
        [
          "log: { on: SRVAAA, file: Nt_logon.log, has: '~NetGetDCName domain: OFFICE server return: 2453', times: 1 }",
          'status message: { id: 4610, component: SMS_NT_LOGON_SERVER_MANAGER }',
        ],
      ),
    ).toEqual([]);
  });

  it.each([
    ['2.0 SP1', 'removes', 'by default', touch('SRVAAA')],
    ['2.0 SP2', 'keeps', 'by default', notify('SRVAAA')],
    ['2.0 SP2', 'removes', 'with Always Active 0', notify('SRVAAA')],
  ])('of %s %s a site that has been silent for long, %s', (release, verdict, how, call) => {
    const kept = verdict === 'keeps';
    const key = String.raw`HKLM\Software\Microsoft\SMS\Components\SMS_NT_LOGON_SERVER_MANAGER`;
    const value = `key: '${key}', name: Always Active, value: 0, type: REG_DWORD`;
    const set = `{ at: '08:05', registry set: { on: SRVAAA, ${value} } }`;
    expect(
      playOn(
        release,
        [
          ...(how === 'by default' ? [] : [set]),
          `{ at: '08:10', service: { on: SRVBBB, name: SMS_EXECUTIVE, do: stop } }`,
          `{ at: 'day 10 08:30', ${call} }`,
          `run until: 'day 10 09:00'`,
        ],
        [
          file('PDC1', String.raw`Sites\BBB\NETCONF.NCF`, `, exists: ${kept}`),
          file('BDC1', String.raw`Sites\AAA\NETCONF.NCF`),
        ],
      ),
    ).toEqual([]);
  });

  it('reports a controller without room for a logon point', () => {
    expect(
      playOn(
        '2.0 SP2',
        [
          `{ at: '08:05', unshare: { on: BDC1, name: SMSLOGON } }`,
          `{ at: '08:06', fill drive: { on: BDC1, drive: C, leaving: 1 MB } }`,
          `{ at: '08:06', fill drive: { on: BDC1, drive: D, leaving: 1 MB } }`,
          `{ at: '08:30', ${notify('SRVAAA')} }`,
          `run until: '09:00'`,
        ],
        ['status message: { id: 1412, component: SMS_NT_LOGON_SERVER_MANAGER, text: BDC1 }'],
      ),
    ).toEqual([]);
  });

  it('writes the lines of Copylog.tcf again that are missing', () => {
    const damage = String.raw`write: { on: PDC1, path: '${share}\Config\Copylog.tcf', text: '[FILE SOURCE]' }`;
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', ${damage} }`, `{ at: '08:30', ${notify('SRVAAA')} }`, `run until: '09:00'`],
        [file('PDC1', String.raw`Config\Copylog.tcf`, String.raw`, has: 'X86.BIN\CLICORE.EXE=AAA'`)],
      ),
    ).toEqual([]);
  });

  it('takes the agent off the controllers when no site of the domain uses logon discovery any more', () => {
    const off = (site: string): string => `logon points: { site: ${site}, domain: OFFICE, discovery: false }`;
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', ${off('BBB')} }`, `{ at: '08:20', ${off('AAA')} }`, `run until: '09:00'`],
        ['service: { on: BDC1, service: SMS_NT_LOGON_DISCOVERY_AGENT, state: absent }'],
      ),
    ).toEqual([]);
  });
});

describe('a logon', () => {
  const admin = 'log on: { on: NEWA, user: CARLA, administrator: true }';

  it('is discovered by every site of the domain', () => {
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', ${admin} }`, `run until: '09:00'`],
        [
          `database: { site: AAA, sql: "select Name0 from System_DISC where Name0 = 'NEWA'", rows: 1 }`,
          `database: { site: BBB, sql: "select Name0 from System_DISC where Name0 = 'NEWA'", rows: 1 }`,
        ],
      ),
    ).toEqual([]);
  });

  it('looks for its line of Copylog.tcf seven times more, ten minutes apart', () => {
    const damage = String.raw`write: { on: PDC1, path: '${share}\Config\Copylog.tcf', text: '[FILE SOURCE]' }`;
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', ${damage} }`, `{ at: '08:30', ${admin} }`, `run until: '11:00'`],
        [
          'log: { on: NEWA, file: Wn_logon.log, has: Retry in 10 mins..., times: 7 }',
          "log: { on: NEWA, file: Wn_logon.log, has: FILE SOURCE section, times: 8, from: '08:30', until: '09:41' }",
        ],
      ),
    ).toEqual([]);
  });

  it('gives a client the new passwords of connection accounts, which CCIM does not', () => {
    const key = String.raw`HKLM\Software\Microsoft\SMS\Client\Configuration\Client Connection Accounts`;
    expect(
      playOn(
        '2.0 SP2',
        [
          `{ at: '08:05', account: { name: SMSClient_AAA, password: changed } }`,
          `{ at: '08:06', account: { name: SMSClient2_AAA, do: create, password: spring00 } }`,
          `{ at: '08:07', connection accounts: { site: AAA, add: [SMSClient2_AAA] } }`,
          `{ at: '08:30', ${notify('SRVAAA')} }`,
          `{ at: '09:00', log on: { on: PCA, user: ANNA } }`,
          `run until: '09:30'`,
        ],
        [
          `{ registry: { on: PCA, key: '${key}', value: SMSClient_AAA, is: winter99 }, at: '08:59' }`,
          `registry: { on: PCA, key: '${key}', value: SMSClient_AAA, is: changed }`,
        ],
      ),
    ).toEqual([]);
  });

  it('ends with its user', () => {
    expect(
      playOn(
        '2.0 SP2',
        [`{ at: '08:10', ${admin} }`, `{ after: 30s, log off: NEWA }`, `run until: '09:00'`],
        ['service: { on: NEWA, service: SMS Client Service, state: absent }'],
      ),
    ).toEqual([]);
  });
});

describe('steps about logon points', () => {
  it.each([
    ['smsman: NEWA', 'nobody is logged on to NEWA'],
    ['smsman: SRVAAA', 'nobody is logged on to SRVAAA'],
    ['logon points: { domain: NOWHERE }', 'there is no Windows NT domain NOWHERE'],
  ])('%s: %s', (step, reason) => {
    expect(
      playOn('2.0 SP2', [`{ at: '08:10', ${step} }`, `run until: '08:20'`], [`computer: { on: NEWA, power: on }`]),
    ).toEqual([expect.stringContaining(reason)]);
  });

  it('need a controller that answers', () => {
    const steps = [
      `cut: PDC1`,
      `cut: BDC1`,
      `log on: { on: NEWA, user: CARLA }`,
      `{ at: '08:10', smsman: NEWA }`,
      `run until: '08:20'`,
    ];
    expect(playOn('2.0 SP2', steps, [`computer: { on: NEWA, power: on }`])).toEqual([
      expect.stringContaining('NEWA finds no logon point'),
    ]);
  });

  it('are not needed by a site without domains: it has no Logon Server Manager, and no logon script runs', () => {
    const process = 'process: { on: SMSSRV1, component: SMS_NT_LOGON_SERVER_MANAGER, running: false }';
    const mismatches = mismatchesOf(`scenario: A site without domains
source: Q213004
site: single-2.0
steps:
  - { at: '09:00', log on: { on: SMSNTCLI8, user: ANNA } }
  - run until: '09:30'
expect:
  - ${process}
  - trace: { process: SMSNTCLI8/Smsboot1.exe, times: 0 }
`);
    expect(mismatches).toEqual([]);
  });
});
