import { createMachine } from 'xstate';
import { documented, inferred, isInHierarchy } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { schedulerEffects, type SchedulerMemory } from './scheduler-jobs.ts';

/** Makes send requests of the jobs for other sites, when the address of the site lets jobs of their priority pass. */
export const scheduler = defineComponent<SchedulerMemory>({
  name: 'SMS_SCHEDULER',
  service: 'SMS_EXECUTIVE',
  runsAt: isInHierarchy,
  file: 'Sched.dll',
  log: { file: 'Sched.log', component: 'SMS_SCHEDULER', side: 'server' },
  machine: createMachine({
    id: 'SMS_SCHEDULER',
    initial: 'starting',
    on: { 'site settings changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the folders', on: { watching: 'looking' } },
      looking: {
        entry: ['close the requests that are done', 'start the jobs'],
        on: { 'jobs waiting': 'waiting with jobs', 'no jobs waiting': 'waiting' },
      },
      'waiting with jobs': {
        meta: { provenance: documented('Q320676, Q212937') },
        on: { 'folder changed': 'looking', 'site settings changed': 'looking' },
        after: { 'until the next look': 'looking' },
      },
      waiting: { on: { 'folder changed': 'looking' } },
    },
  }),
  effects: schedulerEffects,
  delays: {
    'until the next look': {
      provenance: inferred('Q320676, Q214485', 'A job waits for the next change of its address, or for its next try.'),
      duration: (self) => self.memory.nextLook - self.now(),
    },
  },
  hears: ['site settings changed'],
  traits: {},
  provenance: inferred('Q212978, Q320676', 'Folders, files and the look at the address are told; the steps follow.'),
  memory: () => ({ nextLook: 0, reported: {} }),
});
