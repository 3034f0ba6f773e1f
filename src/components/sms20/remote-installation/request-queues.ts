import { day, hour, minute, type Duration } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  fileName,
  inboxPath,
  inferred,
  parseClientRequest,
  printClientRequest,
  type ClientRequest,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { unusedName } from '../generated-names.ts';
import { filesIn } from '../../inbox-pass.ts';

/** What Client Configuration Manager remembers. */
export interface ManagerMemory {
  /** Full path of the request in hand. */
  file: string;
  request: ClientRequest | null;
  /** Files still to be copied to the computer. */
  waiting: string[];
}

export type ManagerSelf = Self<ManagerMemory>;

/** Where the queues of the log lie (Q262298, Q242926); that of Processing is our choice. */
export const queueFolders = { Incoming: 'ccr.box', Processing: 'ccr.box\\inproc', Retry: 'Ccrretry.box' } as const;

/** Nothing is handled for longer (Q264630). */
const longestTime = 7 * day;

const betweenTries = hour;

const backup = 30 * minute;

/** A request in the Retry queue is due an hour after its latest try (Q264630). */
export const retryProvenance = documented('Q264630, Q262298');

/** How long the queues are left alone: the backup timeout, or less where a request is to be tried sooner. */
export function timeToNextLook(self: ManagerSelf): Duration {
  const waits = filesIn(self, folder(self, 'Retry'), '*.CCR').map((path) => timeToTry(self, path));
  return Math.max(0, Math.min(backup, ...waits));
}

function timeToTry(self: ManagerSelf, path: string): Duration {
  const facts = self.files.stat(path);
  return facts.ok ? facts.value.modified + betweenTries - self.now() : backup;
}

function folder(self: ManagerSelf, queue: keyof typeof queueFolders): string {
  return inboxPath(self.site, queueFolders[queue]);
}

/** Hears of new requests; what a stop has left behind in the middle of its work is new again. */
export function watchQueues(self: ManagerSelf): string {
  for (const queue of ['Incoming', 'Processing', 'Retry'] as const) self.files.createFolder(folder(self, queue));
  self.watch(folder(self, 'Incoming'));
  for (const path of filesIn(self, folder(self, 'Processing'), '*.CCR')) {
    self.files.move(path, `${folder(self, 'Incoming')}\\${fileName(path)}`);
  }
  return 'watching';
}

const oneAtATime = assumed('Requests are processed one after the other, without threads of their own.', 'Q262298');

/** Takes the next request: a new one, or one that is due again. */
export function takeRequest(self: ManagerSelf): string {
  self.restsOn('threads of Client Configuration Manager', oneAtATime);
  const due = filesIn(self, folder(self, 'Retry'), '*.CCR').filter((path) => timeToTry(self, path) <= 0);
  for (const path of filesIn(self, folder(self, 'Incoming'), '*.CCR')) {
    if (takeOver(self, path, 'Incoming')) return 'request taken';
  }
  for (const path of due) if (takeOver(self, path, 'Retry')) return 'request taken';
  const place = `directory "${folder(self, 'Incoming')}" for queue "Incoming"`;
  self.log(`Waiting for change in ${place}, (${backup / minute} minute backup timeout).`);
  return 'no request';
}

function takeOver(self: ManagerSelf, path: string, queue: 'Incoming' | 'Retry'): boolean {
  const text = self.files.readText(path);
  if (!text.ok) return false;
  const request = parseClientRequest(text.value);
  if (!request.ok) {
    self.files.delete(path);
    return false;
  }
  const taken = `${folder(self, 'Processing')}\\${fileName(path)}`;
  if (!self.files.move(path, taken).ok) return false;
  self.memory.file = taken;
  self.memory.request = { firstTry: self.now(), ...request.value };
  const { machineName } = request.value;
  self.log(`Received request: "${requestName(self)}" for machine name: "${machineName}" on queue: "${queue}".`);
  sayStored(self, 'Processing');
  self.log(`======>Begin Processing request: "${requestName(self)}", machine name: "${machineName}"`);
  return true;
}

/** What the log calls a request: the name of its file. */
export function requestName(self: ManagerSelf): string {
  return fileName(self.memory.file).replace(/\.CCR$/i, '');
}

/** The request in hand. */
export function requestOf(self: ManagerSelf): ClientRequest {
  if (self.memory.request === null) throw new Error('Client Configuration Manager has no request in hand');
  return self.memory.request;
}

function sayStored(self: ManagerSelf, queue: keyof typeof queueFolders): void {
  const { machineName } = requestOf(self);
  self.log(`Stored request "${requestName(self)}", machine name "${machineName}", in queue "${queue}".`);
}

/** Puts the request aside for an hour; after seven days it goes. */
export function storeForRetry(self: ManagerSelf): string {
  const request = requestOf(self);
  if (self.now() - (request.firstTry ?? 0) >= longestTime) return completeRequest(self);
  const path = `${folder(self, 'Retry')}\\${retryName(self)}`;
  if (self.files.writeText(path, printClientRequest(request)).ok) self.files.delete(self.memory.file);
  self.memory.file = path;
  sayStored(self, 'Retry');
  return 'stored';
}

const domainOfRequest = inferred('Q242926', 'A computer without a domain is taken to be in WORKGROUP.');

/** A name that chance made lets several requests for one computer stay side by side (Q242926). */
function retryName(self: ManagerSelf): string {
  const { machineName } = requestOf(self);
  if (self.trait('names a retry after the computer') === false) {
    return unusedName(self.files, folder(self, 'Retry'), '.CCR', self.random('client request names'));
  }
  self.restsOn('name of a request that is tried again', domainOfRequest);
  const domain = self.world.computer(machineName)?.domain ?? 'WORKGROUP';
  const looksComplete = domain.length <= 3 && self.trait('names the retry of a short domain in full') === false;
  return looksComplete ? `${machineName}.${domain}` : `${machineName}.${domain}.CCR`;
}

const begun = documented('Q264630', 'A request that has begun to install is tried for seven days, even after the fix.');

/** From now on the request stays until the client works, whatever is found on the computer (Q264630). */
export function noteBegun(self: ManagerSelf): void {
  self.restsOn('request that has begun to install', begun);
  self.memory.request = { ...requestOf(self), isBegun: true };
}

/** Nothing is left to do. */
export function completeRequest(self: ManagerSelf): string {
  self.files.delete(self.memory.file);
  self.log(`Deleted request "${requestName(self)}", machine name "${requestOf(self).machineName}"`);
  return 'completed';
}
