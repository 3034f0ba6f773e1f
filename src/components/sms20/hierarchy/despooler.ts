import { createMachine } from 'xstate';
import { minute, second } from '../../../kernel/index.ts';
import {
  assumed,
  fileName,
  inboxPath,
  inferred,
  isInHierarchy,
  parseInstruction,
  win32,
  type DespoolerInstruction,
} from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { generatedName } from '../generated-names.ts';
import { publishResync } from '../resync-publication.ts';
import { filesIn, newInboxPass, passEffects, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { startBootstrap } from './bootstrap-service.ts';
import { executeOfChild } from './child-instructions.ts';

/** Executes what other sites instruct: takes packages apart, starts Setup, asks clients for their inventory. */
export const despooler = defineComponent<InboxPass>({
  name: 'SMS_DESPOOLER',
  service: 'SMS_EXECUTIVE',
  runsAt: isInHierarchy,
  file: 'Despool.dll',
  log: { file: 'Despool.log', component: 'SMS_DESPOOLER', side: 'server' },
  machine: createMachine({
    id: 'SMS_DESPOOLER',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the folder', on: { watching: 'looking' } },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'looking back' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'decompressing', 'none left': 'looking back' } },
      decompressing: { after: { 'time to decompress': 'executing' } },
      executing: { entry: 'execute the instruction', on: { executed: 'taking', 'in use': 'taking' } },
      ...statesAfterPass('until the next look'),
    },
  }),
  effects: {
    ...passEffects<InboxPass>((self) => filesIn(self, receiveFolder(self), '*.ins')),
    'watch the folder': {
      answers: ['watching'],
      run: (self) => {
        self.watch(receiveFolder(self));
        return 'watching';
      },
    },
    'execute the instruction': { answers: ['executed', 'in use'], run: execute },
  },
  delays: {
    'time to decompress': {
      provenance: assumed('Decompressing a package takes a second.'),
      duration: () => second,
    },
    'until the next look': {
      provenance: assumed('An instruction that cannot be read is tried again after a minute.'),
      duration: () => minute,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred(
    'Q169491, Resource Guide for SMS 1.2',
    'Instructions of the time; in SMS 2.0 their way is the same.',
  ),
  memory: newInboxPass,
});

function receiveFolder(self: Self): string {
  return inboxPath(self.site, 'despoolr.box', 'receive');
}

/** Lines of Despool.log in the wording of SMS 1.2 (Q169491). */
function execute(self: Self<InboxPass>): string {
  const { file } = self.memory;
  const text = self.files.readText(file);
  if (!text.ok) return text.error === win32.fileNotFound ? 'executed' : 'in use';
  self.log(`~Found ready instruction ${fileName(file)}`);
  const instruction = parseInstruction(text.value);
  if (instruction.ok && !carriedOut(self, instruction.value)) return 'in use';
  const isOfChild = !instruction.ok && executeOfChild(self, text.value);
  if (instruction.ok || isOfChild) self.log('~Despooler successfully executed one instruction.');
  return self.files.delete(file).ok ? 'executed' : 'in use';
}

function carriedOut(self: Self<InboxPass>, instruction: DespoolerInstruction): boolean {
  self.log(`~Executing instruction of type MICROSOFT|SMS|${instruction.type}`);
  if (instruction.type === 'INVRESYNC') return askForInventory(self, instruction);
  if (instruction.type === 'REPLICATION') return unpack(self, instruction.package);
  return startBootstrap(self, `${receiveFolder(self)}\\${instruction.package}`);
}

function unpack(self: Self, name: string): boolean {
  const incoming = inboxPath(self.site, 'replmgr.box', 'Incoming', name.replace(/\.[^.]*$/, '.rpl'));
  return self.files.move(`${receiveFolder(self)}\\${name}`, incoming).ok;
}

const asDespooler = inferred(
  'Resource Guide for SMS 1.2 (inventory resync), Q320676, Q206800',
  'The command of a parent is executed by the Despooler of the site of the client, which publishes the request.',
);

/** The request is published here, as for a client of this site that its own components ask. */
function askForInventory(
  self: Self,
  { guid, component }: Extract<DespoolerInstruction, { readonly type: 'INVRESYNC' }>,
): boolean {
  self.restsOn('resync requests of a parent site', asDespooler);
  const name = generatedName(self.random('resync request names'));
  return publishResync(self.files, self.site, { guid, component, time: self.now(), name }).ok;
}
