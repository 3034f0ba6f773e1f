import { z } from 'zod';
import { day, dayNumber, hour, minute, parseDuration, second, type Duration, type Instant } from '../kernel/index.ts';
import { toLocal, toUniversal } from '../world/index.ts';
import { spelledOut } from './references.ts';

/** A time as a scenario writes it: a clock reading, a day of the run, or a date; each with the other as it likes. */
export interface Moment {
  /** 1 is the day on which the run begins, by the site server's clock. */
  readonly day?: number;
  /** Days since 1970-01-01. */
  readonly date?: number;
  /** Since midnight; undefined: midnight, for a day or a date. */
  readonly clock?: Duration;
}

/** What a moment is counted from. */
export interface Calendar {
  /** The site server's zone. */
  readonly zone: string;
  /** Beginning of the run. */
  readonly start: Instant;
}

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;
const form = /^(?:(?:day\s+(?<day>\d+))|(?<date>\d{4}-\d{2}-\d{2}))?(?:\s*(?<clock>\d{1,2}:\S+))?$/;

/** Reads `09:00`, `09:00:30.250`, `day 2`, `day 2 09:00`, `1999-11-16`, `1999-11-16 10:00`; undefined otherwise. */
export function parseMoment(text: string): Moment | undefined {
  const parts = form.exec(text.trim())?.groups;
  if (parts === undefined || text.trim() === '') return undefined;
  const time = parts['clock'] === undefined ? undefined : clockReading(parts['clock']);
  if (parts['clock'] !== undefined && time === undefined) return undefined;
  const shown = time === undefined ? {} : { clock: time };
  if (parts['day'] !== undefined) return Number(parts['day']) < 1 ? undefined : { day: Number(parts['day']), ...shown };
  if (parts['date'] === undefined) return shown;
  const date = dateNumber(parts['date']);
  return date === undefined ? undefined : { date, ...shown };
}

/** The instant of a moment; a bare clock reading is the first one at or after `notBefore`. */
export function instantOfMoment(moment: Moment, calendar: Calendar, notBefore: Instant = calendar.start): Instant {
  const startDay = Math.floor(toLocal(calendar.zone, calendar.start) / day);
  const time = moment.clock ?? 0;
  if (moment.date !== undefined) return toUniversal(calendar.zone, moment.date * day + time);
  if (moment.day !== undefined) return toUniversal(calendar.zone, (startDay + moment.day - 1) * day + time);
  const today = Math.floor(toLocal(calendar.zone, notBefore) / day);
  const first = toUniversal(calendar.zone, today * day + time);
  return first >= notBefore ? first : toUniversal(calendar.zone, (today + 1) * day + time);
}

/** Reads a reading of a wall clock with its date: `1999-11-15 08:00`; as if its zone were universal time. */
export function parseReading(text: string): Instant | undefined {
  const moment = parseMoment(text);
  return moment?.date === undefined ? undefined : moment.date * day + (moment.clock ?? 0);
}

/** A span of time with its unit in a schema: `5s`, `2h`, `1d 12h`. */
export function durationText(): z.ZodString {
  return spelledOut('duration', z.string({ error: unitMissing }), (text) =>
    parseDuration(text) === undefined ? 'is no span of time: write 30s, 5m, 2h, 1d or 1h 30m' : undefined,
  );
}

/** A time of the run in a schema: `09:00`, `day 2 09:00`, `1999-11-16 10:00`. */
export function momentText(): z.ZodString {
  return spelledOut('moment', z.string({ error: unitMissing }), (text) =>
    parseMoment(text) === undefined ? 'is no time: write 09:00, day 2 09:00 or 1999-11-16 10:00' : undefined,
  );
}

/** The milliseconds of a text that a `durationText` schema has accepted. */
export function milliseconds(text: string): Duration {
  const duration = parseDuration(text);
  if (duration === undefined) throw new Error(`"${text}" passed the schema and is no span of time`);
  return duration;
}

function unitMissing(issue: { readonly input?: unknown }): string | undefined {
  return typeof issue.input === 'number' ? `the number ${issue.input} needs a unit` : undefined;
}

function clockReading(text: string): Duration | undefined {
  const [, hours, minutes, seconds = '0', fraction = '0'] = clock.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second + Number(fraction.padEnd(3, '0'));
}

function dateNumber(text: string): number | undefined {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  const first = dayNumber(year, month, 1);
  const following = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > following - first) return undefined;
  return first + dayOfMonth - 1;
}
