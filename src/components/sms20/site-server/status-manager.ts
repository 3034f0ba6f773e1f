import { createMachine } from 'xstate';
import { hour, minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { newInboxPass, passEffects, statesAfterPass } from '../../inbox-pass.ts';
import { postponedMessages, statusEffects, waitingMessages, type StatusMemory } from './status-files.ts';

/** Puts status messages into the site database, unless a filter rule discards them or their time has not come. */
export const statusManager = defineComponent<StatusMemory>({
  name: 'SMS_STATUS_MANAGER',
  service: 'SMS_EXECUTIVE',
  file: 'Statmgr.dll',
  log: { file: 'Statmgr.log', component: 'SMS_STATUS_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_STATUS_MANAGER',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the inbox', on: { watching: 'looking' } },
      looking: {
        entry: ['bring back what is due', 'look for files'],
        on: { 'files waiting': 'taking', 'nothing to do': 'looking back' },
      },
      taking: { entry: 'take the next file', on: { 'file taken': 'processing', 'none left': 'looking back' } },
      processing: { after: { 'time to process a message': 'reading' } },
      reading: {
        meta: { provenance: documented('Q311212') },
        entry: 'read the message',
        on: { read: 'filtering', 'cannot open': 'giving up', corrupt: 'deleting', gone: 'taking' },
      },
      'giving up': { after: { 'time until the deletion': 'deleting' } },
      deleting: {
        meta: { provenance: documented('Q311212') },
        entry: 'delete the corrupt file',
        on: { deleted: 'taking', 'cannot delete': 'taking' },
      },
      filtering: {
        meta: { provenance: documented('Q295450') },
        entry: 'judge the message',
        on: { store: 'storing', discard: 'done', 'from the future': 'postponing' },
      },
      postponing: {
        meta: { provenance: documented('Q295450') },
        entry: 'move it to Futureq',
        on: { postponed: 'taking' },
      },
      storing: {
        entry: 'store the message',
        on: { stored: 'done', 'no database': 'waiting for the database' },
      },
      done: { entry: 'delete the file', on: { deleted: 'taking', 'cannot delete': 'taking' } },
      'waiting for the database': { after: { 'pause after a database failure': 'looking' } },
      ...statesAfterPass('until the next look'),
    },
  }),
  effects: {
    ...passEffects<StatusMemory>(waitingMessages, (self) => [...waitingMessages(self), ...postponedMessages(self)]),
    ...statusEffects,
  },
  delays: {
    'time to process a message': {
      provenance: assumed('Storing one status message takes 20 milliseconds.'),
      duration: () => 20,
    },
    'time until the deletion': {
      provenance: assumed(
        '50 milliseconds lie between the failed opening and the deletion: a copy that ends within them is lost.',
        'Q311212',
      ),
      duration: () => 50,
    },
    'pause after a database failure': {
      provenance: inferred('Q226510, Q249582', 'Discovery Data Manager waits 60 seconds after an SQL error.'),
      duration: () => minute,
    },
    'until the next look': {
      provenance: assumed('Files in use and messages in Futureq are looked at again every hour.', 'Q295450'),
      duration: () => hour,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q311212, Q295450', 'The articles tell what is done with a message; the steps follow.'),
  memory: () => ({ ...newInboxPass(), message: null, error: 0, reported: {} }),
});
