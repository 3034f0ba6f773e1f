import { insertStatusMessage } from '../../../src/world/index.ts';
import { describeVerb, start } from './office.ts';

const message = {
  module: 'SMS Server',
  component: 'SMS_INVENTORY_DATA_LOADER',
  machine: 'SERVER',
  siteCode: 'ABC',
  type: 'M',
  processId: 99,
  threadId: 52,
} as const;

describeVerb(
  'status message',
  ({ database }) => {
    insertStatusMessage(database, { ...message, id: 2703, severity: 'I', time: start, inserts: ['X.MIF', 'C:\\BAD'] });
    insertStatusMessage(database, {
      ...message,
      id: 2719,
      severity: 'W',
      time: start + 60_000,
      inserts: ['A.MIF', 'CLIENT1'],
    });
  },
  [
    [
      'finds one by number, component and insertion string',
      'status message: { id: 2719, component: DATA_LOADER, severity: warning, inserts: CLIENT1, times: 1 }',
      true,
      'one message, the last 2719 (warning) of SMS_INVENTORY_DATA_LOADER on SERVER at 1999-11-15 ' +
        '09:01:00.000: A.MIF, CLIENT1',
    ],
    [
      'shows the one with the same number',
      'status message: { id: 2703, severity: error }',
      false,
      'no such message; the nearest is 2703 (informational) of SMS_INVENTORY_DATA_LOADER on SERVER at ' +
        '1999-11-15 09:00:00.000: X.MIF, C:\\BAD',
    ],
    [
      'reads the text that the articles quote (Q275694)',
      'status message: { text: failed to process the delta MIF file X.MIF and has moved it to C:\\BAD, times: 1 }',
      true,
      'one message, the last 2703 (informational) of SMS_INVENTORY_DATA_LOADER on SERVER at 1999-11-15 ' +
        '09:00:00.000: X.MIF, C:\\BAD',
    ],
    [
      'counts in a span',
      'status message: { from: 09:01, times: 1 }',
      true,
      'one message, the last 2719 (warning) of SMS_INVENTORY_DATA_LOADER on SERVER at 1999-11-15 ' +
        '09:01:00.000: A.MIF, CLIENT1',
    ],
  ],
  [
    [
      'knows three severities',
      'status message: { id: 1, severity: fatal }',
      'SM015 severity must be informational or warning or error',
    ],
  ],
);
