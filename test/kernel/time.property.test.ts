import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilTime, formatDuration, instantOf, isoTime, parseDuration, weekday } from '../../src/kernel/index.ts';

const instant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('virtual time', () => {
  it('reads the calendar as the rest of the world does', () => {
    fc.assert(
      fc.property(instant, (time) => {
        const date = new Date(time);
        expect(isoTime(time)).toBe(date.toISOString().replace('T', ' ').replace('Z', ''));
        expect(weekday(time)).toBe(date.getUTCDay());
        expect(instantOf(civilTime(time))).toBe(time);
      }),
    );
  });

  it('reads back every duration it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), (duration) => {
        expect(parseDuration(formatDuration(duration))).toBe(duration);
      }),
    );
  });

  it.each(['5', 'h', '', '3 fortnights', '-2h', '2h3', '1h,2m'])(
    'refuses %j, which has no unit or no number',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it.each([
    ['90s', 90_000],
    ['2 days', 172_800_000],
    ['1h 30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['250 ms', 250],
  ])('reads %j', (text, duration) => {
    expect(parseDuration(text)).toBe(duration);
  });
});
