import { expect, it } from 'vitest';
import { instantOf, isoTime } from '../../src/kernel/index.ts';
import { cronComplaint, nextAfter } from '../../src/scenario/cron.ts';

const mondayMorning = instantOf({ year: 1999, month: 11, day: 15, hour: 9, second: 30 });

it.each([
  ['every minute', '* * * * *', '1999-11-15 09:01:00.000'],
  ['a second of each minute', '30 * * * * *', '1999-11-15 09:01:30.000'],
  ['the same time tomorrow, not now', '30 0 9 * * *', '1999-11-16 09:00:30.000'],
  ['Friday', '0 22 * * FRI', '1999-11-19 22:00:00.000'],
  ['a day that fits both day fields', '0 0 13 * 5', '2000-10-13 00:00:00.000'],
  ['the last day of the month', '0 0 L 2 *', '2000-02-29 00:00:00.000'],
  ['three days before the last', '0 0 L-3 * *', '1999-11-27 00:00:00.000'],
  ['the working day nearest to Saturday the 15th', '0 0 15W 1 *', '2000-01-14 00:00:00.000'],
  ['the last working day', '0 0 LW * *', '1999-11-30 00:00:00.000'],
  ['the last Friday', '0 0 * * 5L', '1999-11-26 00:00:00.000'],
  ['the second Tuesday', '0 0 * * 2#2', '1999-12-14 00:00:00.000'],
  ['a leap day on a Sunday', '0 0 29 2 0', '2004-02-29 00:00:00.000'],
  ['the next year', '@yearly', '2000-01-01 00:00:00.000'],
])('%s', (_, expression, expected) => {
  const next = nextAfter(expression, mondayMorning);
  expect('at' in next ? isoTime(next.at) : next).toBe(expected);
});

it.each([
  ['61 * * * *', 'invalid expression for minute'],
  ['* * *', 'expected 5 or 6 fields but got 3'],
  ['0 0 30 2 *', 'impossible day of month'],
  ['0 0 1 1 1#5', 'no day of the calendar fits'],
])('the expression %s is a mistake of its writer', (expression, complaint) => {
  expect(cronComplaint(expression)).toContain(complaint);
  expect(nextAfter(expression, mondayMorning)).toHaveProperty('complaint');
});
