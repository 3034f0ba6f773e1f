import { assumed } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { answeredRequest, rememberRequestOf, requestIn } from '../resync-requests.ts';
import { isScanDue } from '../scan-intervals.ts';
import { resyncFile } from './invmac-start.ts';
import type { InvmacMemory } from './invmac.ts';
import { macintoshPath } from './macintosh-files.ts';
import { smsidOf } from './invmac-set-up.ts';

const memory = assumed(
  'A Macintosh remembers the time of the request it has answered, as the agents of PCs do.',
  'Q172533, Q193746',
);

const history = macintoshPath('CMNDHIS.MAC');

/** A command of Resync.cfg makes a scan due, and so does time. */
export function lookForWork(self: Self<InvmacMemory>): string {
  const request = self.trait('answers a resync') === true ? newRequest(self) : undefined;
  self.memory.answers = request;
  const { ini } = self.memory;
  const [hardware, software] = [isScanDue(self, ini, 'hardware'), isScanDue(self, ini, 'software')];
  return request !== undefined || hardware || software ? 'scan due' : 'nothing due';
}

/** Remembers the request that has been answered. */
export function rememberAnswer(self: Self<InvmacMemory>): void {
  const { answers } = self.memory;
  if (answers === undefined) return;
  self.restsOn('memory of resyncs', memory);
  rememberRequestOf(self, history, answers);
}

/** The time of a request for this Macintosh that is another than the one it has answered (Q193746). */
function newRequest(self: Self<InvmacMemory>): number | undefined {
  const own = requestIn(self, resyncFile(self.memory), smsidOf(self.memory));
  return own === undefined || own.time === answeredRequest(self, history) ? undefined : own.time;
}
