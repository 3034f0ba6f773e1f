import { hour, minute } from '../../../src/kernel/index.ts';
import { describeVerb, start } from './office.ts';

const cycle = 'event: { record: { kind: note, detail: cycle } }';

describeVerb(
  'period',
  ({ simulation }) => {
    for (const after of [0, 23 * hour, 46 * hour, 69 * hour + 2 * minute]) {
      simulation.runUntil(start + after);
      simulation.record('note', 'CLIENT1/CCIM', 'cycle', 'cycle');
    }
  },
  [
    [
      'finds a period within its tolerance',
      `period: { ${cycle}, every: 23h, tolerance: 5m, repeats: 3 }`,
      true,
      '4 events, each 23h after the one before',
    ],
    [
      'tells the one that came late',
      `period: { ${cycle}, every: 23h }`,
      false,
      'the one at 1999-11-18 06:02:00.000 came 23h 2m after the one before',
    ],
    ['wants more than one', `period: { ${cycle}, every: 23h, until: day 2 }`, false, 'one event'],
    [
      'counts by the day',
      `period: { ${cycle}, per day: 2, until: day 2 09:00 }`,
      true,
      '2 events in the day from 1999-11-15 09:00:00.000',
    ],
    [
      'tells the day with too few',
      `period: { ${cycle}, per day: { at least: 2 }, until: day 3 09:00 }`,
      false,
      'one event in the day from 1999-11-16 09:00:00.000',
    ],
  ],
  [
    [
      'is one or the other',
      `period: { ${cycle}, every: 23h, per day: 1 }`,
      'SM015 period: a period is either every or per day',
    ],
    ['needs a unit', `period: { ${cycle}, every: 23 }`, 'SM016 the number 23 needs a unit'],
  ],
);
