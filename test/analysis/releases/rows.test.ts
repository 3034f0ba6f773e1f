import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/analysis/index.ts';
import { sms20 } from '../../../src/catalogue/index.ts';
import { shippedScenarios } from '../../library/shipped.ts';
import { claims, onlyRow, rows } from './scenarios.ts';

const steps = 'steps: [{ note: a, name: a note }, { run until: 09:00 }]\n';

describe('the rows of a matrix', () => {
  it('are one for each row of the parameters of a symptom, on every release in the order they were shipped', () => {
    const found = rows(
      `parameters: [{ client: A }, { client: B }]\n${steps}variants: { symptom: {}, corrected: { releases: [SP4] } }`,
    );
    expect(found.map(({ label }) => label)).toEqual(['client=A', 'client=B']);
    expect(found[0]?.places.map(({ run }) => run.name)).toEqual([
      ...['2.0', '2.0 SP1', '2.0 SP2', '2.0 SP3', '2.0 SP4', '2.0 SP4 HRP'],
    ]);
    expect(found[0]?.places.every(({ telling }) => telling.cure?.name === 'corrected [client=A]')).toBe(true);
  });

  it('leave procedures out where there is a symptom', () => {
    expect(rows(`${steps}variants: { symptom: {}, procedure other: {} }`)).toHaveLength(1);
  });

  it('are the procedures where there is none, and only on the releases that a procedure names itself', () => {
    const found = rows(`${claims('p')}${steps}variants: { procedure a: {}, procedure b: { releases: [SP1, SP2] } }`);
    expect(found.map(({ label, places }) => [label, places.filter(({ meant }) => meant).length])).toEqual([
      ['procedure a', 6],
      ['procedure b', 2],
    ]);
  });

  it('are none where a scenario tells neither', () => {
    expect(rows(`${steps}variants: { without cause: {} }`)).toEqual([]);
  });

  it('hold upgrades from different releases to the same one together', () => {
    const found = rows(`parameters:
  - { from: SP2, to: 2.0 SP4 }
  - { from: SP3, to: 2.0 SP4 }
  - { from: SP2, to: 2.0 SP3 }
steps: [{ install release: { release: '\${to}' } }, { run until: 09:00 }]
variants: { procedure: { releases: ['\${from}'] } }`);
    const meant = found.map(({ label, places }) => [
      label,
      places.filter((place) => place.meant).map(({ run, telling }) => `${run.name} ${telling.told.name}`),
    ]);
    expect(meant).toEqual([
      [
        'procedure, upgrade to 2.0 SP4',
        ['2.0 SP2 procedure [from=SP2, to=2.0 SP4]', '2.0 SP3 procedure [from=SP3, to=2.0 SP4]'],
      ],
      ['procedure, upgrade to 2.0 SP3', ['2.0 SP2 procedure [from=SP2, to=2.0 SP3]']],
    ]);
  });

  it('hold the releases that the rows of the parameters name together', () => {
    const table =
      'parameters: [{ release: SP1, client: A }, { release: SP2, client: A }, { release: SP2, client: B }]\n';
    const found = rows(`${table}${steps}variants: { symptom: { releases: ['\${release}'] } }`);
    const meant = found.map(({ label, places }) => [label, places.flatMap((p) => (p.meant ? [p.run.name] : []))]);
    expect(meant).toEqual([
      ['', ['2.0 SP1', '2.0 SP2']],
      ['client=B, release=SP2', ['2.0 SP2']],
    ]);
  });
});

describe('a scenario whose variants name the releases of site and clients', () => {
  const mixed = `${claims('-p')}${steps}variants:
  symptom: { roles: { site: SP2, clients: SP1 } }
  corrected: { roles: { site: SP2, clients: SP2, srv1: SP3 } }
`;

  it('stands each release of the site against each of the clients', () => {
    const { places, mixed: isMixed } = onlyRow(mixed);
    expect([isMixed, places.length]).toEqual([true, 36]);
    expect(places[1]?.run).toEqual({
      name: 'clients 2.0 SP1, site 2.0',
      roles: { site: '2.0', clients: '2.0 SP1', named: {} },
    });
  });

  it('claims something of the mixes that its variants name, and of no others', () => {
    const claimed = onlyRow(mixed).places.filter(({ claim }) => claim !== 'not stated');
    expect(claimed.map(({ run, claim }) => `${run.roles.site}, ${run.roles.clients}: ${claim}`)).toEqual([
      '2.0 SP2, 2.0 SP1: present',
      '2.0 SP2, 2.0 SP2: corrected',
    ]);
  });
});

describe('what an article says of more than one release', () => {
  const claimed = (body: string): readonly string[] =>
    rows(body).flatMap(({ places }) =>
      places.flatMap(({ run, claim }) =>
        claim === 'not stated' ? [] : [`${run.roles.site}, ${run.roles.clients}: ${claim}`],
      ),
    );

  it('of an upgrade, counts for the release that it starts from', () => {
    const upgrades = `claims: { 2.0: not stated, SP2 to SP4: present, SP3 to SP4: corrected }
parameters: [{ to: SP4 }, { to: SP3 }]
steps: [{ install release: { release: '\${to}' } }]
variants: { symptom: { releases: [SP2] } }`;
    expect(claimed(upgrades)).toEqual(['2.0 SP2, 2.0 SP2: present', '2.0 SP3, 2.0 SP3: corrected']);
  });

  it('of a site and clients of another release, counts for that mix', () => {
    const mixes = `claims: { 'site SP2, clients RTM': present, 'site SP1, clients SP2': corrected }
${steps}variants: { symptom: { roles: { site: SP2, clients: SP1 } } }`;
    expect(claimed(mixes)).toEqual([
      '2.0 SP1, 2.0 SP2: corrected',
      '2.0 SP2, 2.0: present',
      '2.0 SP2, 2.0 SP1: present',
    ]);
  });

  it('says nothing of the upgrade of another site', () => {
    const other = (site: string): string => `claims: { 2.0 SP2: present, SP2 to SP4: corrected }
steps: [{ install release: { release: SP4 } }, { install release: { site: ${site}, release: SP4 } }]
variants: { symptom: { drop: [] } }`;
    expect(claimed(other('ABC'))).toEqual(['2.0 SP2, 2.0 SP2: corrected']);
  });
});

describe('a scenario whose variants give site and clients the same release', () => {
  it('has one line', () => {
    const same = `${steps}variants: { symptom: { roles: { site: SP1, clients: SP1 } } }`;
    const { places, mixed } = onlyRow(same);
    expect([mixed, places.length, places[0]?.run.roles.clients]).toEqual([false, 6, '2.0']);
  });
});

describe('a scenario whose variants name the release of the site alone', () => {
  it('has one line, in which clients have the release of the site', () => {
    const { places, mixed } = onlyRow(`${claims('-p')}${steps}variants: { symptom: { roles: { site: '2.0' } } }`);
    expect(mixed).toBe(false);
    expect(places.map(({ run, claim }) => `${run.name}: ${claim}`).slice(0, 2)).toEqual([
      'site 2.0: present',
      'site 2.0 SP1: not stated',
    ]);
    expect(places[1]?.run.roles).toEqual({ site: '2.0 SP1', clients: '2.0 SP1', named: {} });
  });
});

describe('the grid of a shipped scenario', () => {
  it('has the claim of Q266130 wherever the client is behind its site, as far as the article goes', async () => {
    const [loaded] = await shippedScenarios('scenarios/sms20/Q266130-clients-of-another-release.yaml');
    const [row, ...others] = loaded === undefined ? [] : rowsOf(loaded, [sms20]);
    expect([row?.mixed, row?.places.length, others]).toEqual([true, 36, []]);
    const order = sms20.releases.map(({ name }) => name);
    const isBehind = ({ site, clients }: { site: string; clients: string }): boolean =>
      site !== '2.0 SP4 HRP' && order.indexOf(clients) < order.indexOf(site);
    for (const { run, claim } of row?.places ?? []) {
      expect([run.name, claim]).toEqual([run.name, isBehind(run.roles) ? 'present' : 'not stated']);
    }
  });
});
