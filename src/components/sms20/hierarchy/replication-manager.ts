import { createMachine } from 'xstate';
import { minute, second, type Duration } from '../../../kernel/index.ts';
import { assumed, documented, inferred, isInHierarchy, type JobPriority } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { replicationEffects, type ReplicationMemory } from './replication-files.ts';

/** Bundles what components have for other sites into jobs, and puts what comes from other sites into the inboxes. */
export const replicationManager = defineComponent<ReplicationMemory>({
  name: 'SMS_REPLICATION_MANAGER',
  service: 'SMS_EXECUTIVE',
  runsAt: isInHierarchy,
  file: 'Replmgr.dll',
  log: { file: 'Replmgr.log', component: 'SMS_REPLICATION_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_REPLICATION_MANAGER',
    initial: 'starting',
    states: {
      starting: { entry: 'watch the folders', on: { watching: 'looking' } },
      looking: {
        entry: 'look for objects',
        on: {
          'package arrived': 'delivering',
          'objects due': 'bundling',
          'objects gathering': 'gathering',
          'nothing to do': 'waiting',
        },
      },
      delivering: {
        meta: { provenance: documented('Q234360') },
        entry: 'deliver the package',
        on: { delivered: 'looking', 'cannot deliver': 'pausing' },
      },
      bundling: {
        meta: { provenance: documented('Q320676, Q212978') },
        entry: 'bundle the objects',
        on: { bundled: 'looking', 'cannot bundle': 'pausing' },
      },
      gathering: { on: { 'folder changed': 'looking' }, after: { 'until the objects are due': 'looking' } },
      pausing: { after: { 'pause after a failure': 'looking' } },
      waiting: { on: { 'folder changed': 'looking' } },
    },
  }),
  effects: replicationEffects({ high: 10 * second, normal: minute, low: 5 * minute } satisfies Record<
    JobPriority,
    Duration
  >),
  delays: {
    'until the objects are due': {
      provenance: assumed(
        'Objects gather before they go as one job: 10 seconds of high, a minute of normal, 5 minutes of low priority.',
        'Q234360: files of one replication travel together',
      ),
      duration: (self) => self.memory.nextDue - self.now(),
    },
    'pause after a failure': {
      provenance: assumed('What cannot be read or written is tried again after a minute.'),
      duration: () => minute,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q234360, Q200852, Q320676', 'Who hands what to whom is told; the steps follow.'),
  memory: () => ({ nextDue: 0 }),
});
