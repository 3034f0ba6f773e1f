import { describe, expect, it } from 'vitest';
import { mismatchesOf } from '../../scenario/site-play.ts';

/** Plays steps in the office with two Macintoshes on one release; `site` is what its file would say besides. */
function mismatches(
  steps: readonly string[],
  expectations: readonly string[],
  { release = '1.2 SP4', site = '' } = {},
): readonly string[] {
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', 'site: macintosh-1.2', site, `claims: { ${release}: present }`];
  const body = ['steps:', list(steps), 'expect:', list(expectations), 'variants: { symptom: {} }\n'];
  return mismatchesOf([...head, ...body].filter((line) => line !== '').join('\n'));
}

const macFile = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\MacFile\\Parameters';
const required = 'name: Require Microsoft Authentication, value: 1';
const authentication = `registry set: { on: LAMSRV1, key: '${macFile}', ${required} }`;
const noGuests =
  `registry set: { on: LAMSRV1, key: '${macFile}\\Volumes', name: SMS_SHR, type: REG_MULTI_SZ, ` +
  "value: ['Path=C:\\SMS\\LOGON.SRV', 'Guests=No'] }";
const uam = "hardware: { on: MAC1, class: AppleShare, set: { Microsoft UAM: 'Yes' } }";
const user = 'log on: { on: MAC1, user: CARL }';

const start = "{ at: '09:00', service: { on: MAC1, name: INVMAC, do: restart } }";
const end = "run until: '09:30'";
const notFound = 'dialog: { on: MAC1, title: InvMac, has: Error 5016 in file shicsetting.cp, times: 1 }';
const connected = "file: { on: MAC1, path: 'C:\\SMS\\SMS.INI', modified: { after: '08:59' } }";

describe('Invmac comes onto the volume of a logon server', () => {
  it.each([
    ['as a guest', [], connected],
    ['not without Services for Macintosh', ['service: { on: LAMSRV1, name: MacFile, do: stop }'], notFound],
    [
      'not when its zone is another',
      ['hardware: { on: LAMSRV1, class: Services for Macintosh, set: { Zone: X } }'],
      notFound,
    ],
    ['not as a guest of a volume without guests', [noGuests], notFound],
    ['as its user where guests are not let in', [noGuests, user], connected],
    ['not as a guest where Microsoft authentication is used', [authentication, user], notFound],
    ['as its user with the Microsoft UAM', [authentication, user, uam], connected],
    ['not when the account Guest is disabled', ['account: { name: Guest, do: disable }'], notFound],
  ])('%s (Q127026, Q156385, Q185908)', (_name, steps, expectation) => {
    expect(mismatches([...steps, start, end], [expectation])).toEqual([]);
  });
});

describe('what Invmac makes of the network', () => {
  const zone = 'AppleTalk: [{ Zone: Servers }]';
  const panel = (installed: string, whenNeeded: string): string =>
    `TCP/IP: [{ Installed: '${installed}', Make TCP/IP: Active, Load Only When Needed: '${whenNeeded}' }]`;
  const [loaded, unloaded, absent] = [panel('Yes', 'No'), panel('Yes', 'Yes'), panel('No', 'No')];
  const quit = 'dialog: { on: MAC1, title: Finder, has: an error of type one occurred, times: 1 }';
  const error = 'dialog: { on: MAC1, title: InvMac, has: Error - 3201, times: 1 }';
  const address = (value: string): string =>
    `personal computer properties: { name: MAC1, group: Network, attribute: IP Address, value: ${value} }`;
  it.each([
    ['Macintosh System 7.5', loaded, '1.2', address('10.1.0.71')],
    ['Macintosh System 7.5', unloaded, '1.2', address('null')],
    ['Macintosh System 7.5', absent, '1.2', quit],
    ['Macintosh System 7.5', absent, '1.2 SP3', quit],
    ['Macintosh System 7.5', absent, '1.2 SP4', address('null')],
    ['Macintosh System 7.6', loaded, '1.2 SP2', address('null')],
    ['Macintosh System 7.6', loaded, '1.2 SP3', address('10.1.0.71')],
    ['Macintosh System 7.6', unloaded, '1.2 SP2', address('null')],
    ['Macintosh System 7.6', unloaded, '1.2 SP3', error],
    ['Macintosh System 7.6', absent, '1.2 SP3', error],
    ['Mac OS 8', unloaded, '1.2 SP4', address('null')],
  ])('%s, %s on %s (Q156403, Q178661, Q191304)', (system, tcpIp, release, expectation) => {
    const mac = `computers: [{ name: MAC1, operating system: ${system}, hardware: { ${zone}, ${tcpIp} } }]`;
    expect(mismatches([start, end], [expectation], { release, site: mac })).toEqual([]);
  });
});

describe('Invmac at a start of the Macintosh', () => {
  it('scans nothing before the interval is over, whatever has changed (Q151620)', () => {
    const change = 'hardware: { on: MAC1, class: Win32_Processor, set: { Name: PowerPC 604 } }';
    const steps = (day: number): readonly string[] => [
      change,
      `{ at: day ${day} 09:00, restart: MAC1 }`,
      'run for: 30m',
    ];
    const shown = (name: string): string =>
      `personal computer properties: { name: MAC1, group: Processor, attribute: Processor Name, value: ${name} }`;
    expect(mismatches(steps(6), [shown('PowerPC 601')])).toEqual([]);
    expect(mismatches(steps(8), [shown('PowerPC 604')])).toEqual([]);
  });

  it('obeys a request once, and again when its time is another (Q193746)', () => {
    const master = 'C:\\SMS\\SITE.SRV\\MAINCFG.BOX\\INVDOM.BOX\\LAMWORLD.000\\RESYNC.CFG';
    const request = (time: string): string =>
      `{ at: '${time}', write: { on: LAMSRV1, path: '${master}', resync commands: { first: LAM00001, count: 1 } } }`;
    const steps = [
      request('08:10'),
      "{ at: '08:30', restart: MAC1 }",
      "{ at: '09:00', restart: MAC1 }",
      request('09:30'),
      "{ at: '10:00', restart: MAC1 }",
      'run until: 11:00',
    ];
    const mif = 'trace: { kind: file, process: MAC1/INVMAC, subject: ISVMIF.BOX, times: 2 }';
    expect(mismatches(steps, [mif])).toEqual([]);
  });

  it('keeps the servers of the DOMAIN.INI that the script has fetched anew', () => {
    const steps = ['mac installer: { on: MAC1 }', start, end];
    expect(mismatches(steps, ["file: { on: MAC1, path: 'C:\\SMS\\SMS.INI', has: Servers@LAMSRV1 }"])).toEqual([]);
  });
});

describe('the Installer script', () => {
  const installer = 'C:\\SMS\\LOGON.SRV\\MAC.BIN\\Apple Installer';
  it.each([
    ['runs', [], 0, 'Installation was successful'],
    ['needs the Apple Installer', [`delete: { on: LAMSRV1, path: '${installer}' }`], 1, 'is not in MAC.BIN'],
    ['needs the volume', ['service: { on: LAMSRV1, name: MacFile, do: stop }'], 1, 'cannot be opened'],
    ['needs the logon server', ['power off: LAMSRV1'], 1, 'cannot be opened'],
  ])('%s (Q107244, Q185908)', (_name, steps, exitCode, words) => {
    const typed = ['mac installer: { on: MAC1, arguments: LAMSRV1 }', end];
    const expectation = `console: { command: mac installer, has: ${words}, exit code: ${exitCode} }`;
    expect(mismatches([...steps, ...typed], [expectation])).toEqual([]);
  });

  it('is nothing for a PC', () => {
    const typed = ['mac installer: { on: LAMSRV1, arguments: LAMSRV1 }', end];
    expect(mismatches(typed, ['console: { command: mac installer, exit code: 1 }'])).toEqual([]);
  });
});

describe('Hdecomp', () => {
  const source = 'C:\\HOTFIX\\Invmac.mac';
  const hotfix = "obtain hotfix: { on: LAMSRV1, article: Q178661, folder: 'C:\\HOTFIX' }";
  const expand = (target: string): string => `hdecomp: '${source} "${target}"'`;
  it.each([
    ['expands onto a Macintosh volume', [hotfix, expand('C:\\Microsoft UAM Volume\\Invmac.mac')], 0],
    ['needs both arguments', [`hdecomp: '${source}'`], 1],
    ['needs a file', [expand('C:\\TEMP.MAC')], 1],
    ['expands nothing twice', [hotfix, expand('C:\\A.MAC'), "hdecomp: 'C:\\A.MAC C:\\B.MAC'"], 1],
    [
      'is not there without its program',
      [hotfix, "delete: { on: LAMSRV1, path: 'C:\\SUPPORT\\Hdecomp.exe' }", expand('C:\\A.MAC')],
      1,
    ],
  ])('%s (Q172533, Q178661)', (_name, steps, exitCode) => {
    const last = `console: { command: hdecomp, exit code: ${exitCode} }`;
    expect(mismatches([...steps, end], [last])).toEqual([]);
  });
});

describe('the Personal Computer Properties window', () => {
  const shown = (wanted: string): string => `personal computer properties: { ${wanted} }`;
  const groups =
    'Identification, Workstation Status, Operating System, Processor, Memory, Disk, Network, Video, Network Monitor';
  it.each([
    ['lists all groups and the icon', `name: mac1, groups: [${groups}]`, true],
    ['knows that a group is missing', 'name: MAC1, groups: [Identification, Network Monitor]', false],
    ['names groups that are shown', 'name: MAC1, shows: [processor, Network Monitor], lacks: [Mouse]', true],
    ['names groups that are not', 'name: MAC1, lacks: [Processor]', false],
    ['finds a computer by its SMSID', 'smsid: LAM00001, group: Identification, attribute: Name, value: MAC1', true],
    ['looks at values', 'name: MAC1, group: Identification, attribute: Name, value: MAC2', false],
    [
      'has no values in a group that is missing',
      'name: MAC1, group: Mouse, attribute: Manufacturer, value: null',
      false,
    ],
    ['knows that a computer is missing', 'name: MAC9, listed: false', true],
    ['is opened for computers that are listed', 'name: MAC1, listed: false', false],
    ['is not opened for others', 'name: MAC9', false],
  ])('%s', (_name, wanted, met) => {
    expect(mismatches([end], [shown(wanted)]).length).toBe(met ? 0 : 1);
  });
});
