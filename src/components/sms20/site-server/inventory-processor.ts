import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import {
  assumed,
  convertRawInventory,
  documented,
  fileName,
  inboxPath,
  inferred,
  isPrimary,
  parseRawInventory,
  printHardwareReport,
  printRawInventory,
  win32,
  type HardwareReport,
} from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { priorities, replicate, sendToParent } from '../hierarchy/replication.ts';
import { unusedName } from '../generated-names.ts';
import { extension, filesIn, newInboxPass, passEffects, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { rawHistoryPath, rawHistoryProvenance } from './raw-history.ts';

/** Passes hardware inventory on to the Data Loader: .nhm by a new extension, .raw by conversion and comparison. */
export const inventoryProcessor = defineComponent<InboxPass>({
  name: 'SMS_INVENTORY_PROCESSOR',
  service: 'SMS_EXECUTIVE',
  file: 'Invproc.dll',
  log: { file: 'Invproc.log', component: 'SMS_INVENTORY_PROCESSOR', side: 'server' },
  machine: createMachine({
    id: 'SMS_INVENTORY_PROCESSOR',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the inbox', on: { watching: 'looking' } },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'waiting' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'sorting', 'none left': 'looking back' } },
      sorting: { entry: 'tell the kind of file', on: { '32-bit': 'passing on', '16-bit': 'converting' } },
      'passing on': {
        meta: { provenance: documented('Resource Guide ch. 20 and 25') },
        entry: 'hand the file to the Data Loader',
        on: { 'handed over': 'taking', 'in use': 'taking' },
      },
      converting: { after: { 'time to convert a file': 'comparing' } },
      comparing: {
        meta: { provenance: documented('Q202940') },
        entry: 'convert the file',
        on: { converted: 'taking', unreadable: 'passing on', 'in use': 'taking' },
      },
      ...statesAfterPass('until the next look'),
    },
  }),
  effects: {
    ...passEffects<InboxPass>((self) => {
      const inbox = inboxPath(self.site, 'inventry.box');
      return [...filesIn(self, inbox, '*.nhm'), ...filesIn(self, inbox, '*.raw')];
    }),
    'watch the inbox': {
      answers: ['watching'],
      run: (self) => {
        self.watch(inboxPath(self.site, 'inventry.box'));
        return 'watching';
      },
    },
    'tell the kind of file': {
      answers: ['32-bit', '16-bit'],
      run: (self) => (extension(self.memory.file) === '.raw' ? '16-bit' : '32-bit'),
    },
    'hand the file to the Data Loader': { answers: ['handed over', 'in use'], run: handOver },
    'convert the file': { answers: ['converted', 'unreadable', 'in use'], run: convert },
  },
  delays: {
    'time to convert a file': {
      provenance: assumed('Conversion of a .raw takes 200 milliseconds.'),
      duration: () => 200,
    },
    'until the next look': {
      provenance: assumed('A file that is in use is tried again after 10 minutes, or at the next change.'),
      duration: () => 10 * minute,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Resource Guide ch. 20 and 25', 'Who hands what to whom is told; the steps follow.'),
  memory: newInboxPass,
});

/** The name of a file for the Data Loader. */
function loaderName(self: Self<InboxPass>): string {
  return `${fileName(self.memory.file).replace(/\.[^.]*$/, '')}.MIF`;
}

/** Where a file goes whose name the Data Loader's inbox has already: under a new name, so that neither is lost. */
function loaderPath(self: Self<InboxPass>): string {
  const folder = inboxPath(self.site, 'dataldr.box');
  const name = loaderName(self);
  if (!self.files.exists(`${folder}\\${name}`)) return `${folder}\\${name}`;
  return `${folder}\\${unusedName(self.files, folder, '.MIF', self.random('MIF names'))}`;
}

const toTheParent = documented('SMS Administrator online help', 'At a secondary site the files go to the parent.');

/** A secondary site has no Data Loader: what it would get goes to that of the parent site. */
function handOver(self: Self<InboxPass>): string {
  if (!isPrimary(self.site)) {
    self.restsOn('hardware inventory of a secondary site', toTheParent);
    return sendToParent(self, self.memory.file, 'dataldr.box', loaderName(self)) ? 'handed over' : 'in use';
  }
  return self.files.move(self.memory.file, loaderPath(self)).ok ? 'handed over' : 'in use';
}

/** What cannot be read as a .raw is passed on as it is, and the Data Loader rejects it. */
function convert(self: Self<InboxPass>): string {
  const text = self.files.readText(self.memory.file);
  if (!text.ok) return text.error === win32.fileNotFound ? 'converted' : 'in use';
  const report = parseRawInventory(text.value);
  if (!report.ok) return 'unreadable';
  self.restsOn('comparison base of 16-bit clients', rawHistoryProvenance);
  const converted = convertRawInventory(report.value, historyOf(self, report.value.guid));
  if (!giveToLoader(self, printHardwareReport(converted))) return 'in use';
  self.files.createFolder(inboxPath(self.site, 'inventry.box', 'History'));
  self.files.writeText(rawHistoryPath(self.site, report.value.guid), printRawInventory(report.value));
  self.files.delete(self.memory.file);
  return 'converted';
}

function giveToLoader(self: Self<InboxPass>, text: string): boolean {
  if (isPrimary(self.site)) return self.files.writeText(loaderPath(self), text).ok;
  const to = { destination: self.site.parent ?? '', inbox: 'dataldr.box', name: loaderName(self) };
  return replicate(self, to, priorities.inventory, { text, size: text.length });
}

function historyOf(self: Self, guid: string): HardwareReport | undefined {
  const text = self.files.readText(rawHistoryPath(self.site, guid));
  const history = text.ok ? parseRawInventory(text.value) : undefined;
  return history?.ok === true ? history.value : undefined;
}
