import { createMachine } from 'xstate';
import { minute, second } from '../../../kernel/index.ts';
import { assumed, documented, inboxPath, inferred, isPrimary } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, silent, tickCount } from '../../inbox-pass.ts';
import { loaderFileEffects, type LoaderMemory } from './loader-files.ts';
import { loaderReportEffects } from './loader-reports.ts';
import {
  childRecordTrait,
  childRecordTraitValue,
  newOrphanMemory,
  orphanProvenance,
  orphanRetry,
  recordTrait,
  recordTraitValue,
} from './orphans.ts';

/** Loads hardware inventory into the site database: one MIF after the other, in the order of their names. */
export const inventoryDataLoader = defineComponent<LoaderMemory>({
  name: 'SMS_INVENTORY_DATA_LOADER',
  service: 'SMS_EXECUTIVE',
  runsAt: isPrimary,
  file: 'Dataldr.dll',
  log: { file: 'Dataldr.log', component: 'SMS_INVENTORY_DATA_LOADER', side: 'server' },
  machine: createMachine({
    id: 'SMS_INVENTORY_DATA_LOADER',
    initial: 'starting',
    on: {
      'folder changed': { actions: 'remember the change' },
      'attached to a parent': { actions: 'send everything to the parent' },
    },
    states: {
      starting: { entry: ['watch the inbox', 'recover leftovers'], on: { recovered: 'looking' } },
      looking: { entry: 'look for files', on: { 'files waiting': 'beginning', 'nothing to do': 'waiting' } },
      beginning: {
        meta: { provenance: documented('Q319167') },
        entry: 'begin the batch',
        on: { begun: 'taking' },
      },
      taking: { entry: 'take the next file', on: { 'file taken': 'measuring', 'none left': 'ending' } },
      measuring: {
        meta: { provenance: documented('Q319167, Q198766') },
        entry: 'check the size',
        on: { fits: 'moving', 'too large': 'rejecting as too large', gone: 'taking' },
      },
      'rejecting as too large': { entry: 'keep its name in BADMIFS', on: { rejected: 'taking' } },
      moving: { entry: 'move it to Process', on: { moved: 'loading', 'in use': 'taking' } },
      loading: { after: { 'time to load a MIF': 'compiling' } },
      compiling: {
        meta: { provenance: documented('Q295309, Q293225') },
        entry: 'compile the file',
        on: { compiled: 'finding', 'syntax error': 'rejecting', 'never ends': 'hanging' },
      },
      hanging: { meta: { provenance: documented('Q295309') } },
      finding: {
        meta: { provenance: documented('Q198766') },
        entry: 'find the computer',
        on: { found: 'applying', unknown: 'orphaning', 'no database': 'putting back' },
      },
      orphaning: {
        meta: { provenance: documented('Q198766, Q258162') },
        entry: 'make it an orphan',
        on: { orphaned: 'taking' },
      },
      applying: {
        meta: { provenance: documented('Q281107, Q275694') },
        entry: 'apply the report',
        on: {
          loaded: 'taking',
          'does not fit': 'asking for a resync',
          'still does not fit': 'rejecting',
          'could not validate': 'rejecting',
          'no database': 'putting back',
        },
      },
      'asking for a resync': {
        meta: { provenance: documented('Q281107') },
        entry: 'ask for a resync',
        on: { published: 'rejecting', dropped: 'rejecting' },
      },
      rejecting: {
        meta: { provenance: documented('Q275694, Q256073') },
        entry: 'move it to BADMIFS',
        on: { rejected: 'taking' },
      },
      'putting back': { entry: 'put the file back', on: { 'put back': 'waiting for the database' } },
      'waiting for the database': { after: { 'pause after a database failure': 'looking' } },
      ending: {
        meta: { provenance: documented('Q319167') },
        entry: ['end the batch', 'look back'],
        on: { 'changed meanwhile': 'looking', 'files left': 'waiting', 'nothing new': 'waiting' },
      },
      waiting: { on: { 'folder changed': 'looking' }, after: { 'until the next retry': 'retrying' } },
      retrying: {
        meta: { provenance: documented('Q198766, Q275694') },
        entry: ['bring back the orphans', 'bring back rejected files'],
        on: { 'brought back': 'looking' },
      },
    },
  }),
  effects: {
    ...passEffects<LoaderMemory>((self) => filesIn(self, inboxPath(self.site, 'dataldr.box'), '*.mif')),
    ...loaderFileEffects,
    ...loaderReportEffects,
    'begin the batch': {
      answers: ['begun'],
      run: (self) => {
        self.memory.finished = 0;
        const thread = self.thread.toString(16).toUpperCase();
        self.log(`Starting the No. 1 machine MIF processing thread, thread ID = ${thread}`);
        return 'begun';
      },
    },
    'end the batch': silent((self) => {
      self.log('No more machine MIFs to be processed, terminating thread');
      self.log(`Finished processing ${self.memory.finished} MIFs`);
    }),
  },
  delays: {
    'time to load a MIF': {
      provenance: assumed('Compiling and loading one MIF takes one second.'),
      duration: () => second,
    },
    'until the next retry': { provenance: orphanProvenance, duration: untilTheNextRetry },
    'pause after a database failure': {
      provenance: inferred('Q226510, Q249582', 'Discovery Data Manager waits 60 seconds after an SQL error.'),
      duration: () => minute,
    },
  },
  hears: [],
  traits: {
    'stops at a truncated file': {
      default: true,
      meaning: 'A MIF that ends too early is rejected; otherwise the thread tries for ever to read its end.',
      provenance: documented('Q295309'),
    },
    'days a rejected file is tried again': {
      default: 14,
      meaning:
        'Files in BADMIFS are tried again for so many days and then discarded; 0: they stay and are not looked at.',
      provenance: documented('Q275694'),
    },
    [recordTrait]: recordTraitValue,
    [childRecordTrait]: childRecordTraitValue,
  },
  provenance: inferred('Q319167, Q198766, Q256073', 'Log excerpts show the steps.'),
  memory: () => ({
    ...newInboxPass(),
    ...newOrphanMemory(),
    finished: 0,
    report: null,
    isFromChild: false,
    resourceId: 0,
    nextRejectRetry: 0,
    triedAgain: [],
  }),
});

/** Ten minutes while there are orphans or files in use; else the daily look at BADMIFS. */
function untilTheNextRetry(self: Self<LoaderMemory>): number {
  const box = inboxPath(self.site, 'dataldr.box');
  const left = [...filesIn(self, box, '*.mif'), ...filesIn(self, `${box}\\ORPHANS`, '*.mif')].length > 0;
  const now = tickCount(self);
  const { nextRetry, nextRejectRetry } = self.memory;
  const retry = nextRetry > now ? nextRetry : now + orphanRetry;
  return (left ? Math.min(retry, nextRejectRetry) : nextRejectRetry) - now;
}
