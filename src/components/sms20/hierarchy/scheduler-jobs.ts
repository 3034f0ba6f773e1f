import { day, hour, type Instant } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  fileName,
  inboxPath,
  inferred,
  parseSendRequest,
  parseSiteJob,
  printInstruction,
  printSendRequest,
  printSiteJob,
  type SendRequest,
  type SiteAddress,
  type SiteJob,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { filesIn, silent } from '../../inbox-pass.ts';
import { reportStatus } from '../status.ts';
import { isOpen, nextChange } from './address-schedule.ts';

/** What the Scheduler remembers. */
export interface SchedulerMemory {
  /** When a job that waits may get on, by the clock of the site server. */
  nextLook: Instant;
  /** When message 3400 was last reported, by site. */
  reported: Record<string, Instant>;
}

type SchedulerSelf = Self<SchedulerMemory>;

/** The name of the standard sender, which is also that of its outbox. */
export const senderName = 'LAN';

/** What the Scheduler does. */
export const schedulerEffects: Readonly<Record<string, Effect<SchedulerMemory>>> = {
  'watch the folders': {
    answers: ['watching'],
    run: (self) => {
      self.watch(inboxPath(self.site, 'schedule.box'));
      self.watch(schedulePath(self, 'Requests'));
      return 'watching';
    },
  },
  'remember the change': silent(() => undefined),
  'close the requests that are done': silent((self) => {
    for (const file of filesIn(self, schedulePath(self, 'Requests'), '*.srs')) closeRequest(self, file);
  }),
  'start the jobs': {
    answers: ['jobs waiting', 'no jobs waiting'],
    run: (self) => {
      self.memory.nextLook = self.now() + day;
      const waiting = filesIn(self, inboxPath(self.site, 'schedule.box'), '*.job').filter(
        (job) => !isUnderWay(self, job),
      );
      return waiting.length > 0 ? 'jobs waiting' : 'no jobs waiting';
    },
  },
};

/** A path below Schedule.box. */
export function schedulePath(self: Self, ...parts: readonly string[]): string {
  return inboxPath(self.site, 'schedule.box', ...parts);
}

function nameOf(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, '');
}

const afterFailure = inferred(
  'Q214485',
  'The Scheduler schedules anew what a sender gave up; an hour later (assumed).',
);
const forgotten = inferred('Q214485', 'A job of SMS 1.2 is scheduled anew for 7 days.');

/** A job that is sent goes with its files; one that a sender gave up is tried again later. */
function closeRequest(self: SchedulerSelf, file: string): void {
  const text = self.files.readText(file);
  const request = text.ok ? parseSendRequest(text.value) : undefined;
  if (request?.ok !== true || request.value.status === 'sending') return;
  const id = nameOf(file);
  self.files.delete(file);
  const job = readJob(self, schedulePath(self, `${id}.job`));
  const { destination, status } = request.value;
  self.restsOn('jobs that could not be sent', afterFailure);
  self.restsOn('life of a job', forgotten);
  const over = job === undefined || self.now() - job.created > 7 * day;
  if (status === 'failed' && !over) {
    const later: SiteJob = { ...job, state: 'pending', notBefore: self.now() + hour };
    self.files.writeText(schedulePath(self, `${id}.job`), printSiteJob(later));
    return;
  }
  self.log(`Job ${id} for site ${destination} ${status === 'completed' ? 'is complete' : 'was given up'}.`);
  const left = [`${id}.job`, `ToSend\\${id}.P00`, `ToSend\\${id}.I00`];
  for (const one of left) self.files.delete(schedulePath(self, one));
}

/** Whether a job is on its way, after it was given to the sender if its address lets it pass. */
function isUnderWay(self: SchedulerSelf, path: string): boolean {
  const job = readJob(self, path);
  if (job === undefined) return self.files.delete(path).ok;
  if (job.state === 'active') return true;
  const address = self.site.addresses?.find(({ site }) => site === job.destination);
  if (address === undefined) return isWithoutAddress(self, job.destination);
  if (job.notBefore > self.now()) return comesLater(self, job.notBefore);
  if (!isOpen(address, job.priority, self.now())) return comesLater(self, nextChange(address, self.now()));
  giveToSender(self, path, job, address);
  return true;
}

function comesLater(self: SchedulerSelf, moment: Instant): false {
  self.memory.nextLook = Math.min(self.memory.nextLook, moment);
  return false;
}

const noAddress = documented('Q212937', 'Message 3400: no address is defined for a site.');
const noAddressAgain = assumed('Message 3400 is an error, repeated every hour while a job has no address.', 'Q212937');

function isWithoutAddress(self: SchedulerSelf, destination: string): false {
  const last = self.memory.reported[destination];
  if (last === undefined || self.now() - last >= hour) {
    self.restsOn('message 3400', noAddress);
    self.restsOn('repetition of message 3400', noAddressAgain);
    self.memory.reported[destination] = self.now();
    reportStatus(self, 'SMS_SCHEDULER', { id: 3400, severity: 'E', inserts: [destination] });
  }
  return comesLater(self, self.now() + hour);
}

/**
 * The request goes into the outbox of the sender; a package of Replication Manager goes to ToSend with its instruction
 * (Q212978). What Hierarchy Manager makes lies there already, as does what is tried again.
 */
function giveToSender(self: SchedulerSelf, path: string, job: SiteJob, address: SiteAddress): void {
  const id = nameOf(path);
  const ready = inboxPath(self.site, 'replmgr.box', 'Ready', `${id}.rpl`);
  if (self.files.exists(ready) && self.files.move(ready, schedulePath(self, 'ToSend', `${id}.P00`)).ok) {
    const instruction = printInstruction({ type: 'REPLICATION', package: `${id}.PCK` });
    self.files.writeText(schedulePath(self, 'ToSend', `${id}.I00`), instruction);
  }
  self.files.writeText(path, printSiteJob({ ...job, state: 'active' }));
  const { destination, priority, created } = job;
  const { server, limit = 100 } = address;
  const request: SendRequest = { destination, server, priority, limit, created, status: 'pending' };
  self.files.writeText(schedulePath(self, 'Outboxes', senderName, `${id}.srq`), printSendRequest(request));
  self.log(`Created send request ${id} for site ${destination}, ${priority} priority.`);
}

function readJob(self: Self, path: string): SiteJob | undefined {
  const text = self.files.readText(path);
  const job = text.ok ? parseSiteJob(text.value) : undefined;
  return job?.ok === true ? job.value : undefined;
}
