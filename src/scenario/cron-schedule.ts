import { second, type Instant } from '../kernel/index.ts';
import type { Schedule, ScheduleRecurrence } from '../world/index.ts';
import { nextAfter } from './cron.ts';

/** A schedule as SMS can keep it, or why it cannot, as the end of a sentence. */
export type CronSchedule = { readonly schedule: Schedule } | { readonly complaint: string };

const noSchedule =
  'is more than one SMS schedule can say: minutes or hours apart, daily, weekly, or monthly by date or weekday';

/**
 * The SMS schedule that falls due when a cron expression does, from the first time after a clock reading on. SMS
 * schedules know fewer ways to repeat than cron does, and no seconds.
 */
export function scheduleOfCron(expression: string, after: Instant): CronSchedule {
  const recurrence = recurrenceOf(expression.trim().split(/\s+/));
  if (recurrence === undefined) return { complaint: noSchedule };
  const next = nextAfter(expression, after);
  if ('complaint' in next) return next;
  if (next.at % (60 * second) !== 0) return { complaint: noSchedule };
  return { schedule: { start: next.at, duration: { days: 0, hours: 0, minutes: 0 }, utc: false, ...recurrence } };
}

function recurrenceOf(fields: readonly string[]): ScheduleRecurrence | undefined {
  const [minutes = '', hours = '', date = '', month = '', weekday = ''] =
    fields.length === 6 && fields[0] === '0' ? fields.slice(1) : fields;
  if (fields.length < 5 || (fields.length === 6 && fields[0] !== '0')) return undefined;
  const anyDay = date === '*' && month === '*' && weekday === '*';
  if (anyDay) return interval(minutes, hours);
  if (!isNumber(minutes) || !isNumber(hours)) return undefined;
  if (date === '*' && month === '*') return byWeekday(weekday);
  return weekday === '*' ? byDate(date, month) : undefined;
}

function interval(minutes: string, hours: string): ScheduleRecurrence | undefined {
  const days = { kind: 'interval', days: 0, hours: 0, minutes: 0 } as const;
  const step = hours === '*' ? stepOf(minutes, 60) : undefined;
  if (step !== undefined) return { ...days, minutes: step };
  if (!isNumber(minutes)) return undefined;
  if (isNumber(hours)) return { ...days, days: 1 };
  const apart = hours === '*' ? 1 : stepOf(hours, 24);
  return apart === undefined ? undefined : { ...days, hours: apart };
}

/** `1` every Monday, `1#2` the second of the month, `1L` the last. */
function byWeekday(text: string): ScheduleRecurrence | undefined {
  const [, day, order, last] = /^([0-7])(?:#([1-4])|(L))?$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const weekday = Number(day) % 7;
  if (order === undefined && last === undefined) return { kind: 'weekly', weekday, weeks: 1 };
  return { kind: 'monthly by weekday', weekday, order: Number(order ?? 0), months: 1 };
}

function byDate(date: string, month: string): ScheduleRecurrence | undefined {
  const months = month === '*' ? 1 : stepOf(month, 12);
  if (months === undefined || !(date === 'L' || isNumber(date))) return undefined;
  return { kind: 'monthly by date', date: date === 'L' ? 0 : Number(date), months };
}

/** The number behind the slash, if it divides the whole evenly: otherwise the steps begin anew at its end. */
function stepOf(text: string, whole: number): number | undefined {
  const step = Number(/^\*\/(\d+)$/.exec(text)?.[1] ?? 0);
  return step > 0 && whole % step === 0 ? step : undefined;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
