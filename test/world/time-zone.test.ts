import { describe, expect, it } from 'vitest';
import { zones } from '../../src/world/time-zone-data.ts';
import { toLocal, toUniversal, zoneOffset } from '../../src/world/index.ts';

/** The offset that the host's own time zone database gives, in minutes. */
function hostOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return (Date.UTC(year, month - 1, day, hour % 24, minute, second) - instant) / 60_000;
}

const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;

describe('time zones', () => {
  it.each(zones.map((zone) => [zone.standardName, zone.iana] as const))(
    '%s has the offsets the world knows, every 30 minutes around its changes and twice a day otherwise',
    (name, timeZone) => {
      const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', second: 'numeric', ...fields });
      for (let instant = Date.UTC(1996, 0, 1); instant < Date.UTC(2009, 0, 1); instant += 43_200_000) {
        const next = instant + 43_200_000;
        const steady = zoneOffset(name, instant) === zoneOffset(name, next);
        const step = steady ? 43_200_000 : 1_800_000;
        for (let time = instant; time < next; time += step) {
          const known = hostOffset(format, time);
          if (zoneOffset(name, time) !== known)
            expect([name, new Date(time).toISOString(), zoneOffset(name, time)]).toEqual([name, '', known]);
        }
      }
    },
  );

  it('reads a clock back to the instant, the first of two in autumn', () => {
    const zone = 'Central Standard Time';
    const first = Date.UTC(1999, 9, 31, 6, 30);
    expect(toLocal(zone, first)).toBe(toLocal(zone, first + 3_600_000));
    expect(toUniversal(zone, toLocal(zone, first))).toBe(first);
    expect(toUniversal(zone, Date.UTC(1999, 10, 15, 9, 0))).toBe(Date.UTC(1999, 10, 15, 15, 0));
  });

  it('moves a reading that spring skips to the hour after it', () => {
    const zone = 'Central Standard Time';
    const skipped = Date.UTC(1999, 3, 4, 2, 30);
    expect(toLocal(zone, toUniversal(zone, skipped))).toBe(Date.UTC(1999, 3, 4, 3, 30));
  });
});
