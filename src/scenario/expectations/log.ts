import { z } from 'zod';
import { isoTime, type TraceRecord } from '../../kernel/index.ts';
import { fitsWildcard, matches, patternText } from '../patterns.ts';
import { computerName } from '../references.ts';
import { momentText } from '../times.ts';
import { defineExpectation } from '../verb.ts';

/** Lines that components have written to their logs, counted. */
export const log = defineExpectation({
  name: 'log',
  summary: 'Lines of a log, by text and number',
  schema: z.strictObject({
    on: computerName().optional().describe('Computer; any without it'),
    file: z.string().optional().describe('Log file, with * and ?: Dataldr.log'),
    has: patternText().describe('Part of a line, or /regular expression/'),
    times: z.number().int().nonnegative().optional().describe('Exactly so many lines'),
    'at least': z.number().int().nonnegative().optional().describe('So many lines or more; 1 without times and at most'),
    'at most': z.number().int().nonnegative().optional().describe('So many lines or fewer'),
    from: momentText().optional().describe('Lines from this time on'),
    to: momentText().optional().describe('Lines up to this time'),
  }),
  example: 'log: { on: SMSSRV1, file: Dataldr.log, has: Done loading, at least: 1 }',
  looksAt: 'history',
  changesWith: ['log'],
  check(play, given) {
    const from = given.from === undefined ? -Infinity : play.instant(given.from);
    const to = given.to === undefined ? Infinity : play.instant(given.to);
    const file = given.file ?? '*';
    const fits = (r: TraceRecord): boolean =>
      r.time >= from && r.time <= to && isOn(r, given.on) && fitsWildcard(file, r.subject) && matches(given.has, r.detail);
    const found = play.recordsOf('log').filter(fits);
    const least = given.times ?? given['at least'] ?? (given['at most'] === undefined ? 1 : 0);
    const most = given.times ?? given['at most'] ?? Infinity;
    return { met: found.length >= least && found.length <= most, actual: counted(found) };
  },
});

function isOn(record: TraceRecord, computer: string | undefined): boolean {
  return computer === undefined || record.process.toUpperCase().startsWith(`${computer.toUpperCase()}/`);
}

function counted(found: readonly TraceRecord[]): string {
  const last = found.at(-1);
  if (last === undefined) return 'no such line';
  const lines = found.length === 1 ? 'one line' : `${found.length} lines`;
  return `${lines}, the last at ${isoTime(last.time)}: ${last.detail}`;
}
