import { resyncCommand } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { leaveSystemJob } from './system-jobs.ts';

/** The computer that is to report everything, and the site that it belongs to. */
export interface ResyncSubject {
  readonly smsid: string;
  readonly domain: string;
  readonly site: string;
}

/** Leaves a system job for the Scheduler: a resync for one computer (Q185353). */
export function requestResync(self: Self, { smsid, domain, site }: ResyncSubject): void {
  const time = Math.floor(self.now() / 1000) * 1000;
  const order = { command: resyncCommand, machine: smsid, domain, time };
  leaveSystemJob(self, site.toUpperCase(), () => ({ kind: 'RESYNC', order }));
}
