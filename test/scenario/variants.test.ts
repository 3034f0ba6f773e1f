import { describe, expect, it } from 'vitest';
import { sound } from './fixture.ts';

const steps = 'steps:\n  - { note: a, name: the cause }\n  - { note: b }\n  - run until: day 2\n';

function variants(body: string) {
  return sound(steps + body).variants;
}

describe('the releases a variant runs on', () => {
  const claims = "claims: { RTM: present, SP1: present, '2.0 SP2': corrected }\n";

  it.each([
    ['those where the article has the symptom present', `${claims}variants: { symptom: {} }`, ['2.0', '2.0 SP1']],
    ['those where it is corrected', `${claims}variants: { corrected: {} }`, ['2.0 SP2']],
    ['for a workaround those with the symptom', `${claims}variants: { workaround wait: {} }`, ['2.0', '2.0 SP1']],
    ['those it names', `${claims}variants: { procedure: { releases: [SP2, RTM] } }`, ['2.0 SP2', '2.0']],
    ['the release of the site, without claims', 'variants: { symptom: {} }', ['2.0']],
  ])('are %s', (_what, body, expected) => {
    expect(variants(body)[0]?.runs.map((run) => run.name)).toEqual(expected);
  });

  it('may differ by role, site and computer', () => {
    const [variant] = variants("variants: { procedure: { roles: { clients: '2.0', site: SP1, client1: SP2 } } }");
    expect(variant?.runs).toEqual([
      {
        name: 'CLIENT1 2.0 SP2, clients 2.0, site 2.0 SP1',
        roles: { site: '2.0 SP1', clients: '2.0', named: { CLIENT1: '2.0 SP2' } },
      },
    ]);
  });
});

describe('a variant', () => {
  it('is the procedure where a file has none', () => {
    expect(variants('').map((variant) => [variant.name, variant.kind])).toEqual([['procedure', 'procedure']]);
  });

  it.each([
    ['drops a step by its name', 'drop: [the cause]', ['note b', 'run until day 2']],
    ['drops nameless steps by their verb', 'drop: [note]', ['note a', 'run until day 2']],
    ['replaces a step', 'replace: { the cause: { note: c } }', ['note c', 'note b', 'run until day 2']],
  ])('%s', (_what, change, expected) => {
    const [variant] = variants(`variants: { without cause: { ${change} } }`);
    expect(variant?.steps.map((step) => step.label)).toEqual(expected);
  });

  it('gives a replacement the time of the step it replaces, unless it has its own', () => {
    const [variant] = sound(
      'steps: [{ note: a, at: 09:00, name: x }]\nvariants: { half of it: { replace: { x: { note: b } } } }',
    ).variants;
    expect(variant?.kind).toBe('half of');
    expect(variant?.steps[0]?.timing).toEqual({ at: { clock: 9 * 3600_000 } });
  });

  it('adds its steps beside those of the scenario and its expectations behind them', () => {
    const [variant] = variants(
      'expect: [{ log: { has: x } }]\nvariants: { workaround: { add: [{ note: c }], expect: [{ log: { has: y } }] } }',
    );
    expect(variant?.added.map((step) => step.label)).toEqual(['note c']);
    expect(variant?.expectations.map((one) => one.label)).toEqual(['log {has: x}', 'log {has: y}']);
  });

  it('has the traits of the scenario and its own', () => {
    const trait = (value: number): string =>
      `{ component: SMS_INVENTORY_DATA_LOADER, trait: asks for a resync, value: ${value} }`;
    const [variant] = variants(`traits: [${trait(1)}]\nvariants: { procedure: { traits: [${trait(2)}], seed: 9 } }`);
    expect(variant?.traits.map((one) => one.value)).toEqual([1, 2]);
    expect(variant?.seed).toBe(9);
  });
});
