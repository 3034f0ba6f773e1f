import { civilTime, day, hour, instantOf, minute, weekday as weekdayOf } from '../../kernel/index.ts';
import type { Duration, Instant } from '../../kernel/index.ts';
import { inferred } from '../provenance.ts';
import { remembering } from './text-memo.ts';

/** Fields as the SDK gives them, checked on published tokens; kinds 1 and 4 were never seen in one. */
export const scheduleTokenProvenance = inferred(
  'SMS_ScheduleMethods.WriteToString, Configuration Manager SDK; 00011700001000F0 of a site control file',
  'Five kinds; the numbers of the kinds "once" and "monthly by weekday" follow from the gaps between the others.',
);

/** An SMS schedule. Starts are civil readings in whole minutes; they mean UTC where `utc` is set, else local time. */
export type Schedule = ScheduleStart & ScheduleRecurrence;

/** When a schedule begins, and for how long each occurrence lasts (at most 31 days, 31 hours and 63 minutes). */
export interface ScheduleStart {
  readonly start: Instant;
  readonly duration: { readonly days: number; readonly hours: number; readonly minutes: number };
  readonly utc: boolean;
}

/** How a schedule repeats. Weekdays count from 0 for Sunday. */
export type ScheduleRecurrence =
  | { readonly kind: 'once' }
  | { readonly kind: 'interval'; readonly days: number; readonly hours: number; readonly minutes: number }
  | { readonly kind: 'weekly'; readonly weekday: number; readonly weeks: number }
  /** `order` 1 to 4, or 0 for the last one of the month. */
  | { readonly kind: 'monthly by weekday'; readonly weekday: number; readonly order: number; readonly months: number }
  /** `date` 1 to 31, or 0 for the last day of the month. */
  | { readonly kind: 'monthly by date'; readonly date: number; readonly months: number };

/** Reads 16 hexadecimal digits; undefined where they are none or name no kind or date. */
export const parseScheduleToken = remembering((token: string): Schedule | undefined => {
  if (!/^[0-9A-Fa-f]{16}$/.test(token)) return undefined;
  const first = Number.parseInt(token.slice(0, 8), 16);
  const second = Number.parseInt(token.slice(8), 16);
  const recurrence = recurrenceOf(second);
  const month = bits(first, 12, 4);
  const dayOfMonth = bits(first, 16, 5);
  const clock = { hour: bits(first, 21, 5), minute: bits(first, 26, 6) };
  const start = instantOf({ year: 1970 + bits(first, 6, 6), month, day: dayOfMonth, ...clock });
  const read = civilTime(start);
  const real = read.month === month && read.day === dayOfMonth && read.hour === clock.hour;
  if (recurrence === undefined || !real || read.minute !== clock.minute) return undefined;
  const duration = { days: bits(second, 22, 5), hours: bits(second, 27, 5), minutes: bits(first, 0, 6) };
  return { start, duration, utc: bits(second, 0, 1) === 1, ...recurrence };
});

/** The token of a schedule: 16 upper-case digits. Seconds of the start are dropped; years run from 1970 to 2033. */
export function printScheduleToken(schedule: Schedule): string {
  const t = civilTime(schedule.start);
  const first = t.minute * 2 ** 26 + t.hour * 2 ** 21 + t.day * 2 ** 16 + t.month * 2 ** 12 + (t.year - 1970) * 2 ** 6;
  const { days, hours, minutes } = schedule.duration;
  const second = hours * 2 ** 27 + days * 2 ** 22 + recurrenceBits(schedule) + (schedule.utc ? 1 : 0);
  return word(first + minutes) + word(second);
}

/** The first occurrence after an instant, both readings of the schedule's clock; undefined when none follows. */
export function nextOccurrence(schedule: Schedule, after: Instant): Instant | undefined {
  const { start } = schedule;
  switch (schedule.kind) {
    case 'once':
      return start > after ? start : undefined;
    case 'interval':
      return nextStep(start, schedule.days * day + schedule.hours * hour + schedule.minutes * minute, after);
    case 'weekly': {
      const wait = (schedule.weekday - weekdayOf(start) + 7) % 7;
      return nextStep(start + wait * day, schedule.weeks * 7 * day, after);
    }
    default:
      return nextMonthly(schedule, after);
  }
}

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const orderNames = ['last', 'first', 'second', 'third', 'fourth'];

/** A schedule in words, as ReadSche prints it: its output is not published, so the wording is ours. */
export function describeSchedule(schedule: Schedule): string {
  const t = civilTime(schedule.start);
  const clock = `${String(t.hour).padStart(2, '0')}:${String(t.minute).padStart(2, '0')}`;
  const begin = `Start ${t.month}/${t.day}/${t.year} ${clock}${schedule.utc ? ' UTC' : ''}`;
  const { days, hours, minutes } = schedule.duration;
  const lasting = span(days, hours, minutes);
  return `${begin}, ${recurrenceText(schedule)}${lasting === '' ? '' : `, lasting ${lasting}`}`;
}

function recurrenceText(schedule: ScheduleRecurrence): string {
  switch (schedule.kind) {
    case 'once':
      return 'once';
    case 'interval':
      return `every ${span(schedule.days, schedule.hours, schedule.minutes)}`;
    case 'weekly':
      return `every ${counted(schedule.weeks, 'week')} on ${weekdayNames[schedule.weekday]}`;
    case 'monthly by weekday': {
      const which = `${orderNames[schedule.order]} ${weekdayNames[schedule.weekday]}`;
      return `on the ${which} of every ${counted(schedule.months, 'month')}`;
    }
    case 'monthly by date': {
      const which = schedule.date === 0 ? 'the last day' : `day ${schedule.date}`;
      return `on ${which} of every ${counted(schedule.months, 'month')}`;
    }
  }
}

function recurrenceOf(second: number): ScheduleRecurrence | undefined {
  const weekday = bits(second, 16, 3) - 1;
  switch (bits(second, 19, 3)) {
    case 1:
      return { kind: 'once' };
    case 2:
      return { kind: 'interval', minutes: bits(second, 13, 6), hours: bits(second, 8, 5), days: bits(second, 3, 5) };
    case 3:
      return weekday < 0 ? undefined : { kind: 'weekly', weekday, weeks: bits(second, 13, 3) };
    case 4: {
      const order = bits(second, 9, 3);
      if (weekday < 0 || order > 4) return undefined;
      return { kind: 'monthly by weekday', weekday, months: bits(second, 12, 4), order };
    }
    case 5:
      return { kind: 'monthly by date', date: bits(second, 14, 5), months: bits(second, 10, 4) };
    default:
      return undefined;
  }
}

function recurrenceBits(schedule: ScheduleRecurrence): number {
  switch (schedule.kind) {
    case 'once':
      return 1 << 19;
    case 'interval':
      return (2 << 19) | (schedule.minutes << 13) | (schedule.hours << 8) | (schedule.days << 3);
    case 'weekly':
      return (3 << 19) | ((schedule.weekday + 1) << 16) | (schedule.weeks << 13);
    case 'monthly by weekday':
      return (4 << 19) | ((schedule.weekday + 1) << 16) | (schedule.months << 12) | (schedule.order << 9);
    case 'monthly by date':
      return (5 << 19) | (schedule.date << 14) | (schedule.months << 10);
  }
}

/** The first of `start`, `start + period`, ... after an instant; a period of nothing occurs once. */
function nextStep(start: Instant, period: Duration, after: Instant): Instant | undefined {
  if (start > after) return start;
  return period === 0 ? undefined : start + (Math.floor((after - start) / period) + 1) * period;
}

type Monthly = ScheduleStart & Extract<ScheduleRecurrence, { readonly months: number }>;

/** Counts months from that of the start, because the period is in months, not in days. */
function nextMonthly(schedule: Monthly, after: Instant): Instant | undefined {
  const from = civilTime(schedule.start);
  const now = civilTime(Math.max(after, schedule.start));
  const passed = (now.year - from.year) * 12 + now.month - from.month;
  const step = schedule.months;
  for (let count = step === 0 ? 0 : Math.floor(passed / step); ; count++) {
    const occurrence = inMonth(schedule, from.year, from.month + count * step);
    if (occurrence >= schedule.start && occurrence > after) return occurrence;
    if (step === 0) return undefined;
  }
}

/** The occurrence in a month; a date the month lacks falls on its last day. */
function inMonth(schedule: Monthly, year: number, monthsFromYear: number): Instant {
  const firstDay = instantOf({
    year: year + Math.floor((monthsFromYear - 1) / 12),
    month: ((monthsFromYear - 1) % 12) + 1,
  });
  const following = civilTime(firstDay + 31 * day);
  const nextFirst = instantOf({ year: following.year, month: following.month });
  const days = Math.round((nextFirst - firstDay) / day);
  const clock = schedule.start - Math.floor(schedule.start / day) * day;
  return firstDay + (dayIn(schedule, weekdayOf(firstDay), days) - 1) * day + clock;
}

function dayIn(schedule: Monthly, firstWeekday: number, days: number): number {
  if (schedule.kind === 'monthly by date') return schedule.date === 0 ? days : Math.min(schedule.date, days);
  const first = 1 + ((schedule.weekday - firstWeekday + 7) % 7);
  if (schedule.order > 0) return first + (schedule.order - 1) * 7;
  return first + 28 <= days ? first + 28 : first + 21;
}

function bits(value: number, from: number, count: number): number {
  return Math.floor(value / 2 ** from) % 2 ** count;
}

function word(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
}

function span(days: number, hours: number, minutes: number): string {
  const parts = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`])).join(' ');
}

function counted(count: number, unit: string): string {
  return count === 1 ? unit : `${count} ${unit}s`;
}
