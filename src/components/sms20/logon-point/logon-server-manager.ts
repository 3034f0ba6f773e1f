import { createMachine } from 'xstate';
import { second } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { configurationEffects } from './logon-configurations.ts';
import { copyingEffects } from './logon-copying.ts';
import { domainEffects } from './logon-domains.ts';
import { newLogonManagerMemory, type LogonManagerMemory } from './logon-manager-memory.ts';
import { logonManagerTraits } from './logon-manager-traits.ts';
import { scheduleEffects, untilTheNextCycle } from './logon-schedule.ts';
import { serverEffects } from './logon-servers.ts';
import { domainSteps } from './logon-server-manager-steps.ts';

/** Builds the logon points of the site's domains and keeps them up to date, about once a day. */
export const logonServerManager = defineComponent<LogonManagerMemory>({
  name: 'SMS_NT_LOGON_SERVER_MANAGER',
  service: 'SMS_EXECUTIVE',
  runsAt: (site) => site.domains !== undefined,
  file: 'Nt_logon.dll',
  log: { file: 'Nt_logon.log', component: 'SMS_NT_LOGON_SERVER_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_NT_LOGON_SERVER_MANAGER',
    initial: 'starting',
    on: { 'site settings changed': { actions: 'remember the new settings' } },
    states: {
      starting: {
        meta: { provenance: documented('Q249333') },
        entry: ['watch for notifications', 'see whether a cycle is due'],
        on: { 'cycle due': 'listing', 'not due': 'waiting' },
      },
      waiting: {
        meta: { provenance: documented('Q249333, Q257202, Q262942') },
        after: { 'until the next cycle': 'listing' },
        on: { 'folder changed': 'notified', 'site settings changed': 'looking at the settings' },
      },
      notified: {
        meta: { provenance: documented('Q257202') },
        entry: 'look at the notification',
        on: { 'cycle wanted': 'listing', 'nothing wanted': 'waiting' },
      },
      'looking at the settings': {
        entry: 'compare the settings',
        on: { 'logon points changed': 'listing', 'logon points unchanged': 'waiting' },
      },
      listing: { entry: 'list the domains', on: { listed: 'taking the next domain' } },
      ...domainSteps,
      'looking back': {
        entry: 'look back',
        on: { 'changed meanwhile': 'listing', finished: 'waiting' },
      },
    },
  }),
  effects: {
    ...scheduleEffects,
    ...domainEffects,
    ...copyingEffects,
    ...configurationEffects,
    ...serverEffects,
  },
  delays: {
    'until the next cycle': { provenance: documented('Q262942'), duration: untilTheNextCycle },
    'reading of a configuration file': {
      provenance: assumed('Opening and reading one .lcf of the PDC takes a second.', 'Q242492'),
      duration: () => second,
    },
  },
  hears: ['site settings changed'],
  traits: logonManagerTraits,
  provenance: inferred(
    'Q227028, Q259816, Q264976, Q235726, Q263354',
    'The articles tell what is done in a domain; the order of the steps follows.',
  ),
  memory: newLogonManagerMemory,
});
