import { describeVerb, nine } from './office.ts';

describeVerb(
  'event log',
  ({ client }) => {
    client.events.push({
      time: nine,
      log: 'System',
      source: 'Srv',
      id: 2013,
      type: 'Warning',
      text: 'The C: disk is at or near capacity.',
    });
  },
  [
    [
      'finds an entry',
      'event log: { on: CLIENT1, log: System, source: SRV, id: 2013, has: capacity, times: 1 }',
      true,
      'one entry, the last System Warning 2013 of Srv at 1999-11-15 09:00:00.000: "The C: disk is at ' +
        'or near capacity."',
    ],
    [
      'shows the nearest entry',
      'event log: { on: CLIENT1, source: Srv, id: 2012 }',
      false,
      'no such entry; the nearest is System Warning 2013 of Srv at 1999-11-15 09:00:00.000: "The C: ' +
        'disk is at or near capacity."',
    ],
    ['finds no entries', 'event log: { on: SERVER }', false, 'no entries'],
  ],
  [
    [
      'knows three logs',
      'event log: { on: CLIENT1, log: Setup }',
      'SM015 log must be System or Security or Application',
    ],
  ],
);
