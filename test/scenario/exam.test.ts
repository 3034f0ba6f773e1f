import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/cli/digest.ts';
import { loadSqlEngine } from '../../src/cli/sql-engine.ts';
import { printDiagnostic, ScenarioPlay, type SavedPlay } from '../../src/scenario/index.ts';
import { mistakes, product, read, sound } from './fixture.ts';

const sqlEngine = await loadSqlEngine();

function start(body: string): ScenarioPlay {
  const [variant] = sound(body).variants;
  const [run] = variant?.runs ?? [];
  if (variant === undefined || run === undefined) throw new Error('nothing to play');
  return new ScenarioPlay({ variant, run, product, sqlEngine, digest: sha256 });
}

function played(body: string): ScenarioPlay {
  const play = start(body);
  play.playToEnd();
  return play;
}

const missing = (body: string): readonly string[] =>
  played(body).marks.missing.map(({ label, place, reason }) => `${place.line}:${place.column} ${label}: ${reason}`);

/** Three files, an hour apart, and a fourth one in another folder. */
const files = String.raw`steps:
  - { at: '09:00', write: { on: SERVER, path: 'C:\WINNT\one.txt', text: a }, name: the first }
  - { at: '10:00', write: { on: SERVER, path: 'C:\WINNT\two.txt', text: a }, name: the second }
  - { at: '11:00', write: { on: SERVER, path: 'C:\other.log', text: a } }
  - { at: '12:00', write: { on: SERVER, path: 'C:\WINNT\three.txt', text: a } }
  - run until: '13:00'
`;

const asks = (question: string): string => `${files}exam:\n  - { ask: Well?, ${question} }\n`;

describe('a mistake in bookmarks or an exam', () => {
  it.each([
    [
      'an unknown key',
      'exam: [{ at: 09:00, ask: x, row: { sql: x, at: 09:00 }, point: 2 }]',
      'SM010 5:57 unknown key "point"',
    ],
    [
      'a question without words',
      'exam: [{ at: 09:00, time of: { event: { step: y } } }]',
      'SM011 5:8 this mapping needs ask',
    ],
    ['an exam of no questions', 'exam: []', 'SM015 5:7 exam: Too small: expected array to have >=1 items'],
    ['a bookmark without its moment', 'bookmarks: [{ note: x }]', 'SM035 5:13 this bookmark needs at or when'],
    [
      'a bookmark with two moments',
      'bookmarks: [{ note: x, at: 09:00, when: { step: y } }]',
      'SM031 5:35 a bookmark has at or when, not both',
    ],
    [
      'a time that cannot be read',
      'bookmarks: [{ note: x, at: nine }]',
      'SM017 5:28 "nine" is no time: write 09:00, day 2 09:00 or 1999-11-16 10:00',
    ],
    [
      'an event of an unknown step',
      'bookmarks: [{ note: x, when: { step: z } }]',
      'SM026 5:38 there is no step named "z"',
    ],
    [
      'a variant that the file does not have',
      'bookmarks: [{ note: x, at: 09:00, variants: [symptom] }]',
      'SM030 5:46 this file has no variant "symptom"',
    ],
    [
      'a question without its moment',
      "exam: [{ ask: x, next file: { path: 'C:\\a' } }]",
      'SM035 5:8 this question needs at or when',
    ],
    ['a question that asks for nothing', 'exam: [{ at: 09:00, ask: x }]', 'SM036 5:8 this question asks for nothing'],
    [
      'a question that asks for two things',
      "exam: [{ at: 09:00, ask: x, next file: { path: 'C:\\a' }, next line: { file: x.log } }]",
      'SM036 5:58 a question asks for one thing, and this asks for "next file" already',
    ],
    [
      'one choice',
      "exam: [{ at: 09:00, ask: x, choices: 1, next file: { path: 'C:\\a' } }]",
      'SM015 5:38 one choice is no question',
    ],
    [
      'a line of a log to be typed',
      'exam: [{ at: 09:00, ask: x, choices: 0, next line: { file: x.log } }]',
      'SM015 5:38 a line of a log is chosen, not typed',
    ],
    [
      'a state that the component does not have',
      'exam: [{ at: 09:00, ask: x, next state: { component: SMS_INVENTORY_DATA_LOADER, among: [waiting, waitin] } }]',
      'SM034 5:98 SMS_INVENTORY_DATA_LOADER has no state "waitin"',
    ],
    [
      'an unknown component',
      'exam: [{ at: 09:00, ask: x, next state: { component: LOADER } }]',
      'SM022 5:54 there is no component "LOADER"',
    ],
    [
      'a tolerance without a unit',
      'exam: [{ at: 09:00, ask: x, time of: { event: { step: y }, tolerance: 5 } }]',
      'SM016 5:71 the number 5 needs a unit',
    ],
    [
      'a row that is looked at never',
      'exam: [{ at: 09:00, ask: x, row: { sql: x } }]',
      'SM035 5:29 this row needs at or when',
    ],
    [
      'a pattern that is none',
      'exam: [{ at: 09:00, ask: x, next line: { file: a, text: /(/ } }]',
      'SM019 5:57 "/(/" Invalid',
    ],
  ])('%s is found at its place', (_what, body, expected) => {
    const found = mistakes(`steps: [{ note: a, name: y }]\n${body}\n`);
    expect(found.map((line) => line.slice(0, expected.length))).toContain(expected);
  });

  it.each([
    ['a moment', 'bookmarks: [{ note: x }]', "at: '09:05', or when: { step: the request }"],
    ['what can be asked', 'exam: [{ at: 09:00, ask: x }]', 'known: next file, next state, time of, next line, row'],
    [
      'the state that is meant',
      'exam: [{ at: 09:00, ask: x, next state: { component: SMS_INVENTORY_DATA_LOADER, among: [waiting, waitin] } }]',
      'did you mean "waiting"?',
    ],
    [
      'the key that is meant',
      "exam: [{ at: 09:00, ask: x, next flie: { path: 'C:\\a' } }]",
      'did you mean "next file"?',
    ],
  ])('is shown with %s', (_what, body, hint) => {
    const parsed = read(`steps: [{ note: a }]\n${body}\n`);
    expect(parsed.ok ? '' : parsed.diagnostics.map(printDiagnostic).join('\n')).toContain(`^ ${hint}`);
  });
});

describe('a run', () => {
  it('comes to a bookmark at its time, and after the turn of its event', () => {
    const play = played(`${files}bookmarks:
  - { at: '09:30', note: half past nine }
  - { when: { step: the second }, note: the second file }
`);
    const [time, event] = play.marks.state.bookmarks;
    expect([time?.time, event?.time]).toEqual([Date.UTC(1999, 10, 15, 15, 30), Date.UTC(1999, 10, 15, 16)]);
    expect((event?.turn ?? 0) - (time?.turn ?? 0)).toBe(1);
  });

  it.each([
    ['the first file that comes', "at: '09:30', next file: { path: 'C:\\WINNT\\*' }", 16],
    ['not what comes in the turn of the question', "when: { step: the first }, next file: { path: '*.txt' }", 16],
    ['a file of any folder by its name', "at: '10:30', next file: { path: '*.LOG' }", 17],
    ['of several patterns the first', "at: '10:30', next file: { path: ['C:\\WINNT\\*', 'C:\\*'] }", 17],
    ['the time of an event', "at: '09:00', time of: { event: { step: the second } }", 16],
    ['a row when it is looked at', "at: '09:00', row: { sql: select count(*) from System_DISC, at: '12:30' }", 18.5],
  ])('answers a question with %s', (_what, question, hour) => {
    const answered = played(asks(question)).marks.state.exam[0]?.answered;
    expect(((answered?.time ?? 0) - Date.UTC(1999, 10, 15)) / 3600_000).toBe(hour);
  });

  it('says where a question is asked or answered never', () => {
    expect(missing(asks("at: '12:30', next file: { path: '*.txt' }"))).toEqual([
      '11:5 question "Well?": the run never answers it',
    ]);
    expect(missing(asks("at: '14:00', next file: { path: '*.txt' }"))).toEqual([
      '11:5 question "Well?": the run never comes to the moment at which it is asked',
    ]);
    expect(missing(asks("at: '09:00', row: { sql: select 1 where 0, at: '10:00' }"))).toEqual([
      '11:5 question "Well?": the select gives no row at that moment',
    ]);
    expect(missing(asks("at: '09:00', row: { sql: selec, at: '10:00' }"))[0]).toContain('syntax error');
    expect(missing(`${files}bookmarks:\n  - { at: day 2, note: tomorrow }\n`)).toEqual([
      '11:5 bookmark "tomorrow": the run never comes to that moment',
    ]);
  });

  it('asks a question in the variants that it names only', () => {
    const [, without] = sound(`${asks("variants: [symptom], at: '09:30', next file: { path: '*.txt' }")}variants:
  symptom: {}
  without cause: { drop: [the second] }
`).variants;
    expect(without?.exam).toEqual([]);
  });

  it('knows after save and restore what it has passed', () => {
    const body = asks("at: '09:30', next file: { path: '*.txt' }");
    const first = start(body);
    first.playUntil(first.instant('09:45'));
    const saved = JSON.parse(JSON.stringify(first.save())) as SavedPlay;
    const second = start(body);
    second.setUp();
    second.restore({ ...first.save(), marks: saved.marks });
    second.playToEnd();
    expect(second.marks.state).toEqual(played(body).marks.state);
  });
});

it('is the same run with and without bookmarks and questions', () => {
  const marked = played(asks("at: '09:30', row: { sql: select count(*) from System_DISC, at: '10:30' }"));
  expect(marked.simulation.trace.head()).toBe(played(files).simulation.trace.head());
});
