import { hour } from '../../../src/kernel/index.ts';
import { describeVerb } from './office.ts';

describeVerb(
  'waiting',
  ({ simulation }) => {
    simulation.post('SERVER', 'SERVER/SMS_INVENTORY_DATA_LOADER', { type: 'wake' }, hour);
    simulation.post('CLIENT1/CCIM', 'CLIENT1/CCIM', { type: 'xstate.after.CCIM period.CCIM.sleeping' }, 23 * hour);
  },
  [
    [
      'finds a message',
      'waiting: { on: server, component: SMS_INVENTORY_DATA_LOADER, message: wake, times: 1 }',
      true,
      '1 waiting: wake for SERVER/SMS_INVENTORY_DATA_LOADER at 1999-11-15 10:00:00.000',
    ],
    ['names a timer as its delay', 'waiting: { message: CCIM period, until: day 1 23:00 }', false, 'nothing waits'],
    [
      'finds it when it comes due',
      'waiting: { message: CCIM period, from: day 2 08:00, until: day 2 08:00 }',
      true,
      '1 waiting: CCIM period for CLIENT1/CCIM at 1999-11-16 08:00:00.000',
    ],
  ],
  [
    [
      'refuses an amount with bounds',
      'waiting: { times: 1, at most: 2 }',
      'SM015 waiting: times says it exactly; at least and at most do not go with it',
    ],
  ],
);
