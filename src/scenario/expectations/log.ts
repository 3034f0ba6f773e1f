import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import { counted, oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { fitsOne, logFiles, logLines, type LineWish } from '../finding/log-lines.ts';
import { nearest, quoted } from '../finding/texts.ts';
import { windowShape } from '../finding/windows.ts';
import { patternText } from '../patterns.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

/** Lines of log files as they stand on the disk, counted. */
export const log = defineExpectation({
  name: 'log',
  summary: 'Lines of a log file, by text and number',
  schema: z
    .strictObject({
      on: computerName().optional().describe('Computer; any without it'),
      file: z.string().optional().describe('Log file by name, with * and ?, or by local path: Dataldr.log'),
      has: patternText().describe('Part of a line, or /regular expression/'),
      ...timesShape,
      ...windowShape,
    })
    .refine(oneAmount, { message: oneAmountMessage }),
  example: 'log: { on: SMSSRV1, file: Dataldr.log, has: Finished processing, at least: 1 }',
  looksAt: 'state',
  changesWith: ['log', 'step'],
  check(play, given) {
    const found = logLines(play, given, fitsOne([given.has]));
    const last = found.at(-1);
    const met = timesMet(given, found.length);
    if (last === undefined) return { met, actual: nothing(play, given, given.has) };
    return { met, actual: `${counted(found.length, 'line')}, the last at ${isoTime(last.time)}: ${quoted(last.text)}` };
  },
});

function nothing(play: Play, wish: LineWish, wanted: string): string {
  const where = wish.file ?? 'any log';
  if (logFiles(play, wish).length === 0) return `there is no ${wish.file ?? 'log'}${wish.on ? ` on ${wish.on}` : ''}`;
  const closest = nearest(
    wanted,
    logLines(play, wish, () => true).map((line) => line.text),
  );
  return closest === undefined ? `no lines in ${where}` : `no such line in ${where}; the nearest is ${quoted(closest)}`;
}
