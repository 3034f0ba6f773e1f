import { describeVerb, start } from './office.ts';

describeVerb(
  'console',
  ({ toolRuns }) => {
    const run = { time: start, computer: 'SERVER', command: 'invsync hw CLIENT1' };
    toolRuns.push({ ...run, output: 'CLIENT1 is not a client.\nNothing was sent.', exitCode: 1 });
    toolRuns.push({ ...run, time: start + 60_000, output: 'A request has been sent.', exitCode: 0 });
  },
  [
    [
      'knows output and exit code',
      'console: { on: server, command: invsync hw, has: has been sent, exit code: 0, times: 1 }',
      true,
      'invsync hw CLIENT1 on SERVER: "A request has been sent.", exit code 0, at 1999-11-15 09:01:00.000',
    ],
    [
      'shows what was printed instead',
      'console: { command: invsync hw, has: has been sent, until: 09:00 }',
      false,
      'invsync hw CLIENT1 on SERVER: "CLIENT1 is not a client. | Nothing was sent.", exit code 1, at ' +
        '1999-11-15 09:00:00.000',
    ],
    ['knows that nobody typed it', 'console: { command: setevnt }', false, 'no such command was typed'],
  ],
  [['needs the command', 'console: { on: SERVER }', 'SM011 "console" needs command']],
);
