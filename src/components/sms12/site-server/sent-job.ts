import { hour, day } from '../../../kernel/index.ts';
import {
  fileName,
  inferred,
  parseSystemJob,
  printDespoolerOrder,
  printReplication,
  printSystemJob,
  systemOpener,
  textOf,
  type DespoolerOrder,
  type ReplicatedFile,
  type SystemJob,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { nextFreeName } from '../free-names.ts';
import { activate, giveBack, isDeletedJob, strike } from './job-list.ts';
import { nextSite } from './other-sites.ts';
import type { SchedulerMemory } from './scheduler.ts';
import { outbox, readRequest, toSend, writeRequest } from './sender-requests.ts';
import { schedulePath } from './system-jobs.ts';

type SchedulerSelf = Self<SchedulerMemory>;

const afterFailure = inferred(
  'Q214485',
  'A job that a sender gave up is scheduled anew for seven days; each hour (assumed).',
);

/** Jobs that may be scheduled now, and requests that a sender has done with. */
export function workOfScheduler(self: SchedulerSelf): string[] {
  const closed = filesIn(self, outbox(self), '*.SRS').filter((path) => {
    const status = readRequest(self, path)?.status;
    return status === 'completed' || status === 'failed';
  });
  return [...closed, ...jobsPending(self).filter((path) => (self.memory.notBefore[jobId(path)] ?? 0) <= self.now())];
}

/** Jobs that have not been given to a sender. */
export function jobsPending(self: Self): string[] {
  return filesIn(self, schedulePath(self), '*.JOB').filter((path) => readJob(self, path)?.state === 'Pending');
}

/** A job of the site itself becomes an instruction; one for another site a package for a sender. */
export function schedule(self: SchedulerSelf): string {
  const { file } = self.memory;
  if (/\.SRS$/i.test(file)) return close(self, file);
  const job = readJob(self, file);
  if (job === undefined) return 'left for later';
  if (isDeletedJob(self, jobId(file))) return discard(self, job);
  return job.destination.toUpperCase() === self.site.code ? instruct(self, job) : send(self, job);
}

function instruct(self: SchedulerSelf, { work }: SystemJob): string {
  const id = jobId(self.memory.file);
  if (work.kind !== 'RESYNC' || !activate(self, id)) return 'left for later';
  const folder = siteFolder(self.site, 'DESPOOLR.BOX', 'RECEIVE');
  const instruction = printDespoolerOrder({ type: 'resync', order: work.order });
  const written = self.files.writeText(`${folder}\\${nextFreeName(self, folder, '.INS')}`, instruction);
  if (!written.ok) return 'left for later';
  self.files.delete(self.memory.file);
  strike(self, id);
  return 'instruction written';
}

/** Package and instruction go to TOSEND, the request into the outbox of the sender. */
function send(self: SchedulerSelf, job: SystemJob): string {
  const id = jobId(self.memory.file);
  const next = nextSite(self, job.destination.toUpperCase());
  const address = self.site.addresses?.find(({ site }) => site === next);
  if (address === undefined || !activate(self, id)) return 'left for later';
  if (job.work.kind !== 'RESYNC') compress(self, id, job.work.folder, job);
  self.files.writeText(toSend(self, `${id}.I00`), printDespoolerOrder(orderOf(id, job)));
  const { priority, created } = job;
  const { site: destination, server, limit = 100 } = address;
  writeRequest(self, `${outbox(self)}\\${id}.SRQ`, {
    ...{ destination, server, priority, limit, created, status: 'pending' },
  });
  self.files.writeText(self.memory.file, printSystemJob({ ...job, state: 'Active' }));
  self.log(`Created send request ${id} for site ${destination}`);
  return 'given to the sender';
}

function orderOf(id: string, { work, destination }: SystemJob): DespoolerOrder {
  if (work.kind === 'RESYNC') return { type: 'resync', order: work.order, destination };
  return { type: work.kind === 'INVENTORY' ? 'inventory' : 'siteControl', package: `${id}.PCK`, destination };
}

/** The files of a folder as one package; a job that is scheduled anew has its package already. */
function compress(self: Self, id: string, folder: string, { destination, priority }: SystemJob): void {
  if (self.files.exists(toSend(self, `${id}.P00`))) return;
  const paths = filesIn(self, folder, '*.*');
  const files = paths.flatMap((path): readonly ReplicatedFile[] => {
    const content = self.files.read(path);
    if (!content.ok) return [];
    const { code: origin } = self.site;
    const name = fileName(path);
    const { size } = content.value;
    return [{ destination, origin, priority, inbox: '', name, size, text: textOf(content.value) }];
  });
  self.files.writeText(toSend(self, `${id}.P00`), printReplication(files));
  for (const path of paths) self.files.delete(path);
  self.computer.files.removeFolder(systemOpener, folder);
}

/** A job that is sent goes with its files; one that a sender gave up is tried again for seven days. */
function close(self: SchedulerSelf, path: string): string {
  const id = jobId(path);
  const request = readRequest(self, path);
  const job = readJob(self, schedulePath(self, `${id}.JOB`));
  self.files.delete(path);
  if (request?.status === 'failed' && job !== undefined && self.now() - job.created <= 7 * day) {
    self.restsOn('jobs that could not be sent', afterFailure);
    self.memory.notBefore[id] = self.now() + hour;
    self.files.writeText(schedulePath(self, `${id}.JOB`), printSystemJob({ ...job, state: 'Pending' }));
    giveBack(self, id);
    return 'left for later';
  }
  clear(self, id);
  self.log(`Job ${id} is ${request?.status === 'completed' ? 'complete' : 'given up'}`);
  return 'job closed';
}

/** What an administrator has deleted from the database goes with all its files (Q183236). */
function discard(self: SchedulerSelf, { work }: SystemJob): string {
  const id = jobId(self.memory.file);
  clear(self, id);
  if (work.kind !== 'RESYNC') {
    for (const path of filesIn(self, work.folder, '*.*')) self.files.delete(path);
    self.computer.files.removeFolder(systemOpener, work.folder);
  }
  self.log(`Job ${id} was deleted`);
  return 'job closed';
}

function clear(self: SchedulerSelf, id: string): void {
  delete self.memory.notBefore[id];
  for (const one of [schedulePath(self, `${id}.JOB`), toSend(self, `${id}.P00`), toSend(self, `${id}.I00`)]) {
    if (self.files.exists(one)) self.files.delete(one);
  }
  strike(self, id);
}

function jobId(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, '');
}

function readJob(self: Self, path: string): SystemJob | undefined {
  const text = self.files.readText(path);
  const job = text.ok ? parseSystemJob(text.value) : undefined;
  return job?.ok === true ? job.value : undefined;
}
