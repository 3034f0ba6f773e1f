import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, instantOf, isoTime, minute, weekday } from '../../../src/kernel/index.ts';
import {
  describeSchedule,
  nextOccurrence,
  parseScheduleToken,
  printScheduleToken,
} from '../../../src/world/formats/index.ts';
import type { Schedule, ScheduleRecurrence } from '../../../src/world/formats/index.ts';

const published = [
  ['00011700001000F0', 'Start 1/1/1998 00:00, every 30 days'],
  ['0001200000100038', 'Start 2/1/1970 00:00, every 7 days'],
  ['A9788980001B4000', 'Start 8/24/2008 11:42, every 2 weeks on Tuesday'],
  ['7D98898000280400', 'Start 8/24/2008 12:31, on the last day of every month'],
] as const;

const none = { days: 0, hours: 0, minutes: 0 };
const recurrences: fc.Arbitrary<ScheduleRecurrence> = fc.oneof(
  fc.constant({ kind: 'once' as const }),
  fc.record({ kind: fc.constant('interval' as const), days: fc.nat(31), hours: fc.nat(23), minutes: fc.nat(59) }),
  fc.record({ kind: fc.constant('weekly' as const), weekday: fc.nat(6), weeks: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    kind: fc.constant('monthly by weekday' as const),
    weekday: fc.nat(6),
    order: fc.nat(4),
    months: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    kind: fc.constant('monthly by date' as const),
    date: fc.nat(31),
    months: fc.integer({ min: 1, max: 12 }),
  }),
);
const schedules: fc.Arbitrary<Schedule> = fc
  .tuple(
    fc.integer({ min: 0, max: Math.floor(instantOf({ year: 2034 }) / minute) - 1 }),
    fc.record({ days: fc.nat(31), hours: fc.nat(23), minutes: fc.nat(59) }),
    fc.boolean(),
    recurrences,
  )
  .map(([start, duration, utc, recurrence]) => ({ start: start * minute, duration, utc, ...recurrence }));

describe('a schedule token', () => {
  it.each(published)('%s means: %s', (token, text) => {
    const schedule = parseScheduleToken(token);
    expect(schedule && describeSchedule(schedule)).toBe(text);
    expect(schedule && printScheduleToken(schedule)).toBe(token);
  });

  it('of any schedule reads back', () => {
    fc.assert(
      fc.property(schedules, (one) => {
        expect(parseScheduleToken(printScheduleToken(one))).toEqual(one);
      }),
    );
  });

  it.each(['', '0001170000', '0000000000000000', '0001170000000000', '00011700001000FG', '001F200000100038'])(
    'is not %j',
    (token) => expect(parseScheduleToken(token)).toBeUndefined(),
  );

  it('tells duration, UTC and the other kinds', () => {
    const start = instantOf({ year: 1999, month: 7, day: 4, hour: 6, minute: 30 });
    const duration = { days: 0, hours: 2, minutes: 1 };
    const monthly = { kind: 'monthly by weekday', weekday: 1, order: 1, months: 3 } as const;
    const text = 'Start 7/4/1999 06:30 UTC, on the first Monday of every 3 months, lasting 2 hours 1 minute';
    expect(describeSchedule({ start, duration, utc: true, ...monthly })).toBe(text);
    expect(describeSchedule({ start, duration: none, utc: false, kind: 'once' })).toBe('Start 7/4/1999 06:30, once');
  });
});

describe('the next occurrence', () => {
  const start = instantOf({ year: 1999, month: 1, day: 31, hour: 8 });
  it.each([
    ['the start itself', { kind: 'once' }, '1999-01-01', '1999-01-31'],
    ['a step from the start', { kind: 'interval', days: 7, hours: 0, minutes: 0 }, '1999-02-10', '1999-02-14'],
    ['the weekday after the start', { kind: 'weekly', weekday: 2, weeks: 2 }, '1999-01-31', '1999-02-02'],
    ['two weeks later', { kind: 'weekly', weekday: 2, weeks: 2 }, '1999-02-03', '1999-02-16'],
    ['the last day of a short month', { kind: 'monthly by date', date: 31, months: 1 }, '1999-02-02', '1999-02-28'],
    ['the last day', { kind: 'monthly by date', date: 0, months: 1 }, '2000-02-02', '2000-02-29'],
    ['every third month', { kind: 'monthly by date', date: 5, months: 3 }, '1999-02-02', '1999-04-05'],
    [
      'a fifth Friday as the last',
      { kind: 'monthly by weekday', weekday: 5, order: 0, months: 1 },
      '1999-04-02',
      '1999-04-30',
    ],
    [
      'a fourth Friday as the last',
      { kind: 'monthly by weekday', weekday: 5, order: 0, months: 1 },
      '1999-06-01',
      '1999-06-25',
    ],
    ['the second Monday', { kind: 'monthly by weekday', weekday: 1, order: 2, months: 12 }, '1999-02-01', '2000-01-10'],
  ] as const)('is %s', (_, recurrence, after, expected) => {
    const [year = 0, month = 1, dayOfMonth = 1] = after.split('-').map(Number);
    const next = nextOccurrence(
      { start, duration: none, utc: false, ...recurrence },
      instantOf({ year, month, day: dayOfMonth }),
    );
    expect(next !== undefined && isoTime(next)).toBe(`${expected} 08:00:00.000`);
  });

  it('of a schedule that happens once does not come after it', () => {
    expect(nextOccurrence({ start, duration: none, utc: false, kind: 'once' }, start)).toBeUndefined();
    const still = { start, duration: none, utc: false, kind: 'interval', ...none } as const;
    expect(nextOccurrence(still, start)).toBeUndefined();
  });

  it('is after the given instant, never before the start, and nothing lies between', () => {
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: instantOf({ year: 2035 }) }), (schedule, after) => {
        const next = nextOccurrence(schedule, after);
        if (next === undefined) return;
        expect(next).toBeGreaterThan(after);
        expect(next).toBeGreaterThanOrEqual(schedule.start);
        expect(nextOccurrence(schedule, next - 1)).toBe(next);
        expect((next - schedule.start) % minute).toBe(0);
        if ('weekday' in schedule) expect(weekday(next)).toBe(schedule.weekday);
        if (schedule.kind === 'monthly by date' && schedule.date === 0) {
          expect(isoTime(next + day).slice(8, 10)).toBe('01');
        }
      }),
    );
  });
});
