import type { Duration, Instant } from '../../../kernel/index.ts';
import {
  fileName,
  jobPriorities,
  parseSendRequest,
  printSendRequest,
  type Outcome,
  type SendRequest,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { siteShare } from '../inbox-definitions.ts';
import { filesIn, silent } from '../../inbox-pass.ts';
import { schedulePath, senderName } from './scheduler-jobs.ts';

/** What a sender remembers: the request in hand. */
export interface SenderMemory {
  request: SendRequest | null;
  /** Name of its files without extension. */
  id: string;
  /** Failed tries of this request. */
  tries: number;
  /** When the present copy began. */
  started: Instant;
}

type SenderSelf = Self<SenderMemory>;

const triesAgain = 2;

/** What a sender does. */
export const senderEffects: Readonly<Record<string, Effect<SenderMemory>>> = {
  'watch the outbox': silent((self) => self.watch(outbox(self))),
  'take back what was left': { answers: ['taken back'], run: takeBack },
  'choose a request': { answers: ['request chosen', 'no request'], run: chooseRequest },
  'start the package': {
    answers: ['refused'],
    run: (self) => {
      const { id } = self.memory;
      self.log(`Sending ${id}.P00 to site ${requestOf(self).destination}.`);
      return refusal(startCopy(self, `${id}.P00`, `${id}.PCK`));
    },
  },
  'start the instruction': {
    answers: ['refused'],
    run: (self) => refusal(startCopy(self, `${self.memory.id}.I00`, `${self.memory.id}.TMP`)),
  },
  'give the instruction its name': { answers: ['named', 'cannot name'], run: nameTheInstruction },
  'count the try': { answers: ['another try', 'given up'], run: countTheTry },
};

/** How long the sender must not use the connection after a copy, by the limit of the address. */
export function restOfTheTime(self: SenderSelf): Duration {
  const { limit } = requestOf(self);
  return Math.ceil((self.now() - self.memory.started) * (100 / limit - 1));
}

function outbox(self: Self): string {
  return schedulePath(self, 'Outboxes', senderName);
}

function requestPath(self: SenderSelf): string {
  return schedulePath(self, 'Requests', `${self.memory.id}.srs`);
}

function requestOf(self: SenderSelf): SendRequest {
  if (self.memory.request === null) throw new Error('the sender has no request in hand');
  return self.memory.request;
}

/** What was being sent when the sender ended is sent again from the beginning. */
function takeBack(self: SenderSelf): string {
  for (const file of filesIn(self, schedulePath(self, 'Requests'), '*.srs')) {
    const request = readRequest(self, file);
    if (request?.status !== 'sending') continue;
    self.files.move(file, `${outbox(self)}\\${fileName(file).replace(/\.srs$/i, '.srq')}`);
  }
  return 'taken back';
}

function chooseRequest(self: SenderSelf): string {
  const all = filesIn(self, outbox(self), '*.srq').flatMap((path) => {
    const request = readRequest(self, path);
    return request === undefined ? [] : [{ path, request, rank: jobPriorities.indexOf(request.priority) }];
  });
  const [first] = all.toSorted((a, b) => a.rank - b.rank || a.request.created - b.request.created);
  if (first === undefined) return 'no request';
  self.memory.id = fileName(first.path).replace(/\.[^.]*$/, '');
  self.memory.request = { ...first.request, status: 'sending' };
  self.memory.tries = 0;
  self.files.move(first.path, requestPath(self));
  report(self, 'sending');
  return 'request chosen';
}

function readRequest(self: Self, path: string): SendRequest | undefined {
  const text = self.files.readText(path);
  const request = text.ok ? parseSendRequest(text.value) : undefined;
  return request?.ok === true ? request.value : undefined;
}

/** The Scheduler reads in the request file what has become of it. */
function report(self: SenderSelf, status: SendRequest['status']): void {
  self.files.writeText(requestPath(self), printSendRequest({ ...requestOf(self), status }));
}

/** The drop point of another site: its share, as far as the Despooler's folder. */
function dropPoint(self: SenderSelf, name: string): string {
  const { server, destination } = requestOf(self);
  return `\\\\${server}\\${siteShare(destination)}\\inboxes\\despoolr.box\\receive\\${name}`;
}

function startCopy(self: SenderSelf, source: string, target: string): Outcome<number> {
  self.memory.started = self.now();
  return self.copy(schedulePath(self, 'ToSend', source), dropPoint(self, target));
}

function refusal(started: Outcome<number>): string | undefined {
  return started.ok ? undefined : 'refused';
}

/** Only then may the Despooler there begin: package and instruction are whole. */
function nameTheInstruction(self: SenderSelf): string {
  const { id } = self.memory;
  if (!self.files.move(dropPoint(self, `${id}.TMP`), dropPoint(self, `${id}.INS`)).ok) return 'cannot name';
  self.log(`Sent ${id} to site ${requestOf(self).destination}.`);
  report(self, 'completed');
  return 'named';
}

function countTheTry(self: SenderSelf): string {
  self.memory.tries++;
  self.log(`Sending ${self.memory.id} to site ${requestOf(self).destination} failed.`);
  if (self.memory.tries <= triesAgain) return 'another try';
  report(self, 'failed');
  return 'given up';
}
