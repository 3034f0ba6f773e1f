import { createMachine } from 'xstate';
import { documented, fileName, inboxPath, inferred, win32 } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { adminPath, examine, loaderFolder, startLoader } from './remote-computer.ts';
import { installsRemotely } from './remote-installation.ts';
import {
  completeRequest,
  noteBegun,
  requestName,
  requestOf,
  retryProvenance,
  storeForRetry,
  takeRequest,
  timeToNextLook,
  watchQueues,
  type ManagerMemory,
  type ManagerSelf,
} from './request-queues.ts';

/** Puts the bootstrap loader on computers for which there is a client configuration request. */
export const clientConfigManager = defineComponent<ManagerMemory>({
  name: 'SMS_CLIENT_CONFIG_MANAGER',
  service: 'SMS_EXECUTIVE',
  runsAt: installsRemotely,
  file: 'Ccm.dll',
  log: { file: 'Ccm.log', component: 'SMS_CLIENT_CONFIG_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_CLIENT_CONFIG_MANAGER',
    initial: 'starting',
    states: {
      starting: { entry: 'watch the queues', on: { watching: 'looking' } },
      looking: {
        meta: { provenance: documented('Q262298, Q264630') },
        entry: 'take the next request',
        on: { 'request taken': 'connecting', 'no request': 'waiting' },
      },
      connecting: {
        meta: { provenance: documented('Q262298') },
        entry: 'connect to the computer',
        on: { connected: 'examining', 'not reached': 'putting aside' },
      },
      examining: {
        meta: { provenance: documented('Q267929, Q298433, Q252717, Q252718, Q264630') },
        entry: 'examine the computer',
        on: { 'to be installed': 'copying', installed: 'completing', 'of a later release': 'completing' },
      },
      copying: {
        meta: { provenance: documented('Q267929, Q260168') },
        entry: 'copy the next file',
        on: {
          copied: { target: 'copying', reenter: true },
          'cannot copy': { target: 'copying', reenter: true },
          'copy failed': 'putting aside',
          'all copied': 'starting the loader',
        },
      },
      'starting the loader': {
        meta: { provenance: documented('Q267929') },
        entry: 'start the loader',
        on: { started: 'putting aside', 'not started': 'putting aside' },
      },
      'putting aside': {
        meta: { provenance: inferred('Q264630', 'A request stays until the client is found to be there.') },
        entry: 'store the request for a retry',
        on: { stored: 'looking', completed: 'looking' },
      },
      completing: { entry: 'complete the request', on: { completed: 'looking' } },
      waiting: {
        meta: { provenance: documented('Q262298') },
        on: { 'folder changed': 'looking' },
        after: { 'until the next look': 'looking' },
      },
    },
  }),
  effects: {
    'watch the queues': { answers: ['watching'], run: watchQueues },
    'take the next request': { answers: ['request taken', 'no request'], run: takeRequest },
    'connect to the computer': { answers: ['connected', 'not reached'], run: connect },
    'examine the computer': {
      answers: ['to be installed', 'installed', 'of a later release'],
      run: (self) => examine(self, self.world.mustHave(requestOf(self).machineName), requestOf(self)),
    },
    'copy the next file': { answers: ['all copied', 'cannot copy'], run: copyNext },
    'start the loader': {
      answers: ['started', 'not started'],
      run: (self) => {
        if (!startLoader(self, self.world.mustHave(requestOf(self).machineName))) return 'not started';
        noteBegun(self);
        return 'started';
      },
    },
    'store the request for a retry': { answers: ['stored', 'completed'], run: storeForRetry },
    'complete the request': { answers: ['completed'], run: completeRequest },
  },
  delays: { 'until the next look': { provenance: retryProvenance, duration: timeToNextLook } },
  hears: [],
  traits: {
    'spares computers of a later release': {
      default: true,
      meaning: 'Nothing is installed on a computer that holds base programs of a later release.',
      provenance: documented('Q252717, Q252718, Q264630'),
    },
    'names a retry after the computer': {
      default: true,
      meaning: 'One computer has one file in Ccrretry.box; otherwise each request has a name that chance made.',
      provenance: documented('Q242926'),
    },
    'names the retry of a short domain in full': {
      default: true,
      meaning: 'The file ends in .CCR whatever the domain; otherwise not where its name has at most three characters.',
      provenance: documented('Q265882'),
    },
  },
  provenance: inferred('Q262298, Q267929, Q264630', 'The order of the steps is put together from log excerpts.'),
  memory: () => ({ file: '', request: null, waiting: [] }),
});

/** Where the files for the loader come from; each is a copy of what new clients get (Q267929). */
function sources(self: ManagerSelf): string[] {
  const data = ['cli_inst.cfg', 'caplist.ini'].map((name) => inboxPath(self.site, 'clidata.src', name));
  return [...data, `${self.site.folder}\\bin\\i386\\CCMBtLdr.exe`];
}

function connect(self: ManagerSelf): string {
  const { machineName } = requestOf(self);
  const account = `SMSServer_${self.site.code}`;
  const share = adminPath(machineName);
  self.log('---> Trying all accounts in turn');
  self.log(`---> Attempting to connect to administrative share '${share}' using account '${account}'`);
  const made = self.files.createFolder(adminPath(machineName, loaderFolder));
  if (made.ok || made.error === win32.alreadyExists) {
    self.memory.waiting = sources(self);
    return 'connected';
  }
  self.log(`---> Failed to connect to ${share} using account ${account} (${made.error})`);
  self.log(`---> ERROR: The account '' does not have administrative rights on machine "${machineName}".`);
  const request = `request: "${requestName(self)}", machine name: "${machineName}"`;
  self.log(`---> ERROR: Unable to access target machine for ${request}, error code: ${made.error}`);
  return 'not reached';
}

/** A file that is missing does not stop the others (Q260168). */
function copyNext(self: ManagerSelf): string | undefined {
  const { waiting } = self.memory;
  const folder = adminPath(requestOf(self).machineName, loaderFolder);
  if (waiting.length === sources(self).length) self.log(`---> Copying client files to ${folder}.`);
  const source = waiting.shift();
  if (source === undefined) return 'all copied';
  const target = `${folder}\\${fileName(source)}`;
  self.log(`---> Copying file "${source}" to "${target}"`);
  return self.copy(source, target).ok ? undefined : 'cannot copy';
}
