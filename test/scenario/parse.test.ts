import { describe, expect, it } from 'vitest';
import { printDiagnostic } from '../../src/scenario/index.ts';
import { mistakes, readWhole, read, siteText, sound } from './fixture.ts';

describe('a mistake in a scenario', () => {
  it.each([
    ['an unknown key', 'stpes: []\nsteps: []', 'SM010 4:1 unknown key "stpes"'],
    ['no steps', 'seed: 2', 'SM011 1:1 this file needs steps'],
    [
      'an unknown argument',
      "steps:\n  - write: { on: SERVER, path: 'C:\\a', tekst: x }",
      'SM012 5:40 "write" has no argument tekst',
    ],
    ['a missing argument', 'steps:\n  - write: { on: SERVER }', 'SM011 5:5 "write" needs path'],
    ['a step that expects nothing', 'steps:\n  - expect: []', 'SM015 5:13 expect takes a list of expectations'],
    ['an unknown expectation in a step', 'steps:\n  - expect: [flie: {}]', 'SM013 5:14 there is no expectation "flie"'],
    ['an unknown verb', 'steps:\n  - noet: x', 'SM013 5:5 there is no step "noet"'],
    ['an item without a verb', 'steps:\n  - at: 09:00', 'SM014 5:5 this step has no verb'],
    [
      'two verbs in an item',
      'steps:\n  - note: x\n    run for: 1h',
      'SM014 6:5 a step has one verb, and this has "note" already',
    ],
    ['a value of the wrong kind', 'steps:\n  - note: [x]', 'SM015 5:11 note must be a text, not a list'],
    ['a time without a unit', 'steps:\n  - after: 5\n    note: x', 'SM016 5:12 the number 5 needs a unit'],
    ['a clock without minutes', 'steps:\n  - run until: 9', 'SM016 5:16 the number 9 needs a unit'],
    [
      'an unreadable time',
      'steps:\n  - at: 25:00\n    note: x',
      'SM017 5:9 "25:00" is no time: write 09:00, day 2 09:00 or 1999-11-16 10:00',
    ],
    [
      'an unreadable span',
      'steps:\n  - after: 2 fortnights\n    note: x',
      'SM017 5:12 "2 fortnights" is no span of time: write 30s, 5m, 2h, 1d or 1h 30m',
    ],
    [
      'an unknown computer',
      "steps:\n  - write: { on: CLIENT9, path: 'C:\\a' }",
      'SM020 5:18 there is no computer "CLIENT9"',
    ],
    [
      'an unknown group',
      'steps:\n  - for each: { in: clints, as: c, steps: [] }',
      'SM020 5:21 there is no group or computer "clints"',
    ],
    ['an unknown release', "claims: { '2.0 SP9': present }\nsteps: []", 'SM021 4:11 there is no release "2.0 SP9"'],
    [
      'an upgrade to an unknown release',
      'claims: { SP2 to SP9: present }\nsteps: []',
      'SM021 4:11 there is no release "SP9"',
    ],
    [
      'a claim about an upgrade that no variant makes',
      'claims: { RTM to SP2: present }\nsteps: [{ install release: { release: SP1 } }]',
      'SM033 4:11 no variant installs 2.0 SP2',
    ],
    [
      'a claim about clients of another release, where no variant has any',
      "claims: { 'site SP2, clients SP1': present }\nsteps: []\nvariants: { symptom: { roles: { site: SP2 } } }",
      'SM033 4:11 no variant gives site and clients releases of their own',
    ],
    [
      'an unknown component',
      'traits: [{ component: LOADER, trait: x, value: 1 }]\nsteps: []',
      'SM022 4:23 there is no component "LOADER"',
    ],
    [
      'an unknown trait',
      'traits: [{ component: SMS_INVENTORY_DATA_LOADER, trait: asks for a resink, value: 1 }]\nsteps: []',
      'SM023 4:57 there is no trait "asks for a resink"',
    ],
    [
      'an unknown setting',
      'settings: { hardware inventry enabled: true }\nsteps: []',
      'SM028 4:13 there is no site setting "hardware inventry enabled"',
    ],
    [
      'a step name twice',
      'steps:\n  - { note: a, name: x }\n  - { note: b, name: x }',
      'SM025 6:22 there is another step named "x"',
    ],
    [
      'an unknown step name',
      'steps: [{ note: a }]\nvariants: { without cause: { drop: [x] } }',
      'SM026 5:37 there is no step named "x"',
    ],
    [
      'an unknown stream of chance',
      'steps:\n  - draw: { stream: request file nams, numbers: [1] }',
      'SM032 5:21 there is no stream of chance "request file nams"',
    ],
    ['an event of an unknown step', 'steps: [{ note: a, when: { step: y } }]', 'SM026 4:34 there is no step named "y"'],
    ['an unknown placeholder', 'steps:\n  - note: a ${client} b', 'SM027 5:11 nothing is called ${client} here'],
    [
      'an unknown variant',
      'steps: []\nvariants: { symptm: {} }',
      'SM030 5:13 there is no kind of variant called "symptm"',
    ],
    [
      'a symptom that no release is claimed to show',
      "claims: { '2.0': corrected }\nsteps: []\nvariants: { symptom: {} }",
      'SM029 6:13 no release is claimed to be present, so this variant has none to run on',
    ],
    ['two times', 'steps:\n  - { at: 09:00, after: 1h, note: x }', 'SM031 5:18 a step has at or after, not both'],
    ['a delay of nothing', 'steps:\n  - { delay: 1h, note: x }', 'SM031 5:7 delay goes with when'],
    [
      'two events in one',
      'steps:\n  - { when: { step: y, record: {} }, note: x, name: y }',
      'SM015 5:13 when: an event is exactly one of log line, file, state, status message, record, step',
    ],
    [
      'a pattern that is none',
      'steps: []\nexpect:\n  - log: { has: /(/ }',
      'SM019 6:17 "/(/" Invalid regular expression: /(/: Unterminated group',
    ],
    ['an unknown expectation', 'steps: []\nexpect: [{ fle: x }]', 'SM013 5:12 there is no expectation "fle"'],
    [
      'always and never',
      'steps: []\nexpect:\n  - { log: { has: x }, always: true, never: true }',
      'SM031 6:38 an expectation has one of at, by, always, never and within',
    ],
    [
      'a mistake deep in a group',
      'steps: []\nexpect:\n  - all of: [{ none of: [{ log: { hs: x } }] }]',
      'SM012 6:35 "log" has no argument hs',
    ],
  ])('%s is found at its place', (_what, body, expected) => {
    expect(mistakes(body)).toContain(expected);
  });

  it('is found together with all the others, in the order of the file', () => {
    const body =
      'seed: x\nsteps:\n  - noet: 1\n  - after: 5\n    note: a\n' +
      'expect:\n  - fle: x\nvariants:\n  symptom: { expect: [{ lgo: x }] }\n';
    expect(mistakes(body).map((line) => line.slice(0, 9))).toEqual([
      'SM015 4:7',
      'SM013 6:5',
      'SM016 7:1',
      'SM013 10:',
      'SM013 12:',
    ]);
  });

  it('is shown with its line and a suggestion', () => {
    const parsed = read("steps:\n  - write: { on: CLIENT3, path: 'C:\\a' }\n");
    expect(parsed.ok ? [] : parsed.diagnostics.map(printDiagnostic)).toEqual([
      [
        'SM020 there is no computer "CLIENT3"',
        '  scenarios/x.yaml:5:18',
        "   5 |   - write: { on: CLIENT3, path: 'C:\\a' }",
        '     |                  ^^^^^^^ did you mean "CLIENT1"?',
      ].join('\n'),
    ]);
  });

  it('is not to draw from the stream of a computer of the site', () => {
    expect(mistakes('steps:\n  - draw: { stream: identity of CLIENT1, numbers: [1] }')).toEqual([]);
  });

  it('in a computer is told there, and not at each use of it', () => {
    const body = 'computers: [{ name: NEW, role: servr }]\nsteps:\n  - shut down: NEW\n';
    expect(mistakes(body).map((line) => line.slice(0, 5))).toEqual(['SM015']);
  });

  it('of a time in the place of the verb is told with where it belongs', () => {
    const parsed = read('steps:\n  - at 09:00: { note: x }\n');
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ hint }) => hint)).toEqual(['write "at: 09:00" beside the verb']);
  });

  it('is a domain of NetWare servers in a site of SMS 2.0, and a server that runs something else', () => {
    const computers = 'computers: [{ name: S, role: site server }, { name: N, operating system: Windows NT 4.0 }]';
    const lines = ['site: ABC', 'server: S', 'boundaries: [10.1.0.0]', computers];
    const site = [...lines, 'domains: [{ name: NOVELL, NetWare servers: [N] }]'].map((line) => `  ${line}`).join('\n');
    const whole = readWhole(`scenario: x\nsource: x\nsite:\n${site}\nsteps: []\n`);
    expect(whole.ok ? [] : whole.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'SM010 a site of SMS 2.0 has no domains of NetWare servers',
      'SM020 there is no NetWare server "N"',
    ]);
  });

  it('in a site file stands at its place there', () => {
    const parsed = readWhole('scenario: x\nsource: x\nsite: small\nsteps: []\n');
    expect(parsed.ok).toBe(true);
    const broken = readWhole(
      `scenario: x\nsource: x\nsite:\n${siteText.replace('SERVER,', 'SERVR,').replaceAll(/^/gm, '  ')}\nsteps: []\n`,
    );
    expect(broken.ok ? [] : broken.diagnostics.map((d) => `${d.code} ${d.line}:${d.column}`)).toEqual(['SM020 5:11']);
  });
});

describe('where a story comes from', () => {
  const text = 'scenario: x\nsite: small\nsteps: []\n';

  it('has to be said by kb or source', () => {
    const parsed = readWhole(text);
    expect(parsed.ok ? [] : parsed.diagnostics.map((d) => d.message)).toEqual([
      'this file needs kb or source: where its story comes from',
    ]);
  });

  it('need not be said in the tour', () => expect(readWhole(text, 'scenarios/tour/01-resync.yaml').ok).toBe(true));
});

describe('steps', () => {
  it('of a repeat and of a group are written out', () => {
    const [variant] = sound(
      'steps:\n  - repeat: { times: 3, steps: [{ note: a }, { note: b }] }\n' +
        '  - for each: { in: clients, as: c, steps: [{ note: "to ${c}" }] }\n',
    ).variants;
    expect(variant?.steps.map((step) => step.label)).toEqual([
      'note a',
      'note b',
      'note a',
      'note b',
      'note a',
      'note b',
      'note to CLIENT1',
      'note to CLIENT2',
    ]);
  });

  it('mean the same whatever the order of their keys', () => {
    const one = sound("steps: [{ at: 09:00, write: { on: SERVER, path: 'C:\\a', text: x } }]").variants[0]?.steps[0];
    const other = sound("steps: [{ write: { text: x, path: 'C:\\a', on: SERVER }, at: 09:00 }]").variants[0]?.steps[0];
    expect(JSON.stringify(one?.given)).toBe(JSON.stringify(other?.given));
    expect(one?.label).toBe(other?.label);
  });
});

it('makes one case of each row of a parameter table', () => {
  const scenario = sound(
    'parameters:\n  - { pc: CLIENT1, lines: 5 }\n  - { pc: CLIENT2, lines: 6 }\n' +
      'steps: [{ note: "to ${pc}" }]\nexpect: [{ log: { has: x, times: "${lines}" } }]\n',
  );
  expect(scenario.variants.map((one) => [one.name, one.steps[0]?.given, one.expectations[0]?.label])).toEqual([
    ['procedure [lines=5, pc=CLIENT1]', 'to CLIENT1', 'log {has: x, times: 5}'],
    ['procedure [lines=6, pc=CLIENT2]', 'to CLIENT2', 'log {has: x, times: 6}'],
  ]);
});

it('fills a site up with defaults and the changes of the scenario', () => {
  const site = sound(
    'start: 2000-07-01 12:00\ncomputers:\n  - { name: client2, clock error: -5m }\n' +
      '  - { name: CAP1, role: client access point }\nsteps: []\n',
  ).variants[0]?.site;
  expect(site?.start).toBe(Date.UTC(2000, 6, 1, 17));
  expect(site?.accessPoints).toEqual([{ server: 'SERVER', folder: 'C:\\CAP_ABC' }]);
  expect(site?.computers.map((c) => [c.name, c.role, c.operatingSystem, c.address, c.clockError, c.installed])).toEqual(
    [
      ['SERVER', 'site server', 'Windows NT 4.0', '10.1.1.2', 0, false],
      ['CLIENT1', 'client', 'Windows 98', '10.1.1.3', 0, false],
      ['client2', 'client', 'Windows 98', '10.1.1.4', -300_000, false],
      ['CAP1', 'client access point', 'Windows NT 4.0', '10.1.1.5', 0, false],
    ],
  );
});
