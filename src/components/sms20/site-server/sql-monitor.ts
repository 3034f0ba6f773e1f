import { createMachine } from 'xstate';
import { day, hour } from '../../../kernel/index.ts';
import { assumed, deleteAgedDiscovery, documented, inferred, isPrimary } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { reportStatus } from '../status.ts';
import { onDatabase } from './database-access.ts';

/** Runs the maintenance task of the site database, every night. */
export const sqlMonitor = defineComponent<null>({
  name: 'SMS_SQL_MONITOR',
  service: 'SMS_EXECUTIVE',
  runsAt: isPrimary,
  file: 'Smsdbmon.exe',
  log: { file: 'Smsdbmon.log', component: 'SMS_SQL_MONITOR', side: 'server' },
  machine: createMachine({
    id: 'SMS_SQL_MONITOR',
    initial: 'waiting',
    states: {
      waiting: { after: { 'until the night': 'deleting aged discovery data' } },
      'deleting aged discovery data': {
        meta: { provenance: documented('Q257799') },
        entry: 'delete aged discovery data',
        on: { 'task finished': 'waiting', 'task failed': 'waiting', 'task off': 'waiting' },
      },
    },
  }),
  effects: {
    'delete aged discovery data': {
      answers: ['task finished', 'task failed', 'task off'],
      run: deleteAged,
    },
  },
  delays: {
    'until the night': {
      provenance: assumed(
        'The task begins at 01:00 by the server, when others work on the database as well.',
        'Q257799',
      ),
      duration: untilTheNight,
    },
  },
  hears: [],
  traits: {
    'deletes software inventory with its computer': {
      default: true,
      meaning: 'A deleted computer takes its software inventory along; otherwise its rows stay as orphans.',
      provenance: documented('Q242951'),
    },
  },
  provenance: inferred('Q257799', 'The task runs daily.'),
  memory: () => null,
});

const daily = assumed('Delete Aged Discovery Data runs every night.', 'Q257799');

function deleteAged(self: Self<null>): string {
  if (self.setting('Delete Aged Discovery Data enabled') !== true) return 'task off';
  self.restsOn('nights of Delete Aged Discovery Data', daily);
  const before = self.now() - Number(self.setting('Delete Aged Discovery Data (days)')) * day;
  const keepSoftware = self.trait('deletes software inventory with its computer') === false;
  const deleted = onDatabase(self, (database) => deleteAgedDiscovery(database, before, { keepSoftware }));
  if (!deleted.ok) return 'task failed';
  self.restsOn('message 2404', finished);
  reportStatus(self, 'SMS_SQL_MONITOR', { id: 2404, severity: 'I', inserts: ['Delete Aged Discovery Data', '0'] });
  return 'task finished';
}

const finished = inferred(
  'Q263913',
  'Message 2404 tells that a task has finished; of aged discovery data it always counts 0. Its inserts are our choice.',
);

/** To 01:00 of the server's clock. */
function untilTheNight(self: Self<null>): number {
  const now = self.now();
  const next = Math.floor(now / day) * day + hour;
  return (next > now ? next : next + day) - now;
}
