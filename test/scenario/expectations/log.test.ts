import { describe, expect, it } from 'vitest';
import { judge, office, describeVerb, somebody } from './office.ts';

describeVerb(
  'log',
  (play) => {
    play.logLine('Starting before the run', -30);
    play.logLine('Processing file A.MIF', 1);
    play.logLine('Done loading A.MIF', 2);
    play.logLine('Done loading B.MIF', 70);
  },
  [
    [
      'counts lines of the file on disk',
      'log: { on: SERVER, file: Dataldr.log, has: Done loading, times: 2 }',
      true,
      '2 lines, the last at 1999-11-15 10:10:00.000: "Done loading B.MIF"',
    ],
    [
      'looks into a span',
      'log: { has: Done loading, from: 09:00, until: 10:00 }',
      true,
      'one line, the last at 1999-11-15 09:02:00.000: "Done loading A.MIF"',
    ],
    [
      'leaves out what stands before the run',
      'log: { has: Starting, times: 0 }',
      true,
      'no such line in any log; the nearest is "Done loading B.MIF"',
    ],
    [
      'finds that when it is asked for',
      "log: { has: /^starting/i, from: '1999-11-15 08:00' }",
      true,
      'one line, the last at 1999-11-15 08:30:00.000: "Starting before the run"',
    ],
    [
      'shows the nearest line',
      'log: { on: SERVER, file: Dataldr.log, has: Processing file B.MIF }',
      false,
      'no such line in Dataldr.log; the nearest is "Processing file A.MIF"',
    ],
    [
      'knows that there is no such log',
      'log: { on: CLIENT1, file: Ccim32.log, has: x }',
      false,
      'there is no Ccim32.log on CLIENT1',
    ],
  ],
  [
    [
      'needs a pattern that can be read',
      'log: { has: /(/ }',
      'SM019 "/(/" Invalid regular expression: /(/: Unterminated group',
    ],
    ['needs to know what for', 'log: { on: SERVER }', 'SM011 "log" needs has'],
  ],
);

describe('a log that was full', () => {
  it('is looked at with the older one beside it', () => {
    const play = office();
    play.logLine('Done loading A.MIF', 1);
    play.server.files.move(somebody, 'C:\\SMS\\Logs\\Dataldr.log', 'C:\\SMS\\Logs\\Dataldr.lo_');
    play.logLine('Done loading B.MIF', 2);
    expect(judge(play, 'log: { file: Dataldr.log, has: Done, times: 2 }').actual).toContain('Done loading B.MIF');
  });
});
