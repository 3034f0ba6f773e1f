import { civilTime, instantOf, padded } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';

const datePattern = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})$/;

/** Reads what the kernel's `isoTime` writes; our report formats carry their times so. */
export function parseIsoTime(text: string): Instant | undefined {
  const match = datePattern.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = match.slice(1).map(Number);
  return checked({ year, month, day, hour, minute, second, millisecond });
}

/** `2000/06/13 06:28.53`, the spelling of `Site Config Last Checked`: a dot before the seconds, no finer unit. */
export function printRegistryTime(time: Instant): string {
  const t = civilTime(time);
  const date = `${padded(t.year, 4)}/${padded(t.month)}/${padded(t.day)}`;
  return `${date} ${padded(t.hour)}:${padded(t.minute)}.${padded(t.second)}`;
}

const registryPattern = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d)\.(\d\d)$/;

/** Reads what `printRegistryTime` writes. */
export function parseRegistryTime(text: string): Instant | undefined {
  if (text === '') return undefined;
  const match = registryPattern.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return checked({ year, month, day, hour, minute, second, millisecond: 0 });
}

/** `MM/DD/YY HH:MM:SS` of discovery records; the two digits mean 1970 to 2069. */
export function printDiscoveryTime(time: Instant): string {
  const t = civilTime(time);
  const date = `${padded(t.month)}/${padded(t.day)}/${padded(t.year % 100)}`;
  return `${date} ${padded(t.hour)}:${padded(t.minute)}:${padded(t.second)}`;
}

/** Reads what `printDiscoveryTime` writes. */
export function parseDiscoveryTime(text: string): Instant | undefined {
  const match = /^(\d\d)\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [month = 0, day = 0, short = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const year = short < 70 ? 2000 + short : 1900 + short;
  return checked({ year, month, day, hour, minute, second, millisecond: 0 });
}

type Reading = ReturnType<typeof civilTime>;

const shortestMonth = 28;

/** The instant of a reading, or undefined where no calendar has it (February 30th, 25 o'clock). */
export function checked(reading: Reading): Instant | undefined {
  const { month, day, hour, minute, second, millisecond } = reading;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59 || millisecond > 999)
    return undefined;
  const instant = instantOf(reading);
  return day <= shortestMonth || civilTime(instant).day === day ? instant : undefined;
}
