import { minute, type Duration } from '../../../kernel/index.ts';
import { documented } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { numbersOf, siteSettings } from '../settings.ts';
import { reachAccessPoint } from './access-point-connection.ts';
import { clientMinutes } from './client-minutes.ts';
import { clientKeys, clientProperties } from './client-registry.ts';
import { queueDestinations, queueItems, setRetry, type QueueDestination, type QueueItem } from './copy-queue-items.ts';

/** What Copy Queue remembers. */
export interface QueueMemory {
  cycle: number;
  /** An agent or tool called while a cycle was under way. */
  called: boolean;
  destinations: QueueDestination[];
  destination: QueueDestination | null;
  /** UNC path of the access point that the destination was reached at. */
  accessPoint: string;
  items: QueueItem[];
  item: QueueItem | null;
  /** How many names have been tried for the item. */
  tries: number;
  /** Names drawn in the present second of the clock, and that second. */
  drawn: number;
  drawnAt: number;
  /** Target of the copy under way. */
  target: string;
  /** The earliest retry among the destinations, on the client's clock; 0: none pending. */
  nextTry: number;
}

export function newQueueMemory(): QueueMemory {
  const nothing = { destinations: [], destination: null, accessPoint: '', items: [], item: null, target: '' };
  return { ...nothing, cycle: 0, called: false, tries: 0, drawn: 0, drawnAt: 0, nextTry: 0 };
}

type QueueSelf = Self<QueueMemory>;

/** The steps of a copy cycle but the copying itself. */
export const queueEffects: Readonly<Record<string, Effect<QueueMemory>>> = {
  'remember the call': silent((self) => {
    self.memory.called = true;
  }),
  'begin the copy cycle': {
    answers: ['begun'],
    run: (self) => {
      const { memory } = self;
      memory.cycle++;
      memory.called = false;
      memory.nextTry = 0;
      memory.destinations = [...queueDestinations(self.registry)];
      self.log(`Starting Copy Cycle no. ${memory.cycle}`);
      self.log("'OK to Process' event unsignalled");
      return 'begun';
    },
  },
  'take the next destination': {
    answers: ['destination taken', 'not yet ready', 'no destination left'],
    run: takeDestination,
  },
  'postpone the destination': {
    answers: ['postponed'],
    run: (self) => {
      const { name, retry } = destinationOf(self);
      self.log(`-Destination[${name}] not yet ready for retry`);
      self.log(`-Destination[${name}] retry set to ${retry}`);
      noteRetry(self, destinationOf(self).nextTry ?? self.now());
      return 'postponed';
    },
  },
  'reach the destination': { answers: ['reached', 'inaccessible'], run: reach },
  'set the retry': { answers: ['retry set'], run: giveUpForNow },
  'finish the copy cycle': {
    answers: ['called meanwhile', 'retry pending', 'nothing pending'],
    run: (self) => {
      self.log('Copy cycle finished normally');
      if (self.memory.called && somethingWaits(self)) return 'called meanwhile';
      return self.memory.nextTry > 0 ? 'retry pending' : 'nothing pending';
    },
  },
};

/** The destination in hand. */
export function destinationOf(self: QueueSelf): QueueDestination {
  const { destination } = self.memory;
  if (destination === null) throw new Error('Copy Queue has no destination in hand');
  return destination;
}

/** How long Copy Queue sleeps when nothing is pending: 1380 minutes unless the site says otherwise (Q292030). */
export function queueWakeup(self: Self): Duration {
  return clientMinutes(self, clientProperties.copyQueueWakeup, 'Copy queue wake-up cycle (minutes)');
}

/** How long an item may wait: 11520 minutes unless the site says otherwise (Q292030). */
export function itemLifetime(self: Self): Duration {
  return clientMinutes(self, clientProperties.copyQueueLifetime, 'Copy queue item lifetime (minutes)');
}

/** Whether a destination that may be tried now has items. */
function somethingWaits(self: QueueSelf): boolean {
  return queueDestinations(self.registry).some(
    (destination) => !mustWait(self, destination) && queueItems(self.registry, destination).length > 0,
  );
}

function mustWait(self: QueueSelf, destination: QueueDestination): boolean {
  return destination.retry > 0 && (destination.nextTry ?? 0) > self.now();
}

/** A destination without items is passed over in silence. */
function takeDestination(self: QueueSelf): string {
  const { memory } = self;
  for (let next = memory.destinations.shift(); next !== undefined; next = memory.destinations.shift()) {
    memory.items = [...queueItems(self.registry, next)];
    if (memory.items.length === 0) continue;
    memory.destination = next;
    self.log(`-Servicing Destination[${next.name}]`);
    return mustWait(self, next) ? 'not yet ready' : 'destination taken';
  }
  return 'no destination left';
}

function reach(self: QueueSelf): string {
  const destination = destinationOf(self);
  const reached = reachAccessPoint(self, destination.siteCode, destination.box);
  if (!reached.ok) {
    self.log(`Destination[${destination.name}] is inaccessible`);
    return 'inaccessible';
  }
  self.memory.accessPoint = reached.value;
  setRetry(self.registry, destination, 0, 0);
  return 'reached';
}

/** The number is the place in the retry sequence; after its end the last wait is kept. */
function giveUpForNow(self: QueueSelf): string {
  const destination = destinationOf(self);
  const waits = retrySequence(self);
  const retry = Math.min(destination.retry + 1, waits.length);
  const nextTry = self.now() + (waits[retry - 1] ?? queueWakeup(self));
  setRetry(self.registry, destination, retry, nextTry);
  self.log(`-Destination[${destination.name}] retry set to ${retry}`);
  noteRetry(self, nextTry);
  if (self.trait('purges while inaccessible') === true) purge(self, destination);
  return 'retry set';
}

function purge(self: QueueSelf, destination: QueueDestination): void {
  const oldest = self.now() - itemLifetime(self);
  for (const item of queueItems(self.registry, destination)) {
    if (item.created >= oldest) continue;
    self.log(`--Removing Item '${item.name}'`);
    self.registry.deleteKey(item.key);
    self.files.delete(item.file);
  }
}

function noteRetry(self: QueueSelf, nextTry: number): void {
  const { memory } = self;
  memory.nextTry = memory.nextTry === 0 ? nextTry : Math.min(memory.nextTry, nextTry);
}

/** Where the waits between tries come from. */
const retrySequenceProvenance = documented('site control file, Copy Queue: Retry Sequence');

function retrySequence(self: QueueSelf): readonly Duration[] {
  self.restsOn('retry sequence', retrySequenceProvenance);
  const own = self.registry.getList(clientKeys.properties, clientProperties.copyQueueRetries);
  const waits = numbersOf(own ?? siteSettings['Copy queue retry sequence (minutes)'].default);
  return waits.map((wait) => wait * minute);
}
