import { createMachine } from 'xstate';
import { hour, minute, second } from '../../../kernel/index.ts';
import { assumed, documented, inboxPath, inferred } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, silent, tickCount } from './inbox-pass.ts';
import { newOrphanMemory, orphanProvenance, recordTrait, recordTraitValue } from './orphans.ts';
import { softwareEffects, type SoftwareMemory } from './software-files.ts';

/** Loads software inventory into the site database: all complete reports first, then the deltas. */
export const softwareInventoryProcessor = defineComponent<SoftwareMemory>({
  name: 'SMS_SOFTWARE_INVENTORY_PROCESSOR',
  service: 'SMS_EXECUTIVE',
  file: 'Sinvproc.dll',
  log: { file: 'Sinvproc.log', component: 'SMS_SOFTWARE_INVENTORY_PROCESSOR', side: 'server' },
  machine: createMachine({
    id: 'SMS_SOFTWARE_INVENTORY_PROCESSOR',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: {
        meta: { provenance: inferred('SMS 2.0 KB on sites without a CAP', 'Retry in 10 seconds, as its line says.') },
        entry: 'look for the inbox',
        on: { 'inbox found': 'looking', 'no inbox': 'without an inbox' },
      },
      'without an inbox': { after: { 'pause without an inbox': 'starting' } },
      looking: {
        meta: { provenance: documented('Q234360') },
        entry: 'look for files',
        on: { 'files waiting': 'beginning', 'nothing to do': 'waiting' },
      },
      beginning: { entry: 'begin the cycle', on: { begun: 'taking' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'processing', 'none left': 'ending' } },
      processing: { after: { 'time to process a file': 'reading' } },
      reading: {
        meta: { provenance: documented('Q248969') },
        entry: 'read the file',
        on: { read: 'finding', 'cannot open': 'rejecting', corrupt: 'rejecting', gone: 'taking' },
      },
      rejecting: {
        meta: { provenance: documented('Q248969') },
        entry: 'move it to BADSinv',
        on: { rejected: 'taking', 'in use': 'taking' },
      },
      finding: {
        meta: { provenance: documented('Q200852') },
        entry: 'find the computer',
        on: { found: 'applying', unknown: 'orphaning', 'no database': 'waiting for the database' },
      },
      orphaning: {
        meta: { provenance: documented('Q200852, Q258162') },
        entry: 'make it an orphan',
        on: { orphaned: 'taking' },
      },
      applying: {
        meta: { provenance: documented('Q234360, Q281107') },
        entry: 'apply the report',
        on: {
          processed: 'taking',
          'out of date': 'taking',
          'no base': 'asking for a resync',
          'no database': 'waiting for the database',
          'could not validate': 'rejecting',
        },
      },
      'asking for a resync': {
        meta: { provenance: documented('Q281107') },
        entry: 'ask for a resync',
        on: { published: 'taking', dropped: 'taking' },
      },
      'waiting for the database': { after: { 'pause after a database failure': 'looking' } },
      ending: {
        entry: ['end the cycle', 'look back'],
        on: { 'changed meanwhile': 'looking', 'nothing new': 'waiting' },
      },
      waiting: { on: { 'folder changed': 'looking' }, after: { 'until the next retry': 'retrying' } },
      retrying: {
        meta: { provenance: orphanProvenance },
        entry: 'bring back the orphans',
        on: { 'brought back': 'looking' },
      },
    },
  }),
  effects: {
    ...passEffects<SoftwareMemory>((self) => {
      const inbox = inboxPath(self.site, 'sinv.box');
      return [...filesIn(self, inbox, '*.sic'), ...filesIn(self, inbox, '*.sid')];
    }),
    ...softwareEffects,
    'look for the inbox': { answers: ['inbox found', 'no inbox'], run: lookForTheInbox },
    'begin the cycle': {
      answers: ['begun'],
      run: (self) => {
        self.log('Processing Inventory files');
        return 'begun';
      },
    },
    'end the cycle': silent((self) => self.log('Process Cycle Completed.')),
  },
  delays: {
    'pause without an inbox': {
      provenance: inferred('SMS 2.0 KB on sites without a CAP', 'The log line says so.'),
      duration: () => 10 * second,
    },
    'time to process a file': {
      provenance: inferred('Q234360', 'The excerpt shows 60 milliseconds from one file to its success.'),
      duration: () => 60,
    },
    'until the next retry': { provenance: orphanProvenance, duration: untilTheNextRetry },
    'pause after a database failure': {
      provenance: inferred('Q226510, Q249582', 'Discovery Data Manager waits 60 seconds after an SQL error.'),
      duration: () => minute,
    },
  },
  hears: [],
  traits: {
    'leaves nothing in BADSinv for a file in use': {
      default: true,
      meaning: 'The empty file that keeps the name in BADSinv goes when the move of a file in use fails.',
      provenance: documented('Q248969'),
    },
    [recordTrait]: recordTraitValue,
  },
  provenance: inferred('Q234360, Q248969, Q200852', 'Log excerpts show the steps.'),
  memory: () => ({ ...newInboxPass(), ...newOrphanMemory(), report: null, resourceId: 0, computerName: '' }),
});

const idleLook = assumed('With nothing to do the processor looks into its inbox every hour.', 'Q234360');

function lookForTheInbox(self: Self<SoftwareMemory>): string {
  const inbox = inboxPath(self.site, 'sinv.box');
  if (!self.files.exists(inbox)) {
    self.log('Waiting for the inbox manager to create the inboxes, retry in 10 seconds.');
    return 'no inbox';
  }
  self.watch(inbox);
  return 'inbox found';
}

/** Ten minutes while there are orphans. */
function untilTheNextRetry(self: Self<SoftwareMemory>): number {
  const orphans = filesIn(self, inboxPath(self.site, 'sinv.box', 'Orphans'), '*.si?').length > 0;
  if (orphans) return self.memory.nextRetry - tickCount(self);
  self.restsOn('look into an inbox without changes', idleLook);
  return hour;
}
