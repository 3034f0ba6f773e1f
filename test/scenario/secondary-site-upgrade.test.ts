import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

/** Plays steps in the hierarchy of CEN, PRI below it and the secondary site SEC below PRI, with releases by site. */
function mismatches(releases: string, steps: readonly string[], expectations: readonly string[]): unknown {
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', 'site: hierarchy-2.0', 'claims: { 2.0 SP3: present }'];
  const body = [
    'steps:',
    list(steps),
    'expect:',
    list(expectations),
    `variants: { symptom: { roles: ${releases} } }\n`,
  ];
  return mismatchesOf([...head, ...body].join('\n'));
}

const upgrade = "{ at: '09:00', upgrade secondary site: { site: SEC } }";
const program = (file: string, version: string): string =>
  `file: { on: SECSRV, path: 'C:\\SMS\\bin\\i386\\${file}', version: ${version} }`;
const setupKey = 'HKLM\\Software\\Microsoft\\SMS\\Setup';

describe('the upgrade of a secondary site by its parent', () => {
  it('brings the release of the parent to the site and its CAP, and leaves Full Version as it was', () => {
    const expectations = [
      program('Inboxmgr.dll', '2.00.1493.3000'),
      "file: { on: SECSRV, path: 'C:\\CAP_SEC\\clicomp.box\\base\\Compver.ini', has: 2.00.1493.3004 }",
      `registry: { on: SECSRV, key: '${setupKey}', value: Full Version, is: 2.00.1493.2000 }`,
      "file: { on: SECSRV, path: 'C:\\Bootstrap.pkg', exists: false }",
    ];
    expect(mismatches('{ SEC: 2.0 SP2 }', [upgrade, 'run until: 11:00'], expectations)).toEqual([]);
  });

  it.each([
    ['high', '2.00.1493.3000'],
    ['nothing', '2.00.1493.2000'],
  ])('goes through an address that sends %s: the site then has %s (Q320676)', (send, version) => {
    const address = `address: { site: PRI, to: SEC, schedule: [{ from: '08:00', to: '18:00', send: ${send} }] }`;
    const steps = [`{ at: '08:30', ${address} }`, upgrade, 'run until: 11:00'];
    expect(mismatches('{ SEC: 2.0 SP2 }', steps, [program('Inboxmgr.dll', version)])).toEqual([]);
  });

  it('stops the services of the site for 20 minutes, and reports to all sites above when it is done', () => {
    const service = (state: string): string => `service: { on: SECSRV, service: SMS_EXECUTIVE, state: ${state} }`;
    const reported = (server: string): string =>
      `file: { on: ${server}, path: 'C:\\SMS\\inboxes\\hman.box\\Sites\\SEC.ct2', has: Version=2.00.1493.3000 }`;
    const steps = [upgrade, `{ at: '09:15', expect: [${service('Stopped')}] }`, 'run until: 10:00'];
    const expectations = [service('Running'), reported('PRISRV'), reported('CENSRV')];
    expect(mismatches('{ SEC: 2.0 SP2 }', steps, expectations)).toEqual([]);
  });

  it('uses the versions of the files of the parent, so that a fix there travels along (Q212978, Q246527)', () => {
    const hotfix = "{ at: '08:30', hotfix: { on: PRISRV, files: { 'bin\\i386\\Despool.dll': 2.00.1493.3205 } } }";
    const expectations = [program('Despool.dll', '2.00.1493.3205'), program('Sched.dll', '2.00.1493.3000')];
    expect(mismatches('{ SEC: 2.0 SP3 }', [hotfix, upgrade, 'run until: 10:00'], expectations)).toEqual([]);
  });

  it('leaves what is newer at the secondary site (Q213410)', () => {
    expect(
      mismatches('{ SEC: 2.0 SP4 }', [upgrade, 'run until: 10:00'], [program('Sched.dll', '2.00.1493.4000')]),
    ).toEqual([]);
  });

  it('is refused where the service pack wants another one, which Bootstrap.log says', () => {
    const line = 'Setup failed: 2.0 SP3 requires 2.0 SP2.';
    const expectations = [
      program('Sched.dll', '2.00.1380.1000'),
      `log: { on: SECSRV, file: Bootstrap.log, has: '${line}', times: 1 }`,
      'service: { on: SECSRV, service: SMS_EXECUTIVE, state: Running }',
    ];
    expect(mismatches('{ SEC: 2.0 SP1 }', [upgrade, 'run until: 10:00'], expectations)).toEqual([]);
  });

  it('begins again when the server was switched off during Setup', () => {
    const steps = [
      upgrade,
      "{ at: '09:15', power off: SECSRV }",
      "{ at: '09:30', power on: SECSRV }",
      'run until: 10:30',
    ];
    const expectations = [
      program('Sched.dll', '2.00.1493.3000'),
      'log: { on: SECSRV, file: Bootstrap.log, has: Setup completed., times: 1 }',
      'service: { on: SECSRV, service: SMS_EXECUTIVE, state: Running }',
    ];
    expect(mismatches('{ SEC: 2.0 SP2 }', steps, expectations)).toEqual([]);
  });

  it.each([
    ['a primary site', '', 'PRI is no secondary site'],
    ['the site of a parent that is off', '{ power off: PRISRV }', 'PRISRV is off'],
  ])('is not to be had for %s', (_words, step, why) => {
    const steps =
      step === '' ? ['upgrade secondary site: { site: PRI }'] : [step, 'upgrade secondary site: { site: SEC }'];
    expect(
      JSON.stringify(
        mismatches('{ SEC: 2.0 SP3 }', [...steps, 'run for: 1m'], [program('Sched.dll', '2.00.1493.3000')]),
      ),
    ).toContain(why);
  });
});
