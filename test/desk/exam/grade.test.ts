import { describe, expect, it } from 'vitest';
import type { FilmQuestion } from '../../../src/desk/film/film.ts';
import { isReadable, isRight, pointsFor } from '../../../src/desk/film/grade.ts';

const question = (more: Partial<FilmQuestion>): FilmQuestion => ({
  ...{ turn: 1, ask: '?', kind: 'text', choices: [], key: '', tolerance: 0, hints: [], points: 1, answerTurn: 2 },
  ...more,
});

const nine = Date.UTC(1999, 10, 15, 9);
const file = question({ kind: 'file', key: String.raw`\\SRV1 C:\SMS\inboxes\ddm.box\A.DDR` });
const time = question({ kind: 'time', key: '1999-11-16 08:30:02', tolerance: 60_000 });

describe('an answer', () => {
  it.each([
    ['a file by its name', file, 'a.ddr', true],
    ['a file by its path', file, String.raw`C:\sms\inboxes\ddm.box\a.ddr`, true],
    ['another file', file, 'B.DDR', false],
    ['a folder of the file', file, 'ddm.box', false],
    ['a time with its date', time, '1999-11-16 08:30', true],
    ['a time without a date: the first after the question', time, '8:30', true],
    ['a time just out of tolerance', time, '08:31:03', false],
    ['the right clock on another day', time, '1999-11-17 08:30', false],
    ['a time that is none', time, 'soon', false],
    ['a choice, word for word', question({ choices: ['a', 'b'], key: 'b' }), 'b', true],
    ['another choice', question({ choices: ['a', 'b'], key: 'b' }), 'a', false],
    ['a typed value, whatever its case', question({ key: 'Loading' }), ' loading ', true],
  ] as const)('%s is graded', (_what, asked, answer, right) => expect(isRight(asked, answer, nine)).toBe(right));

  it('shortly before the question is not a day late', () => {
    const soon = question({ kind: 'time', key: '1999-11-15 09:00:02', tolerance: 300_000 });
    expect(isRight(soon, '08:58', nine)).toBe(true);
  });

  it('that cannot be a time is not graded at all', () => {
    expect([isReadable(time, 'soon'), isReadable(time, '8:30'), isReadable(file, 'soon')]).toEqual([false, true, true]);
  });
});

describe('points', () => {
  const three = question({ points: 3, hints: ['a', 'b'] });

  it.each([
    [true, 0, 3],
    [true, 1, 2],
    [true, 2, 1],
    [true, 9, 1],
    [false, 0, 0],
  ])('right: %s, with %i hints: %d', (right, hints, points) => expect(pointsFor(three, right, hints)).toBe(points));
});
