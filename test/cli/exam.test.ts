import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smsim, type Outcome } from './desk.ts';

const notes = 'test/cli/exam/notes.yaml';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-exam-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Takes an exam and types these lines. */
const take = (lines: readonly string[], more: readonly string[] = []): Promise<Outcome> =>
  smsim(['exam', notes, ...more], { input: () => Readable.from([lines.map((line) => `${line}\n`).join('')]) });

describe('smsim exam', () => {
  it('tells what is to be seen up to each question, asks, grades and explains', async () => {
    const { code, output, complaints } = await take([String.raw`\\SRV1 C:\second.txt`, '11:02']);
    expect([code, complaints]).toEqual([0, '']);
    const order = [
      'procedure on 2.0, seed 1: 2 questions, 5 points',
      '* Nobody has written anything yet.',
      'the scenario: the first note',
      'It is 1999-11-15 09:00:00. Question 1 of 2, 2 points',
      'Which note comes next?',
      'Right, 2 of 2 points.',
      String.raw`scenario: created \\SRV1 C:\second.txt`,
      'It is 1999-11-15 10:30:00. Question 2 of 2, 3 points',
      'Right, 3 of 3 points. It is 1999-11-15 11:00:00.',
      'Score sheet',
      '5 of 5 points, 2 of 2 right',
    ];
    const places = order.map((text) => output.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('never shows an answer before it is given', async () => {
    const { output } = await take([]);
    const [before = ''] = output.split('Score sheet');
    expect(before).not.toContain('Right');
    expect(before).not.toContain('11:00');
  });

  it('takes a choice by its number', async () => {
    const first = await take(['1', 'q']);
    const second = await take(['2', 'q']);
    expect([first, second].map(({ output }) => /of 5 points, (\d) of 2 right/.exec(output)?.[1]).toSorted()).toEqual([
      '0',
      '1',
    ]);
  });

  it('gives hints, and takes a part of the points for each', async () => {
    const { output } = await take(['?', '?', '?', 'q']);
    expect(output).toMatch(/hint 1 of (\d).*\n(?:.*hint.*\n)*.*There are no more hints\.|There is no hint\./);
  });

  it('explains what cannot be an answer and asks again', async () => {
    const { output } = await take(['7', 'third', '2', 'soon', '11:00']);
    expect(output).toContain('There is no choice "7"; type a number from 1 to 2.');
    expect(output).toContain('There is no choice "third"');
    expect(output).toContain('"soon" is no time: write 09:05, 09:05:30 or 1999-11-16 09:05.');
    expect(output).toContain('2 of 2 right');
  });

  it('counts what was not answered when the input ends or q is typed', async () => {
    for (const lines of [['1'], ['1', 'q']]) {
      const { code, output } = await take(lines);
      expect([code, output]).toEqual([0, expect.stringContaining('1 not answered')]);
    }
  });

  it('reads answers from a file and writes the sheet as text or as JSON', async () => {
    const answers = path.join(folder, 'answers.txt');
    await writeFile(answers, '1\n11:00\n');
    for (const name of ['sheet.txt', 'sheet.json']) {
      const { code } = await smsim(['exam', notes, '--answers', answers, '--sheet', path.join(folder, name)]);
      expect(code).toBe(0);
    }
    expect(await readFile(path.join(folder, 'sheet.txt'), 'utf8')).toContain('2. The notes come at 09:00');
    const sheet = JSON.parse(await readFile(path.join(folder, 'sheet.json'), 'utf8')) as unknown;
    expect(sheet).toMatchObject({
      ...{ file: notes, variant: 'procedure', release: '2.0', seed: 1, of: 5 },
      entries: [{ of: 2 }, { answer: '11:00', right: true, key: '1999-11-15 11:00:00', hints: 0, points: 3, of: 3 }],
    });
  });

  it('with another seed asks at other times', async () => {
    const { output } = await take(['q'], ['--seed', '9']);
    const [, minutes] = /The notes come at 09:(\d\d), at 10:\1, and when next\?/.exec(output) ?? [];
    expect(Number(minutes)).toBeGreaterThan(0);
    expect(output).toContain('seed 9');
  });

  it('ends with 130 and the sheet so far when Ctrl-C comes while it waits for an answer', async () => {
    const controller = new AbortController();
    const typing = new Readable({ read: () => undefined });
    let asked = '';
    const ended = smsim(['exam', notes], {
      ...{ input: () => typing, typing: true, interrupted: controller.signal },
      write: (text) => {
        asked += text;
        if (text === '  > ') queueMicrotask(() => controller.abort());
      },
    });
    expect((await ended).code).toBe(130);
    expect(asked).toContain('0 of 5 points, 0 of 2 right, 2 not answered');
  });

  it.each([
    ['a scenario without questions', ['test/cli/scenarios/as-expected.yaml'], 'asks no questions in "procedure"'],
    ['a variant without questions', [notes, '--variant', 'procedure in silence'], 'asks no questions'],
    ['answers that are not there', [notes, '--answers', 'nowhere.txt'], 'cannot read nowhere.txt'],
  ])('refuses %s', async (_what, given, complaint) => {
    const { code, complaints } = await smsim(['exam', ...given]);
    expect([code, complaints]).toEqual([2, expect.stringContaining(complaint)]);
  });
});

describe('a question that the run never answers', () => {
  const file = 'test/cli/exam/unanswered.yaml';
  const told = 'question "Which note comes next?": the run never answers it';

  it('is no question of an exam', async () => {
    const { code, complaints } = await smsim(['exam', file]);
    expect([code, complaints]).toEqual([1, `${file}:8:5 ${told}\n`]);
  });

  it('is a mismatch of a run, with its place', async () => {
    const { code, output } = await smsim(['run', file]);
    expect([code, output]).toEqual([1, expect.stringContaining(`${file}:8:5`)]);
    expect(output).toContain('the run never answers it');
  });
});

it('smsim list names the variants that ask questions', async () => {
  const { output } = await smsim(['list', notes]);
  expect(output).toContain('procedure: 2.0  (exam of 2)\n    procedure in silence: 2.0\n');
});
