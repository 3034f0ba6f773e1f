import { civilTime, padded } from '../../../kernel/index.ts';
import type { Instant } from '../../../kernel/index.ts';
import { documented } from '../../provenance.ts';
import { checked } from '../time-text.ts';

/** The form is that of the articles; clients write their own clock and leave the offset at zero. */
export const mifDateProvenance = documented('Q239534, Resource Guide for SMS 1.2 (Sample SMS.INI File)');

/** The last year that a MIF may name: 2030, or 2035 with the Base.dll of the hotfix. */
export const lastMifYears = { released: 2030, hotfix: 2035 } as const;

/** Where the two years come from. */
export const lastMifYearsProvenance = documented('Q239534', '2035 is the documented operational range of SMS 1.2.');

/** `19971104130727.000000+000`: date and clock, whole seconds, no offset. */
export function printMifDate(time: Instant): string {
  const t = civilTime(time);
  const date = `${padded(t.year, 4)}${padded(t.month)}${padded(t.day)}`;
  return `${date}${padded(t.hour)}${padded(t.minute)}${padded(t.second)}.000000+000`;
}

/** Reads what `printMifDate` writes, whatever its fractions and offset; undefined where no calendar has the time. */
export function parseMifDate(text: string): Instant | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d{6}[+-]\d{3}$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return checked({ year, month, day, hour, minute, second, millisecond: 0 });
}

/** Whether a MIF with this date compiles: its form and calendar are right and its year is not beyond the last. */
export function isMifDate(text: string, lastYear: number): boolean {
  return parseMifDate(text) !== undefined && Number(text.slice(0, 4)) <= lastYear;
}
