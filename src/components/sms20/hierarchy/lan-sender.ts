import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred, isInHierarchy } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { restOfTheTime, senderEffects, type SenderMemory } from './sending.ts';

/** The standard sender: copies packages to the site servers of other sites, one at a time, the most urgent first. */
export const lanSender = defineComponent<SenderMemory>({
  name: 'SMS_LAN_SENDER',
  service: 'SMS_EXECUTIVE',
  runsAt: isInHierarchy,
  file: 'Lansend.dll',
  log: { file: 'Sender.log', component: 'SMS_LAN_SENDER', side: 'server' },
  machine: createMachine({
    id: 'SMS_LAN_SENDER',
    initial: 'starting',
    states: {
      starting: { entry: ['watch the outbox', 'take back what was left'], on: { 'taken back': 'looking' } },
      looking: {
        entry: 'choose a request',
        on: { 'request chosen': 'sending the package', 'no request': 'waiting' },
      },
      'sending the package': {
        meta: { provenance: documented('Q212978') },
        entry: 'start the package',
        on: { copied: 'keeping to the limit', 'copy failed': 'failing', refused: 'failing' },
      },
      'keeping to the limit': { after: { 'rest of the time': 'sending the instruction' } },
      'sending the instruction': {
        entry: 'start the instruction',
        on: { copied: 'naming', 'copy failed': 'failing', refused: 'failing' },
      },
      naming: { entry: 'give the instruction its name', on: { named: 'looking', 'cannot name': 'failing' } },
      failing: {
        meta: { provenance: inferred('Q214485', 'A sender of SMS 1.2 tries twice again on a LAN.') },
        entry: 'count the try',
        on: { 'another try': 'pausing', 'given up': 'looking' },
      },
      pausing: { after: { 'pause before another try': 'sending the package' } },
      waiting: { on: { 'folder changed': 'looking' } },
    },
  }),
  effects: senderEffects,
  delays: {
    'rest of the time': {
      provenance: assumed('A sender limited to half of a connection rests as long as it has copied, and so on.'),
      duration: restOfTheTime,
    },
    'pause before another try': {
      provenance: inferred('Q214485', 'The default of SMS 1.2 is one minute.'),
      duration: () => minute,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q212978, Resource Guide for SMS 1.2', 'Files and names are told; one thread is assumed.'),
  memory: () => ({ request: null, id: '', tries: 0, started: 0 }),
});
