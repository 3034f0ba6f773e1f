import { createMachine } from 'xstate';
import { minute, type Duration } from '../../../kernel/index.ts';
import { documented, inferred } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { accessPointChoice } from './access-point-connection.ts';
import { newQueueMemory, queueEffects, queueWakeup, type QueueMemory } from './copy-queue-cycle.ts';
import { queueCopyEffects } from './copy-queue-copying.ts';

/** Carries files from the outboxes of a client to the boxes of client access points. */
export const copyQueue = defineComponent<QueueMemory>({
  name: 'Copy Queue',
  launchedBy: 'SMS Client Service',
  file: 'Core\\Bin\\Cqmgr32.dll',
  log: { file: 'Cqmgr32.log', component: 'Copy Queue Manager', side: 'client' },
  machine: createMachine({
    id: 'Copy Queue',
    initial: 'copy cycle',
    states: {
      sleeping: {
        meta: { provenance: documented('Q292030, Q243681') },
        after: { 'wake-up cycle': 'copy cycle' },
        on: { wake: 'copy cycle', 'items queued': 'copy cycle' },
      },
      'waiting for a retry': {
        meta: { provenance: inferred('Q292030', 'Retry numbers and a time before which nothing is tried.') },
        after: { 'retry of a destination': 'copy cycle' },
        on: { wake: 'copy cycle', 'items queued': 'copy cycle' },
      },
      'copy cycle': {
        meta: { provenance: documented('Q292030') },
        initial: 'starting',
        on: { wake: { actions: 'remember the call' }, 'items queued': { actions: 'remember the call' } },
        states: {
          starting: { entry: 'begin the copy cycle', on: { begun: 'taking the next destination' } },
          'taking the next destination': {
            entry: 'take the next destination',
            on: {
              'destination taken': 'reaching the destination',
              'not yet ready': 'postponing',
              'no destination left': 'finishing',
            },
          },
          postponing: { entry: 'postpone the destination', on: { postponed: 'taking the next destination' } },
          'reaching the destination': {
            meta: { provenance: accessPointChoice },
            entry: 'reach the destination',
            on: { reached: 'taking the next item', inaccessible: 'giving up for now' },
          },
          'giving up for now': {
            meta: { provenance: documented('Q292030, Q263594') },
            entry: 'set the retry',
            on: { 'retry set': 'taking the next destination' },
          },
          'taking the next item': {
            meta: { provenance: documented('Q301352, Q292030') },
            entry: 'take the next item',
            on: {
              'item taken': 'copying',
              'item expired': 'removing the item',
              'no item left': 'taking the next destination',
            },
          },
          copying: {
            meta: { provenance: documented('Q301352') },
            entry: 'start the copy',
            on: {
              'name exists': 'trying another name',
              'source gone': 'removing the item',
              refused: 'giving up for now',
              copied: 'removing the item',
              'copy failed': 'giving up for now',
            },
          },
          'trying another name': {
            meta: { provenance: documented('Q301352') },
            entry: 'count the try',
            on: { 'another try': 'copying', 'no more tries': 'dropping the item' },
          },
          'dropping the item': {
            meta: { provenance: documented('Q301352') },
            entry: 'drop the item',
            on: { dropped: 'removing the item' },
          },
          'removing the item': { entry: 'remove the item', on: { removed: 'taking the next item' } },
          finishing: {
            entry: 'finish the copy cycle',
            on: {
              'called meanwhile': 'starting',
              'retry pending': '#Copy Queue.waiting for a retry',
              'nothing pending': '#Copy Queue.sleeping',
            },
          },
        },
      },
    },
  }),
  effects: { ...queueEffects, ...queueCopyEffects },
  delays: {
    'wake-up cycle': { provenance: documented('Q292030'), duration: (self) => queueWakeup(self) },
    'retry of a destination': {
      provenance: inferred(
        'site control file, Copy Queue: Retry Sequence',
        'The queue wakes for the retry of a destination; the sequence was published for a later version.',
      ),
      duration: untilTheNextRetry,
    },
  },
  hears: [],
  traits: {
    'names do not depend on the clock': {
      default: true,
      meaning: 'Names of copies come from a generator of their own; else clients with equal clocks draw equal names.',
      provenance: documented('Q301352'),
    },
    'purges while inaccessible': {
      default: true,
      meaning: 'Expired items are removed from the registry although their destination cannot be reached.',
      provenance: documented('Q263594'),
    },
    'tries of a name': {
      default: 50,
      meaning: 'How many names are drawn before a file whose names all exist is dropped.',
      provenance: documented('Q301352'),
    },
  },
  provenance: inferred('Q292030, Q301352', 'The order of steps is that of the lines in the log excerpts.'),
  memory: newQueueMemory,
});

function untilTheNextRetry(self: Self<QueueMemory>): Duration {
  const wait = self.memory.nextTry - self.now();
  return Math.max(minute, Math.min(wait, queueWakeup(self)));
}
