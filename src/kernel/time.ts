/**
 * Virtual time: whole milliseconds since 1970-01-01 00:00 UTC, negative before it.
 * The calendar is computed with day numbers, because `Date` is banned from the deterministic floors.
 */
export type Instant = number;

/** A span of virtual time in whole milliseconds. */
export type Duration = number;

export const second: Duration = 1000;
export const minute: Duration = 60 * second;
export const hour: Duration = 60 * minute;
export const day: Duration = 24 * hour;

/** A reading of a wall clock: no zone. `month` 1 to 12, `weekday` 0 for Sunday. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Days from 1970-01-01 to a date of the Gregorian calendar (month 1 to 12; days beyond the month run on). */
export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The instant at which a clock without an offset shows this reading. */
export function instantOf(time: Partial<CivilTime> & { readonly year: number }): Instant {
  const days = dayNumber(time.year, time.month ?? 1, time.day ?? 1);
  const clock = (time.hour ?? 0) * hour + (time.minute ?? 0) * minute + (time.second ?? 0) * second;
  return days * day + clock + (time.millisecond ?? 0);
}

/** What a clock without an offset shows at this instant. */
export function civilTime(instant: Instant): CivilTime {
  const days = Math.floor(instant / day);
  const inDay = instant - days * day;
  const { year, month, day: dayOfMonth } = civilDate(days);
  return {
    year,
    month,
    day: dayOfMonth,
    hour: Math.floor(inDay / hour),
    minute: Math.floor(inDay / minute) % 60,
    second: Math.floor(inDay / second) % 60,
    millisecond: inDay % second,
  };
}

/** Year, month (1 to 12) and day of the month of a day number. */
export function civilDate(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfMonth };
}

/** Day of the week of an instant, 0 for Sunday. */
export function weekday(instant: Instant): number {
  return (((Math.floor(instant / day) + 4) % 7) + 7) % 7;
}

/** A number padded with zeros on the left, as clocks show it. */
export function padded(value: number, width = 2): string {
  return width === 2 ? (pairs[value] ?? String(value)) : String(value).padStart(width, '0');
}

/** `00` to `99`: clocks show little else. */
const pairs: readonly string[] = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** `1999-11-15 16:54:10.112`, for traces and diagnostics; sorts as text. */
export function isoTime(instant: Instant): string {
  const t = civilTime(instant);
  const date = `${padded(t.year, 4)}-${padded(t.month)}-${padded(t.day)}`;
  return `${date} ${padded(t.hour)}:${padded(t.minute)}:${padded(t.second)}.${padded(t.millisecond, 3)}`;
}

const units: readonly (readonly [RegExp, Duration])[] = [
  [/^(?:ms|milliseconds?)$/, 1],
  [/^(?:s|sec|seconds?)$/, second],
  [/^(?:m|min|minutes?)$/, minute],
  [/^(?:h|hours?)$/, hour],
  [/^(?:d|days?)$/, day],
  [/^(?:w|weeks?)$/, 7 * day],
];

/** Reads `90s`, `3h`, `2 days`, `1h 30m`. Units are required; undefined where the text is none. */
export function parseDuration(text: string): Duration | undefined {
  const trimmed = text.trim();
  if (!/^(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/.test(trimmed)) return undefined;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const scale = units.find(([pattern]) => pattern.test(unit ?? ''))?.[1];
    if (scale === undefined) return undefined;
    total += Math.round(Number(amount) * scale);
  }
  return total;
}

/** The shortest text that `parseDuration` reads back: `1d 2h`, `90s` becomes `1m 30s`. */
export function formatDuration(duration: Duration): string {
  const parts: string[] = [];
  let rest = Math.abs(duration);
  for (const [unit, scale] of [
    ['d', day],
    ['h', hour],
    ['m', minute],
    ['s', second],
    ['ms', 1],
  ] as const) {
    const count = Math.floor(rest / scale);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * scale;
  }
  return (duration < 0 ? '-' : '') + (parts.length > 0 ? parts.join(' ') : '0s');
}
