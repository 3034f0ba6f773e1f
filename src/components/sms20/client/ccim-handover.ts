import { inferred, parseRegistryTime } from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { tickCount } from '../../inbox-pass.ts';
import { say, type CcimMemory, type CcimSelf, type ComponentOffer } from './ccim-memory.ts';
import { offerInHand } from './ccim-sources.ts';
import { baseGroup, componentKey, componentValues } from './client-registry.ts';
import { dropCompleteJob, jobsIn, writeJob, type InstallationJob } from './installation-job.ts';
import { setPending } from './component-state.ts';
import { programsManager } from './program-names.ts';

/** How CCIM hands optional components to Available Programs Manager, and learns what became of them. */
export const handoverEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'resolve the pending operations': { answers: ['resolved'], run: resolve },
  'look after the work': {
    answers: ['work pending', 'no work left'],
    run: (self) => {
      resolve(self);
      return self.memory.handedOver ? 'work pending' : 'no work left';
    },
  },
  'hand the component over': { answers: ['handed over', 'no connection'], run: handOver },
};

/** What CCIM says when the connection fails, and how the order of the offers changes then. */
export const connectionProvenance = inferred(
  'Q264630',
  'A component whose operation cannot be asked after goes to the end of the list; looked at from last to first.',
);

const connectionError = 'The filename, directory name, or volume label syntax is incorrect.~~';

/** Error 123 is the one of the log excerpt: the name of the pipe is none while nobody has made it. */
function connects(self: CcimSelf): boolean {
  say(self, 'Trying to open IPC connection with APM...');
  if (self.runs(programsManager)) return true;
  say(self, `ERROR: Unable to establish a connection with APM - ${connectionError}`);
  return false;
}

/** Jobs that are done give their components their versions (Q235161); others are asked after. */
function resolve(self: CcimSelf): string {
  const { memory } = self;
  for (const job of jobsIn(self, 'completeJobs')) {
    self.registry.set(componentKey(job.component), componentValues.version, { type: 'REG_SZ', data: job.version });
    dropCompleteJob(self, job);
  }
  noteRestarts(self);
  const pending = jobsIn(self, 'jobs');
  memory.handedOver = pending.length > 0;
  const listed = indexed(memory.offers, pending);
  const failed = listed.filter((offer) => !connects(self) && moveToEnd(self, offer));
  if (pending.length > 0 && failed.length === 0) callManager(self);
  if (failed.length > 0) say(self, 'Warning - CClientOfferArray::ResolvePendingOperations returned 123');
  return 'resolved';
}

/** What waited for a restart of Windows 9x is in its place after it (Q264969). */
function noteRestarts(self: CcimSelf): void {
  if (self.computer.operatingSystem.family === 'Windows NT') return;
  for (const { name } of self.memory.offers) {
    const key = componentKey(name);
    const waits = self.registry.getText(key, componentValues.state) === 'Reboot Required';
    const since = parseRegistryTime(self.registry.getText(key, componentValues.lastDone) ?? '');
    const version = self.registry.getText(key, componentValues.pendingVersion);
    if (!waits || since === undefined || since >= self.now() - tickCount(self)) continue;
    if (version !== undefined) self.registry.set(key, componentValues.version, { type: 'REG_SZ', data: version });
    self.registry.set(key, componentValues.state, { type: 'REG_SZ', data: 'Installed' });
  }
}

function indexed(offers: readonly ComponentOffer[], pending: readonly InstallationJob[]): readonly ComponentOffer[] {
  const waiting = offers.filter(({ name }) => pending.some(({ component }) => component === name));
  return waiting.toSorted((a, b) => b.index - a.index);
}

function moveToEnd(self: CcimSelf, { name, index: from }: ComponentOffer): boolean {
  const { memory } = self;
  const last = memory.offers.length - 1;
  say(self, `Component "${name}" moved from index ${from} to ${last}`);
  const moved = memory.offers.map((offer) => {
    if (offer.name === name) return { ...offer, index: last };
    return offer.index > from ? { ...offer, index: offer.index - 1 } : offer;
  });
  const optional = moved.filter((offer) => !baseGroup.includes(offer.name)).toSorted((a, b) => b.index - a.index);
  memory.offers = [...moved.filter((offer) => baseGroup.includes(offer.name)), ...optional];
  return true;
}

function handOver(self: CcimSelf): string {
  const { memory } = self;
  const { name, version, directory, index } = offerInHand(self);
  const { operation, source } = memory;
  if (operation === 'remove' || source === null) throw new Error('CCIM hands over only what is to be installed');
  setPending(self, name, operation);
  writeJob(self, { component: name, operation, version, index, directory, ...source });
  memory.handedOver = true;
  if (!connects(self)) return 'no connection';
  callManager(self);
  return 'handed over';
}

function callManager(self: CcimSelf): void {
  if (self.runs(programsManager)) self.post(self.processOf(self.computer.name, programsManager), { type: 'job' });
}
