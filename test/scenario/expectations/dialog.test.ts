import { describeVerb, nine } from './office.ts';

describeVerb(
  'dialog',
  ({ client }) => {
    client.dialogs.push({ time: nine, title: 'Set Client Event', text: 'Event CCIM32 has been signaled.' });
  },
  [
    [
      'finds a dialog box',
      'dialog: { on: CLIENT1, title: Set Client Event, has: CCIM32, lacks: not, times: 1 }',
      true,
      'one dialog box, the last "Set Client Event" at 1999-11-15 09:00:00.000: "Event CCIM32 has been signaled."',
    ],
    [
      'shows another one',
      'dialog: { on: CLIENT1, title: Smscfg }',
      false,
      'no such dialog box; the last one is "Set Client Event" at 1999-11-15 09:00:00.000: "Event ' +
        'CCIM32 has been signaled."',
    ],
    ['looks into a span', 'dialog: { on: CLIENT1, from: 09:30, times: 0 }', true, 'no dialog boxes'],
  ],
  [
    [
      'knows the way to write a time',
      'dialog: { on: CLIENT1, from: nine }',
      'SM017 "nine" is no time: write 09:00, day 2 09:00 or 1999-11-16 10:00',
    ],
  ],
);
