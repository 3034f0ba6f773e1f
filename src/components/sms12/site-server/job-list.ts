import {
  activateJob,
  documented,
  isListedJob,
  isPrimary,
  jobsProvenance,
  removeJob,
  returnJob,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import type { SchedulerMemory } from './scheduler.ts';

type SchedulerSelf = Self<SchedulerMemory>;

const fullLog = documented('Q183236', 'With a full transaction log no job leaves the state Pending.');

/** Whether an administrator has deleted a job from the database that the Scheduler had entered there (Q183236). */
export function isDeletedJob(self: SchedulerSelf, id: string): boolean {
  if (self.memory.listed[id] !== true) return false;
  const listed = isListedJob(self.database, id);
  return listed.ok && !listed.value;
}

/** Says in the database that a job is under way; false where it cannot, and the job has to wait. */
export function activate(self: SchedulerSelf, id: string): boolean {
  if (!isPrimary(self.site)) return true;
  self.restsOn('table of jobs', jobsProvenance);
  if (activateJob(self.database, id).ok) {
    self.memory.listed[id] = true;
    return true;
  }
  self.restsOn('jobs and a full log', fullLog);
  self.log(`Job ${id} stays Pending, the database cannot be changed`);
  return false;
}

/** A job that a sender gave up waits again. */
export function giveBack(self: SchedulerSelf, id: string): void {
  if (isPrimary(self.site)) returnJob(self.database, id);
}

/** A job that is over leaves the list. */
export function strike(self: SchedulerSelf, id: string): void {
  delete self.memory.listed[id];
  if (isPrimary(self.site)) removeJob(self.database, id);
}
