import { createMachine } from 'xstate';
import { hour, minute, second } from '../../../kernel/index.ts';
import { documented, inboxPath, inferred, isPrimary } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, tickCount } from '../../inbox-pass.ts';
import { newOrphanMemory, orphanProvenance, orphanRetry, recordTrait, recordTraitValue } from './orphans.ts';
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
    on: {
      'folder changed': { actions: 'remember the change' },
      'attached to a parent': { actions: 'send everything to the parent' },
    },
    states: {
      starting: {
        meta: { provenance: inferred('SMS 2.0 KB on sites without a CAP', 'Retry in 10 seconds, as its line says.') },
        entry: 'look for the inbox',
        on: { 'inbox found': 'looking', 'no inbox': 'without an inbox', 'no database': 'waiting for the hour' },
      },
      'without an inbox': { after: { 'pause without an inbox': 'starting' } },
      looking: {
        meta: { provenance: documented('Q234360') },
        entry: 'look for files',
        on: { 'files waiting': 'beginning', 'nothing to do': 'looking back' },
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
      ending: { entry: 'end the cycle', on: { ended: 'looking back' } },
      'looking back': {
        entry: 'look back',
        on: { 'changed meanwhile': 'looking', 'files left': 'waiting with files left', 'nothing new': 'waiting' },
      },
      waiting: { on: { 'folder changed': 'looking' } },
      'waiting for the hour': {
        meta: { provenance: documented('Q234360') },
        on: { 'folder changed': 'forwarding' },
        after: { 'until the hourly cycle': 'forwarding' },
      },
      forwarding: {
        meta: { provenance: documented('Q234360', 'It writes no log entries there.') },
        entry: 'hand the files to Replication Manager',
        on: { forwarded: 'waiting for the hour' },
      },
      'waiting with files left': {
        on: { 'folder changed': 'looking' },
        after: { 'until the next retry': 'retrying' },
      },
      retrying: {
        meta: { provenance: orphanProvenance },
        entry: 'bring back the orphans',
        on: { 'brought back': 'looking' },
      },
    },
  }),
  effects: {
    ...passEffects<SoftwareMemory>(waitingFiles, (self) => [...waitingFiles(self), ...orphans(self)]),
    ...softwareEffects,
    'look for the inbox': { answers: ['inbox found', 'no inbox', 'no database'], run: lookForTheInbox },
    'begin the cycle': {
      answers: ['begun'],
      run: (self) => {
        self.log('Processing Inventory files');
        return 'begun';
      },
    },
    'end the cycle': {
      answers: ['ended'],
      run: (self) => {
        self.log('Process Cycle Completed.');
        return 'ended';
      },
    },
  },
  delays: {
    'pause without an inbox': {
      provenance: inferred('SMS 2.0 KB on sites without a CAP', 'The log line says so.'),
      duration: () => 10 * second,
    },
    'until the hourly cycle': { provenance: documented('Q234360'), duration: () => hour },
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

function lookForTheInbox(self: Self<SoftwareMemory>): string {
  const inbox = inboxPath(self.site, 'sinv.box');
  if (!self.files.exists(inbox)) {
    self.log('Waiting for the inbox manager to create the inboxes, retry in 10 seconds.');
    return 'no inbox';
  }
  if (!isPrimary(self.site)) {
    self.watch(inboxPath(self.site, 'inventry.box'));
    return 'no database';
  }
  self.watch(inbox);
  return 'inbox found';
}

/** Complete reports come before deltas. */
function waitingFiles(self: Self): string[] {
  const inbox = inboxPath(self.site, 'sinv.box');
  return [...filesIn(self, inbox, '*.sic'), ...filesIn(self, inbox, '*.sid')];
}

function orphans(self: Self): string[] {
  return filesIn(self, inboxPath(self.site, 'sinv.box', 'Orphans'), '*.si?');
}

/** Files in use wait as long as orphans do. */
function untilTheNextRetry(self: Self<SoftwareMemory>): number {
  const left = self.memory.nextRetry - tickCount(self);
  return left > 0 ? left : orphanRetry;
}
