import { assumed, printSystemJob, type SystemJobWork } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';

const names = assumed(
  'A system job has the code of its site and a number of five places as its name, counted in the registry.',
  'Q183236, Resource Guide for SMS 1.2 (Collecting Inventory at Sites)',
);

const counter = { key: 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_SCHEDULER', name: 'Next System Job' } as const;

/** A path in SCHEDULE.BOX. */
export function schedulePath(self: Self, ...parts: readonly string[]): string {
  return siteFolder(self.site, 'SCHEDULE.BOX', ...parts);
}

/** The name of the next system job of this site, which no earlier one has had: it is a file name at other sites too. */
export function nextJobId(self: Self): string {
  self.restsOn('names of system jobs', names);
  const number = self.registry.getNumber(counter.key, counter.name) ?? 0;
  self.registry.set(counter.key, counter.name, { type: 'REG_DWORD', data: number + 1 });
  return `${self.site.code}${number.toString(36).toUpperCase().padStart(5, '0')}`;
}

/** Leaves a job in SCHEDULE.BOX; the work may need the name of the job, for the folder of its files. */
export function leaveSystemJob(self: Self, destination: string, workOf: (id: string) => SystemJobWork): void {
  const id = nextJobId(self);
  const created = Math.floor(self.now() / 1000) * 1000;
  const job = { work: workOf(id), destination, priority: 'normal', created, state: 'Pending' } as const;
  self.files.writeText(schedulePath(self, `${id}.JOB`), printSystemJob(job));
}

/** A job with a folder of its own, made by `fill` before the job is there. */
export function leaveFolderJob(
  self: Self,
  { destination, kind }: { readonly destination: string; readonly kind: 'INVENTORY' | 'SITECONTROL' },
  fill: (folder: string) => void,
): void {
  leaveSystemJob(self, destination, (id) => {
    const folder = schedulePath(self, id);
    self.files.createFolder(folder);
    fill(folder);
    return { kind, folder };
  });
}
