import { describeVerb } from './office.ts';

describeVerb(
  'log lines in order',
  (play) => {
    play.logLine('Cycle begins', 1);
    play.logLine('Something else', 2);
    play.logLine('Cycle ends', 3);
  },
  [
    [
      'follows lines with others between them',
      'log lines in order: { on: SERVER, file: Dataldr.log, lines: [begins, ends] }',
      true,
      'all 2 lines, the last at 1999-11-15 09:03:00.000',
    ],
    [
      'tells a line that stands before',
      'log lines in order: { on: SERVER, file: Dataldr.log, lines: [ends, begins] }',
      false,
      'line 2 ("begins") is not after the line of 1999-11-15 09:03:00.000; it stands before, at ' +
        '1999-11-15 09:01:00.000',
    ],
    [
      'shows the line nearest to a missing one',
      'log lines in order: { on: SERVER, file: Dataldr.log, lines: [Cycle starts, ends] }',
      false,
      'line 1 ("Cycle starts") is not there; the nearest is "Cycle ends"',
    ],
  ],
  [
    [
      'needs two lines',
      'log lines in order: { on: SERVER, file: a.log, lines: [x] }',
      'SM015 lines: Too small: expected array to have >=2 items',
    ],
  ],
);
