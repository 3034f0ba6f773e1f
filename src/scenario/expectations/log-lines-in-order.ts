import { z } from 'zod';
import { isoTime } from '../../kernel/index.ts';
import { fitsOne, logFiles, logLines, type FoundLine } from '../finding/log-lines.ts';
import { nearest, quoted } from '../finding/texts.ts';
import { windowShape } from '../finding/windows.ts';
import { matches, patternText } from '../patterns.ts';
import { computerName } from '../references.ts';
import { defineExpectation, type Finding } from '../verb.ts';

/** Lines that follow one another in one log file, with any others between them. */
export const logLinesInOrder = defineExpectation({
  name: 'log lines in order',
  summary: 'Lines that follow one another in a log file, whatever stands between them',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    file: z.string().describe('Log file by name or local path: Ccim32.log'),
    lines: z.array(patternText()).min(2).describe('Parts of the lines, or /regular expressions/, in their order'),
    ...windowShape,
  }),
  example:
    'log lines in order: { on: SMSNTCLI8, file: Ccim32.log, lines: [CLIENT IS ASSIGNED, Done processing active] }',
  looksAt: 'state',
  changesWith: ['log', 'step'],
  check(play, given) {
    if (logFiles(play, given).length === 0) return { met: false, actual: `there is no ${given.file} on ${given.on}` };
    return follow(given.lines, logLines(play, given, fitsOne(given.lines)), () =>
      logLines(play, given, () => true).map((line) => line.text),
    );
  },
});

function follow(wanted: readonly string[], lines: readonly FoundLine[], all: () => readonly string[]): Finding {
  let next = 0;
  let before: FoundLine | undefined;
  for (const line of lines) {
    const pattern = wanted[next];
    if (pattern === undefined || !matches(pattern, line.text)) continue;
    before = line;
    next++;
  }
  const missing = wanted[next];
  if (missing === undefined) return { met: true, actual: `all ${wanted.length} lines, the last at ${shown(before)}` };
  const earlier = lines.findLast((line) => matches(missing, line.text));
  const closest = nearest(missing, all());
  const instead =
    earlier === undefined ? `the nearest is ${quoted(closest ?? '')}` : `it stands before, at ${shown(earlier)}`;
  const after = before === undefined ? 'not there' : `not after the line of ${shown(before)}`;
  return { met: false, actual: `line ${next + 1} (${quoted(missing)}) is ${after}; ${instead}` };
}

function shown(line: FoundLine | undefined): string {
  return line === undefined ? '' : isoTime(line.time);
}
