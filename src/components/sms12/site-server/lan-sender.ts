import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  fileName,
  inferred,
  isInHierarchy,
  jobPriorities,
  type SendRequest,
} from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, silent } from '../../inbox-pass.ts';
import { outbox, readRequest, toSend, writeRequest } from './sender-requests.ts';

/** What the sender remembers: the name of the files in hand, the request, and how often it has tried. */
interface SenderMemory {
  id: string;
  request: SendRequest | null;
  tries: number;
}

const triesAgain = 2;

/** Copies packages to SMS_SITE of other site servers; the instruction gets its name when all is there. */
export const sms12LanSender = defineComponent<SenderMemory>({
  name: 'SMS_LAN_SENDER',
  service: 'SMS_EXECUTIVE',
  runsAt: isInHierarchy,
  file: 'Lansend.dll',
  log: { file: 'LANSEND.LOG', component: 'SMS_LAN_SENDER', side: 'server' },
  machine: createMachine({
    id: 'SMS_LAN_SENDER',
    initial: 'starting',
    states: {
      starting: { entry: 'watch the outbox', always: 'looking' },
      looking: { entry: 'choose a request', on: { 'request chosen': 'sending', 'no request': 'waiting' } },
      sending: {
        meta: { provenance: documented('Resource Guide for SMS 1.2 (Collecting Inventory at Sites)') },
        entry: 'start the package',
        on: {
          copied: 'sending the instruction',
          'no package': 'sending the instruction',
          'copy failed': 'failing',
          refused: 'failing',
        },
      },
      'sending the instruction': {
        entry: 'start the instruction',
        on: { copied: 'naming', 'copy failed': 'failing', refused: 'failing' },
      },
      naming: { entry: 'give the instruction its name', on: { named: 'looking', 'cannot name': 'failing' } },
      failing: {
        meta: { provenance: documented('Q214485') },
        entry: 'count the try',
        on: { 'another try': 'pausing', 'given up': 'looking' },
      },
      pausing: { after: { 'pause before another try': 'sending' } },
      waiting: { on: { 'folder changed': 'looking' } },
    },
  }),
  effects: {
    'watch the outbox': silent((self) => self.watch(outbox(self))),
    'choose a request': { answers: ['request chosen', 'no request'], run: chooseRequest },
    'start the package': {
      answers: ['no package', 'refused'],
      run: (self) => {
        const source = toSend(self, `${self.memory.id}.P00`);
        if (!self.files.exists(source)) return 'no package';
        return self.copy(source, dropPoint(self, '.PCK')).ok ? undefined : 'refused';
      },
    },
    'start the instruction': {
      answers: ['refused'],
      run: (self) =>
        self.copy(toSend(self, `${self.memory.id}.I00`), dropPoint(self, '.TMP')).ok ? undefined : 'refused',
    },
    'give the instruction its name': {
      answers: ['named', 'cannot name'],
      run: (self) => {
        if (!self.files.move(dropPoint(self, '.TMP'), dropPoint(self, '.INS')).ok) return 'cannot name';
        self.log(`Sent ${self.memory.id} to site ${requestOf(self).destination}`);
        report(self, 'completed');
        return 'named';
      },
    },
    'count the try': {
      answers: ['another try', 'given up'],
      run: (self) => {
        self.memory.tries++;
        self.log(`Sending ${self.memory.id} to site ${requestOf(self).destination} failed`);
        if (self.memory.tries <= triesAgain) return 'another try';
        report(self, 'failed');
        return 'given up';
      },
    },
  },
  delays: {
    'pause before another try': {
      provenance: assumed('A sender waits a minute before it tries again.', 'Q214485'),
      duration: () => minute,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Resource Guide for SMS 1.2, Q214485', 'Files and names are told; one thread is assumed.'),
  memory: () => ({ id: '', request: null, tries: 0 }),
});

/** The most urgent request, of these the oldest; one that a sender had in hand when it ended comes first. */
function chooseRequest(self: Self<SenderMemory>): string {
  const open = [...filesIn(self, outbox(self), '*.SRS'), ...filesIn(self, outbox(self), '*.SRQ')].flatMap((path) => {
    const request = readRequest(self, path);
    const isOpen = request?.status === 'pending' || request?.status === 'sending';
    return isOpen ? [{ path, request, rank: jobPriorities.indexOf(request.priority) }] : [];
  });
  const [first] = open.toSorted((a, b) => a.rank - b.rank || a.request.created - b.request.created);
  if (first === undefined) return 'no request';
  self.memory.id = fileName(first.path).replace(/\.[^.]*$/, '');
  self.memory.request = first.request;
  self.memory.tries = 0;
  self.files.move(first.path, requestPath(self));
  report(self, 'sending');
  return 'request chosen';
}

function requestPath(self: Self<SenderMemory>): string {
  return `${outbox(self)}\\${self.memory.id}.SRS`;
}

function requestOf(self: Self<SenderMemory>): SendRequest {
  if (self.memory.request === null) throw new Error('the sender has no request in hand');
  return self.memory.request;
}

function report(self: Self<SenderMemory>, status: SendRequest['status']): void {
  writeRequest(self, requestPath(self), { ...requestOf(self), status });
}

/** A file of the job in the share SMS_SITE of the other site server, which is RECEIVE of its Despooler. */
function dropPoint(self: Self<SenderMemory>, ending: string): string {
  return `\\\\${requestOf(self).server}\\SMS_SITE\\${self.memory.id}${ending}`;
}
