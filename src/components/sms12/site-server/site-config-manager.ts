import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import {
  beginCycle,
  copyHelper,
  endCycle,
  goToNextServer,
  lookAfterServer,
  newWatchdogMemory,
  serviceControlCode,
  type WatchdogMemory,
} from './watchdog-cycle.ts';
import { serviceResponse } from '../service-response.ts';

/** How many polling intervals lie between two watchdog cycles (Resource Guide for SMS 1.2, Site Server Services). */
const watchdogFactor = 24;

/** Verifies the installation on all servers of the site, again and again, and makes what is missing. */
export const siteConfigManager = defineComponent<WatchdogMemory>({
  name: 'SMS_SITE_CONFIG_MANAGER',
  service: 'SMS_SITE_CONFIG_MANAGER',
  file: 'Scman.exe',
  log: { file: 'SCMAN.LOG', component: 'SMS_SITE_CONFIG_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_SITE_CONFIG_MANAGER',
    initial: 'beginning',
    on: { [serviceControlCode]: { actions: 'remember the code' } },
    states: {
      beginning: {
        meta: { provenance: documented('Q168682') },
        entry: 'begin a watchdog cycle',
        on: { begun: 'going on' },
      },
      'going on': {
        entry: 'go to the next server',
        on: { reached: 'copying', 'not reached': { target: 'going on', reenter: true }, 'none left': 'ending' },
      },
      copying: {
        entry: 'copy the programs of services',
        on: { copied: 'verifying', 'all there': 'verifying', 'copy failed': 'verifying', refused: 'verifying' },
      },
      verifying: { entry: 'verify the installation', after: { 'time for a server': 'going on' } },
      ending: { entry: 'end the watchdog cycle', on: { ended: 'waiting', 'asked for another': 'beginning' } },
      waiting: {
        on: { [serviceControlCode]: { target: 'beginning', actions: 'remember the code' } },
        after: { 'watchdog interval': 'beginning' },
      },
    },
  }),
  effects: {
    'remember the code': silent((self) => {
      self.memory.codes.push(Number(self.message.data?.['code']));
    }),
    'begin a watchdog cycle': { answers: ['begun'], run: beginCycle },
    'go to the next server': { answers: ['reached', 'not reached', 'none left'], run: goToNextServer },
    'copy the programs of services': { answers: ['all there', 'refused'], run: copyHelper },
    'verify the installation': silent(lookAfterServer),
    'end the watchdog cycle': { answers: ['ended', 'asked for another'], run: endCycle },
  },
  delays: {
    'time for a server': {
      provenance: assumed('A watchdog cycle takes five minutes for each server of the site.', 'Q176517'),
      duration: () => 5 * minute,
    },
    'watchdog interval': {
      provenance: inferred(
        'Q131010, Q168682, Resource Guide for SMS 1.2 (Site Server Services)',
        'Always 24 times the service response.',
      ),
      duration: (self) => serviceResponse(self) * watchdogFactor,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q168682', 'What a cycle does is told; its order is that of the server list.'),
  memory: newWatchdogMemory,
});
