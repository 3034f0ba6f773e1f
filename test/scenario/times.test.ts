import { describe, expect, it } from 'vitest';
import { instantOf, isoTime } from '../../src/kernel/index.ts';
import { nextCronTime } from '../../src/scenario/cron-time.ts';
import { instantOfMoment, parseMoment } from '../../src/scenario/times.ts';

const zone = 'Central Standard Time';

/** 08:00 in Chicago in winter. */
const start = instantOf({ year: 1999, month: 11, day: 15, hour: 14 });

describe('a time of a scenario', () => {
  it.each([
    ['09:00', '1999-11-15 15:00:00.000'],
    ['07:59', '1999-11-16 13:59:00.000'],
    ['08:00', '1999-11-15 14:00:00.000'],
    ['09:00:30.250', '1999-11-15 15:00:30.250'],
    ['day 1', '1999-11-15 06:00:00.000'],
    ['day 3', '1999-11-17 06:00:00.000'],
    ['day 2 09:00', '1999-11-16 15:00:00.000'],
    ['1999-11-16 10:00', '1999-11-16 16:00:00.000'],
    ['2000-07-01', '2000-07-01 05:00:00.000'],
  ])('%s is %s UTC for a site in Chicago that starts at 08:00', (text, expected) => {
    const moment = parseMoment(text);
    expect(moment && isoTime(instantOfMoment(moment, { zone, start }))).toBe(expected);
  });

  it('without a day is the next such reading after the step before', () => {
    const moment = parseMoment('09:00') ?? {};
    const evening = start + 10 * 3600_000;
    expect(isoTime(instantOfMoment(moment, { zone, start }, evening))).toBe('1999-11-16 15:00:00.000');
  });

  it.each(['', '9', '24:00', '09:60', 'day 0', 'day two', '1999-02-29', '1999-13-01', 'tomorrow', '09:00 day 2'])(
    'is not %j',
    (text) => expect(parseMoment(text)).toBeUndefined(),
  );
});

describe('a cron expression in a scenario', () => {
  it('falls due by the clock of the site server', () => {
    expect(isoTime(nextCronTime('0 9 * * *', start, zone))).toBe('1999-11-15 15:00:00.000');
    expect(isoTime(nextCronTime('0 8 * * *', start, zone))).toBe('1999-11-16 14:00:00.000');
  });

  it('skips a reading that the clocks leave out in spring', () => {
    const before = instantOf({ year: 2000, month: 4, day: 2, hour: 7 });
    expect(isoTime(nextCronTime('30 2 * * *', before, zone))).toBe('2000-04-03 07:30:00.000');
  });

  it('happens once in the hour that autumn repeats', () => {
    const first = nextCronTime('30 1 * * *', instantOf({ year: 2000, month: 10, day: 29, hour: 5 }), zone);
    expect(isoTime(first)).toBe('2000-10-29 06:30:00.000');
    expect(isoTime(nextCronTime('30 1 * * *', first, zone))).toBe('2000-10-30 07:30:00.000');
  });
});
