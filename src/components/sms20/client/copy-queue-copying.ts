import { inferred, win32 } from '../../../world/index.ts';
import { second } from '../../../kernel/index.ts';
import type { Effect, Self } from '../../component.ts';
import { generatedName, nameFromClock } from '../generated-names.ts';
import { destinationOf, itemLifetime, type QueueMemory } from './copy-queue-cycle.ts';
import type { QueueItem } from './copy-queue-items.ts';

type QueueSelf = Self<QueueMemory>;

/** What the old generator of names depends on: the article says that it is sensitive to time synchronization. */
const clockNames = inferred('Q301352', 'Equal clocks give equal names; a process counts its draws within a second.');

/** How Copy Queue handles the items of one destination. */
export const queueCopyEffects: Readonly<Record<string, Effect<QueueMemory>>> = {
  'take the next item': { answers: ['item taken', 'item expired', 'no item left'], run: takeItem },
  'start the copy': { answers: ['name exists', 'source gone', 'refused'], run: startCopy },
  'count the try': {
    answers: ['another try', 'no more tries'],
    run: (self) => (self.memory.tries < Number(self.trait('tries of a name')) ? 'another try' : 'no more tries'),
  },
  'drop the item': {
    answers: ['dropped'],
    run: (self) => {
      const { name } = itemOf(self);
      self.log(`--Item[${name}] NOT copied, already exists, set status to Remove`);
      self.log(`--Skipping Item '${name}', it is marked for deletion`);
      return 'dropped';
    },
  },
  'remove the item': {
    answers: ['removed'],
    run: (self) => {
      const item = itemOf(self);
      self.log(`--Removing Item '${item.name}'`);
      self.files.delete(item.file);
      self.registry.deleteKey(item.key);
      return 'removed';
    },
  },
};

function itemOf(self: QueueSelf): QueueItem {
  const { item } = self.memory;
  if (item === null) throw new Error('Copy Queue has no item in hand');
  return item;
}

function takeItem(self: QueueSelf): string {
  const { memory } = self;
  memory.item = memory.items.shift() ?? null;
  if (memory.item === null) return 'no item left';
  const { name, created } = memory.item;
  memory.tries = 0;
  self.log(`--Validating Item '${name}'`);
  if (self.now() - created > itemLifetime(self)) return 'item expired';
  self.log(`--Servicing Item '${name}'`);
  self.log(`--Inserted Item[${name}] into list`);
  return 'item taken';
}

/** `copied` or `copy failed` follows as a message when the copy was started. */
function startCopy(self: QueueSelf): string | undefined {
  const { memory } = self;
  const item = itemOf(self);
  memory.tries++;
  self.log(`--Trying to copy Item[${item.name}], copy try no. ${memory.tries}`);
  const { box } = destinationOf(self);
  memory.target = `${memory.accessPoint}\\${box}\\${newName(self)}${item.extension}`;
  const started = self.copy(item.file, memory.target, { onlyNew: true });
  if (started.ok) return undefined;
  if (started.error === win32.fileExists) return 'name exists';
  return self.files.exists(item.file) ? 'refused' : 'source gone';
}

function newName(self: QueueSelf): string {
  if (self.trait('names do not depend on the clock') === true) return generatedName(self.random('copy queue names'));
  self.restsOn('names from the clock', clockNames);
  const { memory } = self;
  const clock = Math.floor(self.now() / second) * second;
  if (memory.drawnAt !== clock) memory.drawn = 0;
  memory.drawnAt = clock;
  memory.drawn++;
  return nameFromClock(clock, memory.drawn);
}
