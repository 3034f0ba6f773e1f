import { describe, expect, it } from 'vitest';
import { bookmarksIn, examIn, questionsIn, stopsIn, storyBetween } from '../../../src/desk/exam/index.ts';
import { paper, sat } from './papers.ts';

const resync = sat(await paper('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml', 'procedure'));
const questions = examIn(resync, 1);
const fast = sat(await paper('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml', 'procedure setevnt'));
const openLookup = sat(await paper('scenarios/sms20/Q280515-old-client-lookup.yaml', 'symptom'));

describe('the key of a question', () => {
  it.each([
    ['a file, with its computer', 0, String.raw`\\SMSSRV1 C:\CAP_ABC\clidata.box\RESYNC01.cfg`],
    ["a time by the site server's clock", 1, '1999-11-16 04:30:02'],
    ['the complete report', 2, String.raw`\\SMSNTCLI8 C:\WINNT\MS\SMS\Clicomp\Hinv\Hinvdat.hic`],
    ['a state by its name', 4, 'looking'],
  ])('is %s', (_what, number, key) => expect(questions[number]?.key).toBe(key));

  it('is a line of a log as a person reads it', () => {
    expect(questions[5]?.key).toMatch(/^Finished processing file \w+\.MIF$/);
  });

  it('is what a row says at its moment, and not what another row says', () => {
    const [, scanned] = examIn(openLookup, 1);
    expect(scanned?.key).toBe('1999-11-15 05:50:22.000');
    expect(scanned?.choices.toSorted()).toEqual(['1999-11-15 05:50:22.000', '1999-11-15 05:50:29.000']);
  });
});

describe('choices', () => {
  const chosen = questions.filter(({ choices }) => choices.length > 0);

  it('have the key among them, each once, and are as many as the scenario says', () => {
    for (const { choices, key } of chosen) {
      expect(choices).toContain(key);
      expect(new Set(choices).size).toBe(choices.length);
      expect(choices).toHaveLength(4);
    }
  });

  it('are things that the run really has', () => {
    const texts = resync.records.map(({ subject, detail }) => `${subject} ${detail}`);
    const wrong = questions[5]?.choices ?? [];
    for (const line of wrong)
      expect(
        texts.some((text) => text.replaceAll('~', '').includes(line)),
        line,
      ).toBe(true);
    const made = new Set(resync.records.filter(({ kind }) => kind === 'file').map(({ subject }) => subject));
    for (const file of questions[0]?.choices ?? []) expect(made).toContain(file.slice(2).replace(' ', ':'));
  });

  it('do not name what comes in the turn of the answer, which would be right as well', () => {
    const { key = '', choices = [], answerTurn } = questions[3] ?? {};
    const together = resync.records.filter(
      ({ turn, detail }) => turn === answerTurn && /^(?:created|renamed)/.test(detail),
    );
    const wrong = choices.filter((one) => one !== key).map((one) => one.slice(2).replace(' ', ':'));
    expect(together.filter(({ subject }) => wrong.includes(subject))).toEqual([]);
  });

  it('are the same with the same seed, and drawn anew with another', () => {
    const drawn = (seed: number): readonly (readonly string[])[] => examIn(resync, seed).map(({ choices }) => choices);
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it('are none where the answer is typed', () => expect(questions[1]?.choices).toEqual([]));
});

describe('hints', () => {
  it('are links between question and answer, and none names the answer', () => {
    for (const { hints, key } of questions) {
      const name = key.slice(key.lastIndexOf('\\') + 1).toLowerCase();
      expect(hints.filter((hint) => hint.toLowerCase().includes(name))).toEqual([]);
    }
    expect(questions[2]?.hints.length).toBeGreaterThan(0);
  });

  it('of a time tell no times', () => {
    expect(questions[1]?.hints.filter((hint) => /^\d{4}-/.test(hint))).toEqual([]);
  });

  it('are never so many that they tell the story', () => {
    expect(Math.max(...questions.map(({ hints }) => hints.length))).toBeLessThanOrEqual(4);
  });
});

describe('an explanation', () => {
  it('ends with the answer', () => {
    for (const { explanation, answerTurn } of questions) expect(explanation.at(-1)?.turn).toBe(answerTurn);
  });

  it('is empty where nothing has changed since the question', () => {
    expect(examIn(openLookup, 1)[1]?.explanation).toEqual([]);
  });
});

describe('what leads to an answer that comes late', () => {
  const [, stored, flag] = examIn(fast, 1);
  const flagged = flag?.askedRecord ?? 0;

  it('does not tell what later questions ask about', () => {
    expect(stored?.answerTurn).toBeGreaterThan(flag?.answerTurn ?? Infinity);
    const told = stored?.explanation.slice(0, -1).map(({ record }) => record) ?? [];
    expect(Math.max(...told)).toBeLessThanOrEqual(flagged);
    expect(stored?.hints.filter((hint) => /Hinvdat|inventry\.box|dataldr/.test(hint))).toEqual([]);
  });
});

it('asks in the order in which the run comes to its questions, and never after the answer', () => {
  const turns = questions.map(({ turn }) => turn);
  expect(turns).toEqual(turns.toSorted((a, b) => a - b));
  for (const { turn, answerTurn } of questions) expect(answerTurn).toBeGreaterThan(turn);
});

it('gives a page bookmarks and questions and nothing besides', () => {
  expect(bookmarksIn(resync).map(({ note }) => note.split('.', 1)[0])).toEqual([
    'Somebody types invsync on the site server',
    'The request lies on the client access point',
    'A working day later the request is still there, and nothing has come of it',
    'The inventory is a complete one, ',
  ]);
  expect(Object.keys(questionsIn(resync)[0] ?? {}).toSorted()).toEqual(
    ['answerTurn', 'ask', 'choices', 'hints', 'key', 'kind', 'points', 'tolerance', 'turn'].toSorted(),
  );
});

it('tells between two stops what happened between them, each turn once', () => {
  const stops = stopsIn(resync, 1);
  const told = stops.flatMap((stop, index) => storyBetween(resync, stops[index - 1], stop).map(({ turn }) => turn));
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(Math.max(...told)).toBeLessThanOrEqual(stops.at(-1)?.turn ?? 0);
});
