import { parse, type ParsedFields } from 'node-cron';
import { civilDate, day, dayNumber, second, weekday, type Instant } from '../kernel/index.ts';

/** When a cron expression next falls due, or what is wrong with it, as the end of a sentence. */
export type NextRun = { readonly at: Instant } | { readonly complaint: string };

/**
 * The first whole second after a clock reading (see `toLocal`) that a cron expression names: five fields, or six with
 * seconds first, as node-cron reads them; a day must fit both its day-of-month and its day-of-week field. Readings,
 * not instants: the caller decides what a reading means that daylight time doubles or leaves out (`toUniversal`).
 */
export function nextAfter(expression: string, localInstant: Instant): NextRun {
  const fields = fieldsOf(expression);
  if ('complaint' in fields) return fields;
  const today = Math.floor(localInstant / day);
  const now = Math.floor((localInstant - today * day) / second);
  for (let days = today; days <= today + calendarCycle; days++) {
    const time = fitsDay(fields, days) ? timeAfter(fields, days === today ? now : -1) : undefined;
    if (time !== undefined) return { at: days * day + time * second };
  }
  return { complaint: 'no day of the calendar fits both its day of the month and its day of the week' };
}

/** What is wrong with a cron expression, as the end of a sentence; undefined where it has a next run. */
export function cronComplaint(expression: string): string | undefined {
  const next = nextAfter(expression, 0);
  return 'complaint' in next ? next.complaint : undefined;
}

/** Days after which dates fall on the same days of the week again: 400 years. */
const calendarCycle = 146097;

const read = new Map<string, ParsedFields | { readonly complaint: string }>();

/** Each expression is read once; node-cron throws on a mistake, which is the user's here. */
function fieldsOf(expression: string): ParsedFields | { readonly complaint: string } {
  const known = read.get(expression);
  if (known !== undefined) return known;
  const fields = parsed(expression);
  read.set(expression, fields);
  return fields;
}

function parsed(expression: string): ParsedFields | { readonly complaint: string } {
  try {
    const { hour, minute, second: seconds, ...days } = parse(expression);
    return { ...days, hour: ascending(hour), minute: ascending(minute), second: ascending(seconds) };
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

/** Seconds since midnight of the first time of a day after `now` that fits. */
function timeAfter(fields: ParsedFields, now: number): number | undefined {
  for (const hour of fields.hour) {
    if (hour * 3600 + 3599 <= now) continue;
    for (const minute of fields.minute) {
      const found = fields.second.find((seconds) => hour * 3600 + minute * 60 + seconds > now);
      if (found !== undefined) return hour * 3600 + minute * 60 + found;
    }
  }
  return undefined;
}

/** A day of the calendar with what the special tokens ask of it. */
interface CalendarDay {
  readonly dayOfMonth: number;
  readonly lastOfMonth: number;
  /** 0 for Sunday. */
  readonly weekday: number;
}

function fitsDay(fields: ParsedFields, days: number): boolean {
  const { year, month, day: dayOfMonth } = civilDate(days);
  if (!fields.month.includes(month)) return false;
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const date = { dayOfMonth, lastOfMonth: next - dayNumber(year, month, 1), weekday: weekday(days * day) };
  return (
    fields.dayOfMonth.some((token) => fitsDayOfMonth(token, date)) &&
    fields.dayOfWeek.some((token) => fitsDayOfWeek(token, date))
  );
}

/** `15`, `L` the last day, `L-3` the third before it, `15W` the working day nearest to the 15th, `LW` to the last. */
function fitsDayOfMonth(token: number | string, date: CalendarDay): boolean {
  if (typeof token === 'number') return token === date.dayOfMonth;
  const [, base, less, nearest] = /^(L|\d{1,2})(?:-(\d{1,2}))?(W)?$/.exec(token) ?? [];
  if (base === undefined) return false;
  const target = base === 'L' ? date.lastOfMonth - Number(less ?? 0) : Number(base);
  return nearest === undefined ? target === date.dayOfMonth : nearestWorkingDay(target, date) === date.dayOfMonth;
}

/** The working day nearest to a day, without leaving the month; undefined where the month has no such day. */
function nearestWorkingDay(target: number, date: CalendarDay): number | undefined {
  if (target < 1 || target > date.lastOfMonth) return undefined;
  const targetWeekday = (((date.weekday + target - date.dayOfMonth) % 7) + 7) % 7;
  if (targetWeekday === 6) return target === 1 ? 3 : target - 1;
  if (targetWeekday === 0) return target === date.lastOfMonth ? target - 2 : target + 1;
  return target;
}

/** `1` every Monday, `1L` the last Monday of the month, `1#2` the second. */
function fitsDayOfWeek(token: number | string, date: CalendarDay): boolean {
  if (typeof token === 'number') return token === date.weekday;
  const [, wanted, last, nth] = /^([0-7])(?:(L)|#([1-5]))$/.exec(token) ?? [];
  if (wanted === undefined || Number(wanted) % 7 !== date.weekday) return false;
  if (last !== undefined) return date.dayOfMonth + 7 > date.lastOfMonth;
  return Math.ceil(date.dayOfMonth / 7) === Number(nth);
}
