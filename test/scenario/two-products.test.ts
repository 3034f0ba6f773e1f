import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

/** Plays a site of SMS 1.2 below one of SMS 2.0, or another site file, with the roles of its one variant. */
function mismatches(
  expectations: readonly string[],
  { site = 'child-1.2-of-2.0', roles = '', steps = ["{ run until: '08:30' }"] } = {},
): readonly string[] {
  const list = expectations.map((line) => `  - ${line}`).join('\n');
  const variant = `  symptom: { releases: ['2.0']${roles === '' ? '' : `, roles: ${roles}`} }\n`;
  const head = ['scenario: x', 'source: test', `site: ${site}`, "claims: { '2.0': present }"];
  const played = ['steps:', ...steps.map((step) => `  - ${step}`)];
  return mismatchesOf([...head, ...played, 'expect:', list, 'variants:', variant].join('\n'));
}

describe('a site of one product below a site of the other', () => {
  it('has the programs of its own release, and so have the clients that name it', () => {
    const expectations = [
      'component: { on: CENSRV, component: SMS_DISCOVERY_DATA_MANAGER, running: true }',
      'component: { on: LAMSRV1, component: SMS_SITE_REPORTER, running: true, version: 1.20.786.4000 }',
      "file: { on: LAMCLI, path: 'C:\\SMS.INI', has: SiteCode=LAM }",
    ];
    expect(mismatches(expectations)).toEqual([]);
  });

  it('is of another release where the roles of a run say so', () => {
    const expectation = 'component: { on: LAMSRV1, component: SMS_SITE_REPORTER, version: 1.20.786.2000 }';
    expect(mismatches([expectation], { roles: '{ LAM: 1.2 SP2 }' })).toEqual([]);
  });

  it('reports its computers to the site above, which makes them known', () => {
    const known = "select Name0 from System_DISC where Name0 like 'LAM%' order by 1";
    const loaded = "select Name0 from System_DATA where Name0 like 'LAM%' order by 1";
    const expectations = [known, loaded].map(
      (sql) => `database: { site: CEN, sql: "${sql}", rows: [[LAMCLI], [LAMSRV1]] }`,
    );
    expect(mismatches(expectations)).toEqual([]);
  });
});

describe('a computer of the site below that reports only what has changed', () => {
  const master = 'C:\\SMS\\SITE.SRV\\MAINCFG.BOX\\INVDOM.BOX\\LAMWORLD.000\\RESYNC.CFG';
  const hardware = 'on: LAMCLI, class: Win32_LogicalMemoryConfiguration, set: { TotalPhysicalMemory: 131072 }';
  const steps = [
    '{ at: 08:50, server logging: { components: [SMS_INVENTORY_DATA_LOADER] } }',
    '{ at: 09:00, delete computer: { site: CEN, name: LAMCLI } }',
    `{ at: 09:05, hardware: { ${hardware} } }`,
    '{ at: day 8 09:10, log on: { on: LAMCLI, user: BEN } }',
    'run until: day 8 12:00',
  ];

  it('is not asked for a resync by the site above, to which it is not assigned (Q281107)', () => {
    const expectations = [
      "log: { on: CENSRV, file: dataldr.log, has: 'Requesting resync', at least: 1 }",
      "log: { on: CENSRV, file: dataldr.log, has: 'could not get site assignment', at least: 1 }",
      `file: { on: LAMSRV1, path: '${master}', exists: false }`,
    ];
    expect(mismatches(expectations, { steps })).toEqual([]);
  });

  it('is complete there again when its own site has the whole inventory sent', () => {
    const all = [...steps, '{ invdos: { on: LAMCLI, arguments: /F } }', 'run until: day 8 14:00'];
    const count = "select count(*) from System_DATA where Name0 = 'LAMCLI'";
    expect(mismatches([`database: { site: CEN, sql: "${count}", value: 1 }`], { steps: all })).toEqual([]);
  });
});

describe('names of a product that does not take part', () => {
  it.each([
    [
      'a release',
      () =>
        mismatches(["file: { on: SMSSRV1, path: 'C:\\SMS' }"], { site: 'single-2.0', roles: '{ SMSSRV1: 1.2 SP2 }' }),
    ],
    [
      'a component',
      () => mismatches(['component: { on: SMSSRV1, component: SMS_SITE_REPORTER }'], { site: 'single-2.0' }),
    ],
  ])('are mistakes: %s', (_kind, play) => {
    expect(play).toThrow(/there is no (?:release|component)/);
  });
});
