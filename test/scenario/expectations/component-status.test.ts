import { hour } from '../../../src/kernel/index.ts';
import { insertStatusMessage, type Site } from '../../../src/world/index.ts';
import { describeVerb, start, type Office } from './office.ts';

const thresholds = {
  'Status threshold, errors for Warning': 2,
  'Status threshold, errors for Critical': 3,
  'Status threshold, warnings for Warning': 1,
  'Status threshold, warnings for Critical': 50,
};

function arrange({ world, database }: Office): void {
  world.sites.set('ABC', { ...(world.site('ABC') as Site), settings: thresholds });
  const tell = (component: string, severity: 'E' | 'W', time: number, machine = 'SERVER', summarized = true): void => {
    const about = {
      module: 'SMS Server',
      siteCode: 'ABC',
      type: 'M',
      processId: 99,
      threadId: 52,
      inserts: [],
    } as const;
    insertStatusMessage(database, { ...about, id: 2700, component, machine, severity, time }, summarized);
  };
  tell('SMS_INVENTORY_DATA_LOADER', 'E', start - 10 * hour);
  tell('SMS_INVENTORY_DATA_LOADER', 'E', start - 8 * hour);
  tell('SMS_INVENTORY_DATA_LOADER', 'E', start - 9 * hour, 'CLIENT1');
  tell('SMS_STATUS_MANAGER', 'W', start, 'SERVER', false);
}

describeVerb(
  'component status',
  arrange,
  [
    [
      'counts the errors since midnight by the clock of the site server',
      'component status: { component: SMS_INVENTORY_DATA_LOADER, is: Warning }',
      true,
      'Warning: 2 errors and no warnings since midnight',
    ],
    [
      'does not count what the summarizer was not told',
      'component status: { component: SMS_STATUS_MANAGER, is: OK }',
      true,
      'OK: no errors and no warnings since midnight',
    ],
    [
      'looks at one site system alone',
      'component status: { component: SMS_INVENTORY_DATA_LOADER, on: SERVER, is: Warning }',
      false,
      'OK: one error and no warnings since midnight',
    ],
  ],
  [
    [
      'knows three of them',
      'component status: { component: SMS_INVENTORY_DATA_LOADER, is: Broken }',
      'SM015 is must be OK or Warning or Critical',
    ],
  ],
);
