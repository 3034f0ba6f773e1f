import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

/** Plays steps in the shared domain; PCA is a client of AAA, whose boundaries are 10.1.0.0, BBB has 10.2.0.0. */
function play(steps: readonly string[], wanted: readonly string[], release = '2.0 SP4'): readonly string[] {
  const listed = (lines: readonly string[]): string => lines.map((line) => `      - ${line}`).join('\n');
  return mismatchesOf(`scenario: Travel mode
source: Q281107
site: shared-domain-2.0
steps:
  - { at: '08:01', note: the day begins }
variants:
  procedure on one release:
    roles: { site: '${release}' }
    add:
${listed(steps)}
    expect:
${listed(wanted)}
`);
}

const clitravl = (at: string, words: string): string => `{ at: '${at}', clitravl: { on: PCA, arguments: ${words} } }`;
const move = (subnet: string): string =>
  `{ at: '09:00', move client: { on: PCA, address: ${subnet.replace(/0$/, '44')}, subnet: ${subnet} } }`;
const logOn = (at: string): string => `{ at: '${at}', log on: { on: PCA, user: CARLA, administrator: true } }`;
const cycle = (at: string): string => `{ at: '${at}', setevnt: { on: PCA, arguments: /q CCIM32 } }`;
const sites = (codes: string): string => `control panel: { on: PCA, sites: ${codes} }`;
const visits = String.raw`file: { on: PCA, path: 'C:\WINNT\MS\SMS\Core\Data\Smsasign.ini', has: CLIENT_ASSIGNED }`;

describe('Clitravl.exe', () => {
  it.each([
    ['/TRAVEL=ON', 1],
    ['/TRAVEL=OFF', 0],
    ['/PROMPT=OFF', 0],
    ['/travel=on', -1],
  ])('%s answers %i', (words, code) => {
    const answered = `trace: { kind: note, subject: clitravl answered ${code}, times: 1 }`;
    expect(play([clitravl('08:30', words), "run until: '08:31'"], [answered])).toEqual([]);
  });
});

describe('a travelling client', () => {
  const box = (text: string, times: number): string =>
    `dialog: { on: PCA, title: SMS - Traveling Mode, has: ${text}, times: ${times} }`;

  it.each([
    ['asks its user, who keeps it as it is', '/TRAVEL=ON', 1],
    ['asks nobody without prompting', '/TRAVEL=ON /PROMPT=OFF', 0],
  ])('%s', (_what, words, times) => {
    const steps = [clitravl('08:30', words), move('10.9.0.0'), cycle('09:10'), "run until: '09:30'"];
    expect(play(steps, [sites('[AAA]'), box('deassign this machine from site AAA', times)])).toEqual([]);
  });

  it('leaves its site outside the boundaries when travel mode is off', () => {
    const steps = [clitravl('08:30', '/TRAVEL=OFF'), move('10.9.0.0'), cycle('09:10'), "run until: '09:30'"];
    expect(play(steps, ['service: { on: PCA, service: SMS Client Service, state: absent }'])).toEqual([]);
  });

  it('notes the sites that it visits, and belongs to them when travel mode is turned off', () => {
    const visit = [clitravl('08:30', '/TRAVEL=ON /PROMPT=OFF'), move('10.2.0.0'), logOn('09:10')];
    expect(play([...visit, "run until: '09:30'"], [visits, sites('[AAA]')])).toEqual([]);
    const home = "{ at: '09:40', move client: { on: PCA, address: 10.1.0.8, subnet: 10.1.0.0 } }";
    const off = [home, clitravl('09:50', '/TRAVEL=OFF'), logOn('10:00'), cycle('10:30'), "run until: '11:00'"];
    expect(play([...visit, ...off], [visits, sites('[AAA, BBB]')])).toEqual([]);
  });

  it.each([
    ['2.0 SP3', 'does not report', 0],
    ['2.0 SP4', 'reports', 1],
  ])('of %s %s travel mode at its logon', (release, _does, columns) => {
    const table = "select count(*) from pragma_table_info('System_DISC') where name = 'Travel_Mode0'";
    const steps = [clitravl('08:30', '/TRAVEL=ON /PROMPT=OFF'), logOn('09:00'), "run until: '09:30'"];
    expect(play(steps, [`database: { sql: "${table}", value: ${columns} }`], release)).toEqual([]);
  });
});

describe('a forced site', () => {
  it('gets the client at its next logon, wherever the client is', () => {
    const key = String.raw`HKLM\Software\Microsoft\SMS\Client\Sites`;
    const forced = `registry set: { on: PCA, key: '${key}', name: Forced Sites, value: [BBB] }`;
    const steps = [`{ at: '08:30', ${forced} }`, logOn('09:00'), cycle('09:30'), "run until: '10:00'"];
    expect(play(steps, [sites('[AAA, BBB]')])).toEqual([]);
  });
});
