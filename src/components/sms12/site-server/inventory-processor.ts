import { createMachine } from 'xstate';
import { assumed, documented } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import {
  extension,
  filesIn,
  newInboxPass,
  passEffects,
  silent,
  statesAfterPass,
  type InboxPass,
} from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { lastMifYear, lastMifYearTrait } from '../mif-years.ts';
import { serviceResponse } from '../service-response.ts';
import { deletesLastPackage, processMif, processRaw, readsLongRecords } from './processed-inventory.ts';

const noticing = assumed(
  'Inventory Processor is told of changes of its folders, and looks again at each polling interval.',
  'Q126642',
);

/** Converts RAW files and MIFs into binary MIFs of what has changed since the last inventory of the computer. */
export const sms12InventoryProcessor = defineComponent<InboxPass>({
  name: 'SMS_INVENTORY_PROCESSOR',
  service: 'SMS_EXECUTIVE',
  file: 'Invproc.dll',
  log: { file: 'INVPROC.LOG', component: 'SMS_INVENTORY_PROCESSOR', side: 'server' },
  machine: createMachine({
    id: 'SMS_INVENTORY_PROCESSOR',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the folders', always: 'looking' },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'waiting' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'processing', 'none left': 'looking back' } },
      processing: {
        meta: { provenance: documented('Q126642, Q185353, Q187334') },
        entry: 'process the file',
        on: {
          'MIF written': 'taking',
          'nothing to report': 'taking',
          rejected: 'taking',
          'in use': 'taking',
          endless: 'in a loop',
        },
      },
      'in a loop': { meta: { provenance: documented('Q179561') } },
      ...statesAfterPass('service response'),
    },
  }),
  effects: {
    ...passEffects<InboxPass>((self) => [
      ...filesIn(self, siteFolder(self.site, 'INVENTRY.BOX'), '*.RAW'),
      ...filesIn(self, siteFolder(self.site, 'ISVMIF.BOX'), '*.MIF'),
      ...filesIn(self, siteFolder(self.site, 'ISVMIF.BOX'), '*.NHM'),
    ]),
    'watch the folders': silent((self) => {
      self.restsOn('notice of inventory', noticing);
      self.watch(siteFolder(self.site, 'INVENTRY.BOX'));
      self.watch(siteFolder(self.site, 'ISVMIF.BOX'));
      self.log('Waiting for MIF ........~');
    }),
    'process the file': {
      answers: ['MIF written', 'nothing to report', 'rejected', 'in use', 'endless'],
      run: (self) => (extension(self.memory.file) === '.raw' ? processRaw(self) : processMif(self)),
    },
  },
  delays: {
    'service response': {
      provenance: noticing,
      duration: serviceResponse,
    },
  },
  hears: [],
  traits: {
    'notes in the log that nothing changed': {
      default: true,
      meaning: 'Where no delta MIF is made, the log says so.',
      provenance: documented('Q187334'),
    },
    [lastMifYear]: lastMifYearTrait,
    [readsLongRecords]: {
      default: true,
      meaning: 'A record of a RAW may be longer than 8 KB; otherwise reading it never ends.',
      provenance: documented('Q179561'),
    },
    [deletesLastPackage]: {
      default: true,
      meaning: 'An inventory without packages deletes those of the inventory before.',
      provenance: documented('Q147707'),
    },
    'length of the NT CPU record (bytes)': {
      default: 64,
      meaning: 'How long the record of a processor in a RAW must be; that of another service pack is refused.',
      provenance: documented('Q169038'),
    },
    'a complete MIF without history replaces the record': {
      default: true,
      meaning: 'Where there is no history, the complete MIF carries the pragma resync.',
      provenance: documented('Q148649'),
    },
  },
  provenance: documented('Q126642, Q185353, Q187334'),
  memory: newInboxPass,
});
