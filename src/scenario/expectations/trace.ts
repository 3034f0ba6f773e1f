import { z } from 'zod';
import { traceKinds, type TraceRecord } from '../../kernel/index.ts';
import { counted, oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { recordWords } from '../finding/records.ts';
import { windowShape, withinWindow } from '../finding/windows.ts';
import { matches, patternText } from '../patterns.ts';
import { defineExpectation } from '../verb.ts';

const schema = z
  .strictObject({
    kind: z.enum(traceKinds).optional().describe('Kind of the records'),
    process: patternText().optional().describe('COMPUTER/component, or part of it'),
    subject: patternText().optional().describe('What it is about: a path, a key, a message'),
    detail: patternText().optional(),
    ...timesShape,
    ...windowShape,
  })
  .refine(oneAmount, { message: oneAmountMessage });

/** Records of the trace, counted. */
export const trace = defineExpectation({
  name: 'trace',
  summary: 'Records of the trace, by kind, process, subject and detail',
  schema,
  example: 'trace: { kind: file, process: SMS_INVENTORY_DATA_LOADER, detail: deleted, at least: 1 }',
  looksAt: 'history',
  check(play, given) {
    const records = given.kind === undefined ? play.history : play.recordsOf(given.kind);
    const inside = withinWindow(play, given);
    const found = records.filter((one) => inside(one.time) && misses(given, one) === 0);
    const met = timesMet(given, found.length);
    const last = found.at(-1);
    if (last !== undefined)
      return { met, actual: `${counted(found.length, 'record')}, the last ${recordWords(play, last)}` };
    const closest = records.findLast((one) => inside(one.time) && misses(given, one) === 1);
    if (closest === undefined) return { met, actual: 'no such record' };
    return { met, actual: `no such record; the nearest is ${recordWords(play, closest)}` };
  },
});

/** How many of the patterns a record does not fit. */
function misses(wanted: z.infer<typeof schema>, record: TraceRecord): number {
  const parts = ['process', 'subject', 'detail'] as const;
  return parts.filter((part) => wanted[part] !== undefined && !matches(wanted[part], record[part])).length;
}
