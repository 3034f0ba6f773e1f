import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

const newcomer =
  '{ name: NEWPC, role: client, installed: false, operating system: Windows NT 4.0, ' +
  'address: 10.1.0.44, subnet: 10.1.0.0, user: DORA }';

interface Wish {
  readonly release?: string;
  readonly enabled?: boolean;
  readonly computer?: string;
  readonly steps: readonly string[];
  readonly wanted: readonly string[];
}

/** Plays steps in a site with remote installation, and one computer that is no client. */
function play({ release = '2.0 SP4', enabled = true, computer = newcomer, steps, wanted }: Wish): readonly string[] {
  const listed = (lines: readonly string[]): string => lines.map((line) => `      - ${line}`).join('\n');
  return mismatchesOf(`scenario: Remote installation
source: Q229769
site: single-2.0
computers:
  - ${computer}
settings: { Remote installation enabled: ${enabled} }
steps:
  - { at: '08:01', server logging: { components: [SMS_CLIENT_CONFIG_MANAGER] } }
variants:
  procedure on one release:
    roles: { site: '${release}' }
    add:
${listed(steps)}
    expect:
${listed(wanted)}
`);
}

/** Network Discovery has found the computer. */
function found(at: string, properties = 'Client: null, SMS Installed Sites: []', file = 'NEWPC001'): string {
  const ddr = `{ client: NEWPC, agent: SMS_NETWORK_DISCOVERY, properties: { ${properties} } }`;
  return `{ at: '${at}', write: { on: SMSSRV1, path: 'C:\\SMS\\inboxes\\ddm.box\\${file}.DDR', ddr: ${ddr} } }`;
}

const requests = (times: number): string =>
  `log: { on: SMSSRV1, file: Ccm.log, has: 'for machine name: "NEWPC" on queue: "Incoming"', times: ${times} }`;
const service = (state: string): string => `service: { on: NEWPC, service: SMS Client Service, state: ${state} }`;
const retried = (name: string, count: number): string =>
  `file: { on: SMSSRV1, path: 'C:\\SMS\\inboxes\\Ccrretry.box\\${name}', count: ${count} }`;
const until = (time: string): string => `run until: '${time}'`;

describe('Discovery Data Manager', () => {
  const manager = String.raw`HKLM\SOFTWARE\Microsoft\SMS\Components\SMS_DISCOVERY_DATA_MANAGER`;
  const exclusion = `on: SMSSRV1, key: '${manager}', name: ExcludeServers, value: [newpc]`;
  const unlike = (properties: string): string => found('09:00', `Client: null, SMS Installed Sites: [], ${properties}`);

  it.each<readonly [string, readonly string[], number]>([
    ['of a computer with Windows NT that it assigns to the site', [found('09:00')], 1],
    ['never of a computer outside the boundaries', [unlike('IP Subnets: [10.9.0.0]')], 0],
    ['never of a computer with Windows 95', [unlike('Operating System Name and Version: Microsoft Windows 95')], 0],
    ['never of a client', [found('09:00', 'Client: 1, SMS Installed Sites: [ABC]')], 0],
    [
      'never of a computer that ExcludeServers lists',
      [`{ at: '08:30', registry set: { ${exclusion} } }`, found('09:00')],
      0,
    ],
  ])('makes a client configuration request %s', (_which, steps, times) => {
    expect(play({ steps: [...steps, until('09:30')], wanted: [requests(times)] })).toEqual([]);
  });

  it('makes none where remote installation is off, and begins when it is turned on', () => {
    const off = [found('09:00'), until('09:30')];
    expect(play({ enabled: false, steps: off, wanted: [requests(0), service('absent')] })).toEqual([]);
    const turned = "{ at: '08:30', setting: { set: { Remote installation enabled: true } } }";
    expect(play({ enabled: false, steps: [turned, ...off], wanted: [requests(1), service('Running')] })).toEqual([]);
  });
});

describe('Client Configuration Manager', () => {
  const computerOff = newcomer.replace(', user: DORA', ', power: off');

  it('tries a computer that it does not reach again every hour', () => {
    const said = (line: string): string => `log: { on: SMSSRV1, file: Ccm.log, has: '${line}', at least: 3 }`;
    expect(
      play({
        computer: computerOff,
        steps: [found('09:00'), `{ at: '11:30', power on: NEWPC }`, until('12:30')],
        wanted: [
          said(String.raw`---> Failed to connect to \\NEWPC\admin$ using account SMSServer_ABC (53)`),
          said('machine name: "NEWPC", error code: 53'),
          said('machine name "NEWPC", in queue "Retry".'),
          service('Running'),
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    ['2.0', '*.CCR', 2],
    ['2.0 SP2', '*.CCR', 1],
    ['2.0 SP2', 'NEWPC.WORKGROUP.CCR', 1],
  ])('of %s keeps two requests for one computer as %s: %i', (release, name, count) => {
    const twice = [found('09:00'), found('09:10', undefined, 'NEWPC002'), until('09:30')];
    const computer = computerOff;
    expect(play({ release, computer, steps: twice, wanted: [retried(name, count)] })).toEqual([]);
  });

  it.each([
    ['2.0 SP2', 'NEWPC.LAN', 'absent'],
    ['2.0 SP3', 'NEWPC.LAN.CCR', 'Running'],
  ])('of %s names the retry for a domain of three letters %s', (release, name, state) => {
    const computer = computerOff.replace(' }', ', domain: LAN }');
    const steps = [
      found('09:00'),
      `{ at: '09:20', expect: [${retried(name, 1)}] }`,
      `{ at: '09:30', power on: NEWPC }`,
      until('11:00'),
    ];
    expect(play({ release, computer, steps, wanted: [service(state)] })).toEqual([]);
  });

  it('takes a request up again that SMS Executive was stopped with', () => {
    const steps = [
      `{ at: '08:30', slow: { between: [SMSSRV1, NEWPC], per second: 1 KB } }`,
      found('09:00'),
      `{ at: '09:00:05', service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: restart } }`,
      `{ at: '09:10', slow: { between: [SMSSRV1, NEWPC], per second: 1 MB } }`,
      until('12:00'),
    ];
    expect(play({ steps, wanted: [requests(2), service('Running')] })).toEqual([]);
  });

  it('leaves a computer with the service alone, whichever site it belongs to', () => {
    const client = newcomer.replace('installed: false', 'installed: true, sites: [ABC]');
    const steps = [found('09:00', 'Client: 0'), until('11:00')];
    const wanted = [
      String.raw`file: { on: NEWPC, path: 'C:\WINNT\sms_temp\CCMBtLdr.exe', exists: false }`,
      retried('*.*', 0),
    ];
    expect(play({ computer: client, steps, wanted })).toEqual([]);
  });

  it('tries what it has begun until CCIM has reported, even if the service is there (Q264630)', () => {
    const begun = (times: number): string =>
      `log: { on: SMSSRV1, file: Ccm.log, has: '======>Begin Processing request', times: ${times} }`;
    const key = String.raw`HKLM\Software\Microsoft\SMS\Client\Sites\Shared\ABC\Configuration\Client Properties`;
    const forget = `{ at: '09:59', registry delete: { on: NEWPC, key: '${key}', name: DDR Refresh Interval } }`;
    const morning = (...between: readonly string[]): readonly string[] => [found('09:00'), ...between, until('12:30')];
    expect(play({ steps: morning(), wanted: [begun(2), service('Running')] })).toEqual([]);
    expect(play({ steps: morning(forget), wanted: [begun(3), service('Running')] })).toEqual([]);
  });

  it.each([
    ['of other sites', 'Client: 1, SMS Installed Sites: [XYZ]', 1],
    ['of its own site', 'Client: 1, SMS Installed Sites: [ABC]', 0],
  ])('is asked for the client on a computer that is a client %s (Q313660)', (_which, properties, times) => {
    expect(play({ steps: [found('09:00', properties), until('09:30')], wanted: [requests(times)] })).toEqual([]);
  });

  it('completes what a user without rights has begun at a logon', () => {
    const text = `scenario: A user without rights
source: Q264630
site: shared-domain-2.0
steps:
  - { at: '08:10', setting: { site: AAA, set: { Remote installation enabled: true } } }
  - { at: '08:20', log on: { on: NEWA, user: DORA } }
  - run until: '10:00'
variants:
  procedure with remote installation:
    expect:
      - log: { on: NEWA, file: Wn_logon.log, has: AppRegister return code =5 }
      - service: { on: NEWA, service: SMS Client Service, state: Running }
      - control panel: { on: NEWA, component: Hardware Inventory Agent, state: Installed, sites: [AAA] }
`;
    expect(mismatchesOf(text)).toEqual([]);
  });
});
