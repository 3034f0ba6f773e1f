import { createMachine } from 'xstate';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { newInboxPass, passEffects, silent, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { outbox } from './sender-requests.ts';
import { jobsPending, schedule, workOfScheduler } from './sent-job.ts';
import { schedulePath } from './system-jobs.ts';
import { serviceResponse } from '../service-response.ts';

/** What the Scheduler remembers besides its pass. */
export interface SchedulerMemory extends InboxPass {
  /** When a job that a sender gave up is tried again, by the name of the job. */
  readonly notBefore: Record<string, number>;
  /** Jobs that it has entered in the database. */
  readonly listed: Record<string, true>;
}

const noticing = assumed('Scheduler is told of changes of SCHEDULE.BOX, and looks again at each polling interval.');

/** Turns system jobs into instructions for the Despooler of the site itself, or into send requests for another. */
export const sms12Scheduler = defineComponent<SchedulerMemory>({
  name: 'SMS_SCHEDULER',
  service: 'SMS_EXECUTIVE',
  file: 'Sched.dll',
  log: { file: 'SCHED.LOG', component: 'SMS_SCHEDULER', side: 'server' },
  machine: createMachine({
    id: 'SMS_SCHEDULER',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the folder', always: 'looking' },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'looking back' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'scheduling', 'none left': 'looking back' } },
      scheduling: {
        meta: { provenance: documented('Q185353, Resource Guide for SMS 1.2 (Resynchronizing Inventory Information)') },
        entry: 'schedule the job',
        on: {
          'instruction written': 'taking',
          'given to the sender': 'taking',
          'job closed': 'taking',
          'left for later': 'taking',
        },
      },
      ...statesAfterPass('service response'),
    },
  }),
  effects: {
    ...passEffects<SchedulerMemory>(workOfScheduler, jobsPending),
    'watch the folder': silent((self) => {
      self.restsOn('notice of jobs', noticing);
      self.watch(schedulePath(self));
      self.watch(outbox(self));
    }),
    'schedule the job': {
      answers: ['instruction written', 'given to the sender', 'job closed', 'left for later'],
      run: schedule,
    },
  },
  delays: {
    'service response': {
      provenance: noticing,
      duration: serviceResponse,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q183236, Q185353', 'Articles tell what is done; the order of steps follows.'),
  memory: () => ({ ...newInboxPass(), notBefore: {}, listed: {} }),
});
