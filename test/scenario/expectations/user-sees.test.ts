import { describeVerb, nine, start } from './office.ts';

describeVerb(
  'user sees',
  ({ client, toolRuns }) => {
    client.dialogs.push({ time: nine, title: 'Set Client Event', text: 'Event CCIM32 has been signaled.' });
    toolRuns.push({
      time: start + 60_000,
      computer: 'CLIENT1',
      command: 'readsche x',
      output: 'x is not a schedule',
      exitCode: 1,
    });
    client.busyWith = 'Hardware Inventory Agent';
  },
  [
    [
      'takes dialog boxes and output together',
      'user sees: { on: CLIENT1, has: [has been signaled, not a schedule] }',
      true,
      '"x is not a schedule" at 1999-11-15 09:01:00.000',
    ],
    [
      'tells what is seen instead of nothing',
      'user sees: { on: CLIENT1, nothing: true }',
      false,
      '"x is not a schedule" at 1999-11-15 09:01:00.000',
    ],
    [
      'knows that the computer is slow',
      'user sees: { on: CLIENT1, slow: false, from: 09:02 }',
      false,
      'nothing; the computer is slow (Hardware Inventory Agent)',
    ],
    ['sees nothing elsewhere', 'user sees: { on: SERVER, nothing: true }', true, 'nothing'],
  ],
  [
    [
      'refuses nothing with a text',
      'user sees: { on: CLIENT1, nothing: true, has: x }',
      'SM015 user sees: nothing does not go with has',
    ],
  ],
);
