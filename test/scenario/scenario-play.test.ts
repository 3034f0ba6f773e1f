import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/cli/digest.ts';
import { loadSqlEngine } from '../../src/cli/sql-engine.ts';
import { isoTime, type TraceRecord } from '../../src/kernel/index.ts';
import { mismatchesOverSeeds, ScenarioPlay, seedsOf } from '../../src/scenario/index.ts';
import { product, sound } from './fixture.ts';

const sqlEngine = await loadSqlEngine();

interface Told {
  readonly play: ScenarioPlay;
  /** `09:00:00 text` of every note, by the clock of the site server. */
  readonly notes: readonly string[];
}

function start(body: string, more: { seed?: number; sink?: (record: TraceRecord) => void } = {}): ScenarioPlay {
  const [variant] = sound(body).variants;
  const [run] = variant?.runs ?? [];
  if (variant === undefined || run === undefined) throw new Error('nothing to play');
  const play = new ScenarioPlay({ variant, run, product, sqlEngine, digest: sha256, ...more });
  play.setUp();
  return play;
}

function told(body: string): Told {
  const notes: string[] = [];
  const play = start(body, {
    sink: (r) => {
      if (r.kind === 'note' && r.process === 'scenario')
        notes.push(`${isoTime(r.time - 6 * 3600_000).slice(8, 19)} ${r.detail}`);
    },
  });
  play.playToEnd();
  return { play, notes };
}

const mismatches = (body: string): readonly string[] => told(body).play.mismatches.map((m) => `${m.line}: ${m.actual}`);

const write = (text: string): string => `write: { on: SERVER, path: 'C:\\WINNT\\a.txt', text: ${text} }`;
const holds = (text: string): string => `file: { on: SERVER, path: 'C:\\WINNT\\a.txt', has: ${text} }`;

describe('steps', () => {
  it('happen at their times, and without one together with the step before', () => {
    const { notes } = told(`steps:
  - { note: a, at: 09:00 }
  - note: b
  - { note: c, after: 90s }
  - { note: d, at: 09:00 }
  - run until: day 3
  - note: e
`);
    expect(notes).toEqual(['15 09:00:00 a', '15 09:00:00 b', '15 09:01:30 c', '16 09:00:00 d', '17 00:00:00 e']);
  });

  it('of every, cron and repeat come again', () => {
    const { notes } = told(`steps:
  - { note: a, at: 09:00, every: 1h, times: 3 }
  - { note: b, cron: '30 9,10 * * *', until: day 2 }
  - repeat: { times: 2, steps: [{ note: c, at: '12:00' }] }
  - run until: day 3
`);
    expect(notes).toEqual([
      '15 09:00:00 a',
      '15 09:30:00 b',
      '15 10:00:00 a',
      '15 10:30:00 b',
      '15 11:00:00 a',
      '15 12:00:00 c',
      '16 12:00:00 c',
    ]);
  });

  it('wait for events', () => {
    const { notes } = told(`steps:
  - { note: seen, when: { file: { on: SERVER, path: 'C:\\WINNT\\*.txt' } }, delay: 5s }
  - { ${write('x')}, at: 09:00, name: the file }
  - { note: after, when: { step: the file }, times: 2 }
  - run until: { event: { record: { kind: note, detail: seen } } }
  - { note: last, after: 1m }
`);
    expect(notes).toEqual(['15 09:00:00 after', '15 09:00:05 seen', '15 09:01:05 last']);
  });

  it('that wait in vain are mismatches, and the steps go on', () => {
    const body = 'steps:\n  - run until: { event: { step: b }, at most: 1h }\n  - { note: x, name: b }\n';
    expect(mismatches(body)).toEqual(['5: the event did not happen in time']);
    expect(told(body).notes).toEqual(['15 09:00:00 x']);
  });

  it('that cannot be done are mismatches at their lines', () => {
    expect(mismatches("steps:\n  - write: { on: SERVER, path: 'C:\\nowhere\\a.txt', text: x }\n")).toEqual([
      expect.stringMatching(/^5: .*cannot find the path/),
    ]);
  });

  it('that may fail are only noted when they do', () => {
    const { play, notes } = told(`steps:
  - { write: { on: SERVER, path: 'C:\\nowhere\\a.txt', text: x }, at: 09:00, may fail: true }
  - { run until: { event: { step: b }, at most: 1h }, may fail: true }
  - { note: x, name: b }
`);
    expect(play.mismatches).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^15 09:00:00 failed, as it may: .*cannot find the path/),
      '15 10:00:00 failed, as it may: the event did not happen in time',
      '15 10:00:00 x',
    ]);
  });

  it('can expect something on the way, each at its line', () => {
    const body = `steps:
  - { ${write('one')}, at: 09:00 }
  - expect: [{ ${holds('one')} }]
  - { ${write('two')}, at: 12:00 }
  - for each: { in: [one, two], as: text, steps: [{ expect: [{ ${holds('"${text}"')} }] }] }
  - expect:
      - ${holds('two')}
      - none of: [{ ${holds('two')} }]
      - trace: { kind: file, subject: a.txt, times: 9 }
`;
    expect(mismatches(body)).toEqual([
      expect.stringMatching(/^8: a.txt holds "two"/),
      expect.stringMatching(/^11: 1 of 1; met: /),
      expect.stringMatching(/^12: [1-8] records, the last /),
    ]);
  });

  it('compute values from virtual time', () => {
    expect(
      mismatches(
        `steps: [{ ${write('"${now - 1d | YYYY/MM/DD hh:mm}"')}, at: 09:30 }]\n` +
          `expect: [{ ${holds('1999/11/14 09:30')} }]`,
      ),
    ).toEqual([]);
  });

  it('that a variant adds run beside the others', () => {
    const { notes } = told(
      'steps:\n  - { note: a, at: 10:00 }\nvariants:\n  workaround: { add: [{ note: b, at: 09:00 }] }\n',
    );
    expect(notes).toEqual(['15 09:00:00 b', '15 10:00:00 a']);
  });
});

describe('an expectation', () => {
  const steps =
    `steps:\n  - { ${write('one')}, at: 09:00 }\n  - { ${write('two')}, at: 12:00 }\n` +
    '  - run until: day 2\nexpect:\n';

  it.each([
    ['at the end', `  - ${holds('two')}`, 0],
    ['at the end', `  - ${holds('one')}`, 1],
    ['at a time', `  - { ${holds('one')}, at: '11:00' }`, 0],
    ['at a time', `  - { ${holds('one')}, at: '13:00' }`, 1],
    ['at a time after the end', `  - { ${holds('one')}, at: day 3 }`, 1],
    ['by a time', `  - { ${holds('one')}, by: '11:00' }`, 0],
    ['by a time', `  - { ${holds('two')}, by: '11:00' }`, 1],
    ['always in a span', `  - { ${holds('one')}, always: true, from: '09:30', until: '11:30' }`, 0],
    ['always in a span', `  - { ${holds('one')}, always: true, from: '09:30', until: '12:30' }`, 1],
    ['never', `  - { ${holds('three')}, never: true }`, 0],
    ['never', `  - { ${holds('one')}, never: true }`, 1],
    ['within', `  - { ${holds('two')}, within: 4h, of: { file: { on: SERVER, path: 'C:\\WINNT\\a.txt' } } }`, 0],
    ['within', `  - { ${holds('two')}, within: 2h, of: { file: { on: SERVER, path: 'C:\\WINNT\\a.txt' } } }`, 1],
    ['within, of what never happens', `  - { ${holds('two')}, within: 2h, of: { log line: { text: x } } }`, 1],
    ['of all', `  - all of: [{ ${holds('two')} }, { ${holds('one')} }]`, 1],
    ['of any', `  - any of: [{ ${holds('two')} }, { ${holds('one')} }]`, 0],
    ['of none', `  - none of: [{ ${holds('one')} }, { ${holds('three')} }]`, 0],
    ['of a share', `  - share: { of: [{ ${holds('one')} }, { ${holds('two')} }], at least: 50% }`, 0],
    ['of a share', `  - share: { of: [{ ${holds('one')} }, { ${holds('two')} }], at least: 51% }`, 1],
    [
      'of a group',
      "  - none of: { in: clients, as: pc, expect: { file: { on: '${pc}', path: 'C:\\WINDOWS\\a.txt' } } }",
      0,
    ],
    [
      'in order',
      "  - in order: [{ record: { kind: step, subject: 'text: one' } }, " +
        "{ record: { kind: step, subject: 'text: two' } }]",
      0,
    ],
    [
      'in order',
      "  - in order: [{ record: { kind: step, subject: 'text: two' } }, " +
        "{ record: { kind: step, subject: 'text: one' } }]",
      1,
    ],
  ])('%s: %s', (_when, expectation, expected) => {
    expect(mismatches(steps + expectation)).toHaveLength(expected);
  });

  it('that is not met tells what there was instead, at its line', () => {
    const [mismatch] = told(`${steps}  - { ${holds('one')}, name: the first text }`).play.mismatches;
    expect(mismatch).toMatchObject({ expectation: 'the first text', line: 9, column: 5, actual: 'a.txt holds "two"' });
  });

  it('in order that is not met tells which event is missing after which turn', () => {
    const order = "  - in order: [{ record: { subject: 'text: two' } }, { log line: { text: never } }]";
    const [mismatch] = told(steps + order).play.mismatches;
    expect(mismatch?.actual).toMatch(/^event 2 of 2 is missing after turn \d+: log line \{text: never\}$/);
  });

  it('for some seed is met where one of the seeds meets it', () => {
    const body = (quantity: string): string =>
      `steps: [{ ${write('"seed ${seed}."')} }]\nexpect: [{ ${holds('seed 2.')}, for ${quantity} seed: 3 }]`;
    const found = (quantity: string): number => {
      const [variant] = sound(body(quantity)).variants;
      if (variant === undefined) throw new Error('no variant');
      const plays = seedsOf(variant).map((seed) => start(body(quantity), { seed }));
      for (const play of plays) play.playToEnd();
      return mismatchesOverSeeds(plays).length;
    };
    expect([found('some'), found('every')]).toEqual([0, 1]);
  });
});

it('goes on after save and restore at any turn as if nothing had happened', () => {
  const body = `steps:
  - { note: a, at: 09:00, every: 1h }
  - { ${write('x')}, when: { record: { kind: note, detail: a } }, delay: 5m }
  - run until: { event: { file: { on: SERVER, path: 'C:\\WINNT\\a.txt' } } }
  - run for: 5h
expect:
  - { ${holds('x')}, within: 1h, of: { record: { kind: note } } }
  - { ${holds('y')}, by: '11:00' }
`;
  const whole = start(body);
  whole.playToEnd();
  expect(whole.mismatches).toHaveLength(1);
  for (let turns = 0; turns < 12; turns++) {
    const first = start(body);
    for (let turn = 0; turn < turns; turn++) first.takeTurn();
    const second = start(body);
    second.restore(structuredClone(first.save()));
    second.playToEnd();
    expect([second.simulation.trace.head(), second.mismatches]).toEqual([
      whole.simulation.trace.head(),
      whole.mismatches,
    ]);
  }
});
