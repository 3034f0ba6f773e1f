import { civilDate, day, padded, weekday } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { documented } from '../provenance.ts';
import { checked } from './time-text.ts';

/** Where the log forms come from. */
export const logLineProvenance = documented('Q246331, Q248969, Q225507', 'Both forms are quoted in log excerpts.');

/** One line of an SMS log file. */
export interface LogLine {
  /** Line breaks may stand as such or as `~`, the way SMS writes them. */
  readonly text: string;
  /** `CCIM32`, `SMS_INVENTORY_DATA_LOADER` or the path of an executable. */
  readonly component: string;
  /** What the computer's own clock shows. */
  readonly time: Instant;
  /** Server components add the zone's standard name after the year; client components before SP3 do not. */
  readonly zoneName?: string;
  readonly thread: number;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const twoDigits = Array.from({ length: 60 }, (_, value) => padded(value));
const threeDigits = Array.from({ length: 1000 }, (_, value) => padded(value, 3));

interface DayText {
  readonly days: number;
  readonly date: string;
  readonly year: string;
}

/** The day of the last call: lines come in order of time, so most share it. */
let latestDay: DayText = dayText(0);

/**
 * The raw form `text  $$<COMPONENT><Mon Nov 15 16:54:10.112 1999><thread=52 (0x34)>`, without line end.
 * Written for millions of calls.
 */
export function printLogLine(line: LogLine): string {
  const text = line.text.includes('\n') ? line.text.replace(/\r?\n/g, '~') : line.text;
  const zone = line.zoneName === undefined ? '' : ` ${line.zoneName}`;
  const hex = line.thread.toString(16).toUpperCase();
  const head = `${text}  $$<${line.component}><${logTime(line.time)}${zone}>`;
  return `${head}<thread=${line.thread} (0x${hex})>`;
}

/** `Mon Nov 15 16:54:10.112 1999`, the clock reading in log lines and in status messages. */
export function logTime(time: Instant): string {
  const days = Math.floor(time / day);
  if (latestDay.days !== days) latestDay = dayText(days);
  let rest = time - days * day;
  const millisecond = rest % 1000;
  rest = (rest - millisecond) / 1000;
  const second = rest % 60;
  rest = (rest - second) / 60;
  const minute = rest % 60;
  const hour = (rest - minute) / 60;
  const clock = `${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[second]}.${threeDigits[millisecond]}`;
  return `${latestDay.date} ${clock} ${latestDay.year}`;
}

const timePattern = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3}) (\d{4})$/;

/** Reads what `logTime` writes; undefined where the text is none. */
export function parseLogTime(text: string): Instant | undefined {
  const match = timePattern.exec(text);
  if (match === null) return undefined;
  const month = months.indexOf(match[1] ?? '') + 1;
  const [dayOfMonth = 0, hour = 0, minute = 0, second = 0, millisecond = 0, year = 0] = match.slice(2).map(Number);
  const instant = checked({ year, month, day: dayOfMonth, hour, minute, second, millisecond });
  return instant !== undefined && logTime(instant) === text ? instant : undefined;
}

const linePattern = /^(.*) {2}\$\$<([^<>]*)><(.{28})(?: ([^<>]*))?><thread=(\d+) \(0x[0-9A-F]+\)>$/;

/** Reads the raw form; undefined for any other text. The text keeps its `~`. */
export function parseLogLine(line: string): LogLine | undefined {
  const match = linePattern.exec(line);
  const time = parseLogTime(match?.[3] ?? '');
  if (match === null || time === undefined) return undefined;
  const [, text = '', component = '', , zoneName, thread = ''] = match;
  return { text, component, time, ...(zoneName === undefined ? {} : { zoneName }), thread: Number(thread) };
}

/** The text as a viewer shows it: `~` breaks the line. */
export function logText(line: LogLine): string {
  return line.text.replaceAll('~', '\n');
}

/** The SMSTrace form: text, component, `4/2/99 12:01:35 AM`, `182 (0xB6)`, separated by tabs; no zone, no fractions. */
export function printTraceViewLine(line: LogLine): string {
  const { year, month, day: dayOfMonth } = civilDate(Math.floor(line.time / day));
  const clock = logTime(line.time).split(' ')[3] ?? '';
  const hour = Number(clock.slice(0, 2));
  const date = `${month}/${dayOfMonth}/${padded(year % 100)}`;
  const shown = `${date} ${hour % 12 === 0 ? 12 : hour % 12}${clock.slice(2, 8)} ${hour < 12 ? 'AM' : 'PM'}`;
  const thread = `${line.thread} (0x${line.thread.toString(16).toUpperCase()})`;
  return [line.text.replace(/\r?\n/g, '~'), line.component, shown, thread].join('\t');
}

const viewTime = /^(\d+)\/(\d+)\/(\d\d) (\d+):(\d\d):(\d\d) (AM|PM)$/;

/** Reads the SMSTrace form; two-digit years mean 1970 to 2069. */
export function parseTraceViewLine(line: string): LogLine | undefined {
  const [text, component, date, thread] = line.split('\t');
  const time = viewTime.exec(date ?? '');
  const threadNumber = /^(\d+) \(0x[0-9A-F]+\)$/.exec(thread ?? '')?.[1];
  if (text === undefined || component === undefined || time === null || threadNumber === undefined) return undefined;
  const [month = 0, dayOfMonth = 0, short = 0, shown = 0, minute = 0, second = 0] = time.slice(1, 7).map(Number);
  const hour = (shown % 12) + (time[7] === 'PM' ? 12 : 0);
  const year = short < 70 ? 2000 + short : 1900 + short;
  const instant = checked({ year, month, day: dayOfMonth, hour, minute, second, millisecond: 0 });
  return instant === undefined ? undefined : { text, component, time: instant, thread: Number(threadNumber) };
}

function dayText(days: number): DayText {
  const { year, month, day: dayOfMonth } = civilDate(days);
  const date = `${weekdays[weekday(days * day)]} ${months[month - 1]} ${padded(dayOfMonth)}`;
  return { days, date, year: padded(year, 4) };
}
