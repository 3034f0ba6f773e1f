import { createMachine } from 'xstate';
import { documented, inferred } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, silent, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { logonFolder } from '../folders.ts';
import { serviceResponse } from '../service-response.ts';
import { configureClient } from './configured-client.ts';
import { warnOfMachineCount } from './machine-count.ts';
import { isDue, isToBeRetried, reportSuccess, requestIn, retryLater } from './retried-request.ts';

interface ManagerMemory extends InboxPass {
  /** The service has just been started: what lies in RETRY is due whenever it was tried last. */
  isNew: boolean;
  /** That too many computers wait has been told. */
  warned: boolean;
}

/**
 * Installs services on Windows NT clients whose users may not: requests lie in CCR.BOX of the logon server, and those
 * whose computer cannot be configured in RETRY, from where they are tried again.
 */
export const clientConfigManager12 = defineComponent<ManagerMemory>({
  name: 'SMS_CLIENT_CONFIG_MANAGER',
  service: 'SMS_CLIENT_CONFIG_MANAGER',
  file: 'Clicfg.exe',
  log: { file: 'CLICFG.LOG', component: 'SMS_CLIENT_CONFIG_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_CLIENT_CONFIG_MANAGER',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch CCR.BOX', always: 'looking' },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'looking back' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'configuring', 'none left': 'looking back' } },
      configuring: { entry: 'configure the client', on: { configured: 'taking', 'to be retried': 'taking' } },
      ...statesAfterPass('service response'),
    },
  }),
  effects: {
    ...passEffects<ManagerMemory>(requestsDue, requestsLeft),
    'watch CCR.BOX': silent((self) => {
      self.memory.isNew = true;
      self.watch(logonFolder(self.computer, 'CCR.BOX'));
    }),
    'configure the client': { answers: ['configured', 'to be retried'], run: configure },
  },
  delays: {
    'service response': {
      provenance: inferred('Q128458', 'The interval of the other services.'),
      duration: serviceResponse,
    },
  },
  hears: [],
  traits: {},
  provenance: documented('Q168518, Resource Guide for SMS 1.2 (Client Setup)'),
  memory: () => ({ ...newInboxPass(), isNew: true, warned: false }),
});

const restarts = documented('Q168518', 'A restart of the service has it try every request in RETRY.');

/** New requests before those of RETRY, of which a restart of the service takes all (Q168518). */
function requestsDue(self: Self<ManagerMemory>): string[] {
  const retried = requestsOf(self, 'RETRY');
  if (self.memory.isNew && retried.length > 0) self.restsOn('restart of the manager', restarts);
  const due = self.memory.isNew ? retried : retried.filter((path) => isDue(self, path));
  self.memory.isNew = false;
  return [...requestsOf(self), ...due];
}

function requestsLeft(self: Self<ManagerMemory>): string[] {
  const [requests, retried] = [requestsOf(self), requestsOf(self, 'RETRY')];
  self.memory.warned = warnOfMachineCount(self, requests.length + retried.length, self.memory.warned);
  return [...requests, ...retried.filter((path) => isToBeRetried(self, path))];
}

function requestsOf(self: Self<ManagerMemory>, ...below: readonly string[]): string[] {
  return filesIn(self, logonFolder(self.computer, 'CCR.BOX', ...below), '*.CCR');
}

function configure(self: Self<ManagerMemory>): string {
  const { file } = self.memory;
  const request = requestIn(self, file);
  if (request === undefined) return 'to be retried';
  const failure = configureClient(self, request);
  if (failure !== undefined) {
    retryLater(self, file, request, failure);
    return 'to be retried';
  }
  reportSuccess(self, request);
  self.files.delete(file);
  return 'configured';
}
