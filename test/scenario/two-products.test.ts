import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

/** Plays a site of SMS 1.2 below one of SMS 2.0, or another site file, with the roles of its one variant. */
function mismatches(
  expectations: readonly string[],
  { site = 'child-1.2-of-2.0', roles = '' } = {},
): readonly string[] {
  const list = expectations.map((line) => `  - ${line}`).join('\n');
  const variant = `  symptom: { releases: ['2.0']${roles === '' ? '' : `, roles: ${roles}`} }\n`;
  const head = ['scenario: x', 'source: test', `site: ${site}`, "claims: { '2.0': present }"];
  return mismatchesOf([...head, "steps: [{ run until: '08:30' }]", 'expect:', list, 'variants:', variant].join('\n'));
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
