import { parseRegistryTime, printRegistryTime, type Registry } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { capListName, clientKeys } from './client-registry.ts';

/** A file that an agent hands to Copy Queue. */
export interface QueuedFile {
  /** Local path; Copy Queue deletes the file when its copy has arrived. */
  readonly file: string;
  readonly siteCode: string;
  /** The box on the client access point: `inventry.box`. */
  readonly box: string;
  /** The extension of the copy with its dot: `.nhm`. */
  readonly extension: string;
}

/** A file in the queue. */
export interface QueueItem extends QueuedFile {
  /** `Item 61949725`, as logs name it (Q301352). */
  readonly name: string;
  /** Its registry key. */
  readonly key: string;
  /** When it was queued, on the client's clock, in whole seconds. */
  readonly created: number;
}

/** Where queued files go: one box of the access points of one site. */
export interface QueueDestination {
  readonly key: string;
  /** `CAP List for site ABC,inventry.box\`, as logs name it (Q292030). */
  readonly name: string;
  readonly siteCode: string;
  readonly box: string;
  /** How many tries have failed since the last one that did not. */
  readonly retry: number;
  /** The client's clock before which it is not tried; undefined: at once. */
  readonly nextTry: number | undefined;
}

/** Puts a file into the client's copy queue and wakes Copy Queue at once (Q243681). */
export function queueForCopy(self: Self, file: QueuedFile): void {
  const destination = destinationKey(self.registry, file.siteCode, file.box);
  const number = 10_000_000 + self.random('copy queue item numbers').integer(0, 89_999_999);
  const key = `${destination}\\Item ${number}`;
  const text = (name: string, data: string): void => self.registry.set(key, name, { type: 'REG_SZ', data });
  text('File', file.file);
  text('Extension', file.extension);
  text('Created', printRegistryTime(self.now()));
  self.post(self.processOf(self.computer.name, 'Copy Queue'), { type: 'items queued' });
}

/** All destinations in the order in which they came into being. */
export function queueDestinations(registry: Registry): readonly QueueDestination[] {
  const names = registry.subkeys(clientKeys.copyQueue);
  const numbered = names.map((name) => [Number(name.slice('Destination '.length)), name] as const);
  return numbered.toSorted(([a], [b]) => a - b).flatMap(([, name]) => destinationOf(registry, name) ?? []);
}

/** The items of a destination, the oldest first. */
export function queueItems(registry: Registry, destination: QueueDestination): readonly QueueItem[] {
  const items = registry.subkeys(destination.key).flatMap((name): QueueItem[] => {
    const key = `${destination.key}\\${name}`;
    const file = registry.getText(key, 'File');
    const extension = registry.getText(key, 'Extension');
    if (file === undefined || extension === undefined) return [];
    const created = parseRegistryTime(registry.getText(key, 'Created') ?? '') ?? 0;
    return [{ name, key, file, extension, created, siteCode: destination.siteCode, box: destination.box }];
  });
  return items.toSorted((a, b) => a.created - b.created);
}

/** Notes that a destination could not be reached (or, with 0, that it could). */
export function setRetry(registry: Registry, destination: QueueDestination, retry: number, nextTry: number): void {
  if (retry === 0 && destination.retry === 0) return;
  registry.set(destination.key, 'Retry', { type: 'REG_DWORD', data: retry });
  registry.set(destination.key, 'Next Try', { type: 'REG_SZ', data: retry === 0 ? '' : printRegistryTime(nextTry) });
}

function destinationKey(registry: Registry, siteCode: string, box: string): string {
  const name = `${capListName(siteCode)},${box}\\`;
  const known = queueDestinations(registry);
  const found = known.find((destination) => destination.name === name);
  if (found !== undefined) return found.key;
  const numbers = known.map(({ key }) => Number(key.slice(key.lastIndexOf(' ') + 1)));
  const key = `${clientKeys.copyQueue}\\Destination ${Math.max(0, ...numbers) + 1}`;
  registry.set(key, 'Name', { type: 'REG_SZ', data: name });
  return key;
}

function destinationOf(registry: Registry, keyName: string): QueueDestination | undefined {
  const key = `${clientKeys.copyQueue}\\${keyName}`;
  const name = registry.getText(key, 'Name');
  const match = /^CAP List for site (\w+),(.+)\\$/.exec(name ?? '');
  if (name === undefined || match === null) return undefined;
  return {
    key,
    name,
    siteCode: match[1] ?? '',
    box: match[2] ?? '',
    retry: registry.getNumber(key, 'Retry') ?? 0,
    nextTry: parseRegistryTime(registry.getText(key, 'Next Try') ?? ''),
  };
}
