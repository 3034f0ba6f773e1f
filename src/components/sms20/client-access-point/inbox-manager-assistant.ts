import { createMachine } from 'xstate';
import { hour, minute } from '../../../kernel/index.ts';
import { accessPointShare, assumed, documented, fileName, inferred } from '../../../world/index.ts';
import { defineComponent, type Effect, type Self } from '../../component.ts';
import { reachedInbox, upInboxes } from '../inbox-definitions.ts';
import { filesIn, newInboxPass, passEffects, silent, type InboxPass } from '../../inbox-pass.ts';

/** What the assistant remembers: its pass, and where the file in hand goes. */
interface AssistantMemory extends InboxPass {
  /** Where the copy is written, under a temporary name or the final one. */
  target: string;
  final: string;
  error: number;
}

type AssistantSelf = Self<AssistantMemory>;

/** On each CAP: moves what clients have uploaded to the inboxes of the site server, one file after the other. */
export const inboxManagerAssistant = defineComponent<AssistantMemory>({
  name: 'SMS_INBOX_MANAGER_ASSISTANT',
  service: 'SMS_EXECUTIVE',
  file: 'Inboxast.dll',
  log: { file: 'Inboxast.log', component: 'SMS_INBOX_MANAGER_ASSISTANT', side: 'server' },
  machine: createMachine({
    id: 'SMS_INBOX_MANAGER_ASSISTANT',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the boxes', on: { watching: 'looking' } },
      looking: {
        entry: 'look for files',
        on: { 'files waiting': 'taking', 'nothing to do': 'looking back' },
      },
      taking: {
        entry: 'take the next file',
        on: { 'file taken': 'opening', 'none left': 'looking back' },
      },
      opening: {
        entry: 'start the copy',
        on: {
          copying: 'copying',
          'still being written': 'taking',
          refused: { target: 'taking', actions: 'log the failure' },
        },
      },
      copying: {
        meta: { provenance: documented('Q311212, Q234360') },
        on: { copied: 'naming', 'copy failed': { target: 'taking', actions: ['note the error', 'log the failure'] } },
      },
      naming: {
        meta: { provenance: documented('Q311212') },
        entry: 'give the final name',
        on: { named: 'deleting', 'name taken': { target: 'taking', actions: 'log the failure' } },
      },
      deleting: {
        meta: { provenance: inferred('Q200852, Q234360', 'The assistant moves files, so the original goes.') },
        entry: ['log the success', 'delete the original'],
        on: { deleted: 'taking', 'cannot delete': 'taking' },
      },
      'looking back': {
        entry: 'look back',
        on: { 'changed meanwhile': 'looking', 'files left': 'waiting', 'nothing new': 'waiting' },
      },
      waiting: {
        on: { 'folder changed': 'looking' },
        after: { 'until the next sweep': 'looking' },
      },
    },
  }),
  effects: {
    ...passEffects<AssistantMemory>(filesOnTheAccessPoint),
    'watch the boxes': { answers: ['watching'], run: watchTheBoxes },
    'start the copy': {
      answers: ['copying', 'still being written', 'refused'],
      run: startTheCopy,
    },
    'note the error': silent((self) => {
      self.memory.error = Number(self.message.data?.['error'] ?? 0);
    }),
    'give the final name': { answers: ['named', 'name taken'], run: giveTheFinalName },
    'delete the original': deleteTheOriginal(),
    'log the success': silent((self) => self.log(`Copying ${self.memory.file} to ${self.memory.final}, OK`)),
    'log the failure': silent((self) => {
      const { file, final, error } = self.memory;
      self.log(`Copying ${file} to ${final}, Failed, Win32 Error = ${error}`);
    }),
  },
  delays: {
    'until the next sweep': {
      provenance: assumed('Files left on the CAP are tried again after 10 minutes; empty boxes are looked at hourly.'),
      duration: (self) => (filesOnTheAccessPoint(self).length > 0 ? 10 * minute : hour),
    },
  },
  hears: [],
  traits: {
    'copies under a temporary name': {
      default: true,
      meaning: 'A file reaches the site inbox as .tmp and gets its own extension when it is whole.',
      provenance: documented('Q311212'),
    },
  },
  provenance: inferred('Q200852, Q234360, Q311212', 'The articles tell what is moved where; the steps follow.'),
  memory: () => ({ ...newInboxPass(), target: '', final: '', error: 0 }),
});

function watchTheBoxes(self: AssistantSelf): string {
  const folder = accessPointFolder(self);
  for (const { box } of upInboxes) self.watch(`${folder}\\${box}`);
  return 'watching';
}

/** The folder behind the CAP share; the share is looked up anew, as Inbox Manager may have put it elsewhere. */
function accessPointFolder(self: Self): string {
  return self.computer.files.resolveShare(accessPointShare(self.site.code)) ?? '';
}

function filesOnTheAccessPoint(self: AssistantSelf): string[] {
  watchTheBoxes(self);
  const folder = accessPointFolder(self);
  if (foundEmpty.get(self.memory) === stampOf(self, folder)) return [];
  const { failures } = self.files;
  const found = upInboxes.flatMap(({ box }) => filesIn(self, `${folder}\\${box}`, '*.*'));
  if (found.length === 0 && self.files.failures === failures) foundEmpty.set(self.memory, stampOf(self, folder));
  return found;
}

/** By memory of a process: how the access point looked when its boxes were empty; another look can then be spared. */
const foundEmpty = new WeakMap<AssistantMemory, string>();

function stampOf(self: AssistantSelf, folder: string): string {
  return `${folder} ${self.files.stamp(folder)}`;
}

function startTheCopy(self: AssistantSelf): string {
  const { memory } = self;
  const box = upInboxes.find((one) => memory.file.toLowerCase().includes(`\\${one.box.toLowerCase()}\\`));
  if (box === undefined) throw new Error(`${memory.file} lies in no inbox of a client access point`);
  const reading = self.files.open(memory.file, { access: 'read', share: 'read', create: 'open existing' });
  if (!reading.ok) return 'still being written';
  self.files.close(reading.value);
  memory.final = `${reachedInbox(self.site, self.computer.name, box.inbox)}\\${fileName(memory.file)}`;
  memory.target = self.trait('copies under a temporary name') === true ? temporaryName(memory.final) : memory.final;
  const started = self.copy(memory.file, memory.target);
  memory.error = started.ok ? 0 : started.error;
  return started.ok ? 'copying' : 'refused';
}

/** The extension gives way to .tmp, which no receiving component looks for. */
function temporaryName(path: string): string {
  return `${path.replace(/\.[^.\\]*$/, '')}.tmp`;
}

function giveTheFinalName(self: AssistantSelf): string {
  const { memory } = self;
  if (memory.target === memory.final) return 'named';
  const moved = self.files.move(memory.target, memory.final);
  memory.error = moved.ok ? 0 : moved.error;
  return moved.ok ? 'named' : 'name taken';
}

function deleteTheOriginal(): Effect<AssistantMemory> {
  return {
    answers: ['deleted', 'cannot delete'],
    run: (self) => (self.files.delete(self.memory.file).ok ? 'deleted' : 'cannot delete'),
  };
}
