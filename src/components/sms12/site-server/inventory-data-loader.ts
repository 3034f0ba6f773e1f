import { createMachine } from 'xstate';
import { second } from '../../../kernel/index.ts';
import { assumed, definedGroups, documented, inferred, type DefinedGroup } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, silent, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { lastMifYear, lastMifYearTrait } from '../mif-years.ts';
import { serviceResponse } from '../service-response.ts';
import { attached, reportEverything } from './attachment.ts';
import { loadFile, takesAnyCase } from './loaded-inventory.ts';
import { markFile, takeIntoProcess } from './loader-queue.ts';
import { deletesAtOldSites } from './moved-computer.ts';
import { watchdogBegins, watchdogEnds } from './watchdog-cycle.ts';

/** What the Inventory Data Loader remembers besides its pass. */
export interface LoaderMemory extends InboxPass {
  /** The group classes of the database as they were when it last read them: it reads them once (Q168093). */
  known: readonly DefinedGroup[] | undefined;
  /** SQL Server did not answer when it was last asked. */
  lost: boolean;
  /** What SQL Server is asked stands in the log (Q176517, Q192922). */
  traces: boolean;
  /** A watchdog cycle of Site Configuration Manager is under way (Q176517). */
  besideWatchdog: boolean;
}

/** What becomes of a marked file. */
export type LoaderAnswer = 'loaded' | 'resync asked for' | 'rejected' | 'thread ended';

const tracing = documented('Q139141, Q176517', 'Tracing\\SQLEnabled is read when SMS Executive starts.');

const watchdog = assumed(
  'While Site Configuration Manager looks after the servers, a MIF takes twice the time.',
  'Q176517',
);

const noticing = assumed(
  'Inventory Data Loader is told of changes of DELTAMIF.COL, and looks again at each polling interval.',
  'Q168093, Q176517',
);

/** Loads binary MIFs into the site database, and asks computers whose reports do not fit for a resync. */
export const sms12InventoryDataLoader = defineComponent<LoaderMemory>({
  name: 'SMS_INVENTORY_DATA_LOADER',
  service: 'SMS_EXECUTIVE',
  runsAt: ({ kind }) => kind !== 'secondary',
  file: 'Dataldr.dll',
  log: { file: 'DATALODR.LOG', component: 'SMS_INVENTORY_DATA_LOADER', side: 'server' },
  machine: createMachine({
    id: 'SMS_INVENTORY_DATA_LOADER',
    initial: 'starting',
    on: {
      'folder changed': { actions: 'remember the change' },
      [attached]: { actions: 'report everything' },
      [watchdogBegins]: { actions: 'note the watchdog' },
      [watchdogEnds]: { actions: 'note the watchdog' },
    },
    states: {
      starting: { entry: 'watch the folder', always: 'looking' },
      looking: {
        entry: ['move files into Process', 'look for files'],
        on: { 'files waiting': 'taking', 'nothing to do': 'waiting' },
      },
      taking: {
        entry: 'take the next file',
        on: { 'file taken': 'marking', 'none left': { target: 'looking back', actions: 'end the thread' } },
      },
      marking: {
        meta: { provenance: documented('Q239534, Resource Guide for SMS 1.2 (Collecting Inventory at Sites)') },
        entry: 'mark the file with an X',
        on: { marked: 'loading', 'tried too often': 'taking', 'in use': 'taking' },
      },
      loading: { after: { 'time to load a MIF': 'storing' } },
      storing: {
        meta: { provenance: documented('Q138021, Q176517, Q185353') },
        entry: 'load the file',
        on: { loaded: 'taking', 'resync asked for': 'taking', rejected: 'taking', 'thread ended': 'looking back' },
      },
      ...statesAfterPass('service response'),
    },
  }),
  effects: {
    ...passEffects<LoaderMemory>((self) =>
      filesIn(self, siteFolder(self.site, 'DATALOAD.BOX', 'DELTAMIF.COL', 'PROCESS'), '*.MIF'),
    ),
    'watch the folder': silent((self) => {
      self.restsOn('notice of MIFs', noticing);
      self.watch(siteFolder(self.site, 'DATALOAD.BOX', 'DELTAMIF.COL'));
      self.restsOn('SQL tracing', tracing);
      self.memory.traces = self.registry.getNumber(tracingKey, 'SQLEnabled') === 1;
      self.memory.known = known(self);
      self.log('Waiting for a MIF...');
    }),
    'report everything': silent(reportEverything),
    'note the watchdog': silent((self) => {
      self.memory.besideWatchdog = self.message.type === watchdogBegins;
    }),
    'move files into Process': silent(takeIntoProcess),
    'mark the file with an X': { answers: ['marked', 'tried too often', 'in use'], run: markFile },
    'load the file': { answers: ['loaded', 'resync asked for', 'rejected', 'thread ended'], run: loadTraced },
    'end the thread': silent((self) => {
      self.log('~No more machine MIFs to be processed, terminating thread');
    }),
  },
  delays: {
    'time to load a MIF': {
      provenance: assumed('A MIF takes two seconds to load.', 'Q134714'),
      duration: (self) => {
        self.restsOn('watchdog cycles', watchdog);
        return self.memory.besideWatchdog ? 4 * second : 2 * second;
      },
    },
    'service response': {
      provenance: noticing,
      duration: serviceResponse,
    },
  },
  hears: [],
  traits: {
    [lastMifYear]: lastMifYearTrait,
    [takesAnyCase]: {
      default: true,
      meaning: 'An attribute is known by its name whatever the case of its letters.',
      provenance: documented('Q191441', 'The list has the title of Q185913.'),
    },
    [deletesAtOldSites]: {
      default: true,
      meaning: 'The lowest site above both sites of a computer that has moved has the old ones delete its record.',
      provenance: documented('Q167777'),
    },
    'compares without SMSLocation': {
      default: true,
      meaning: 'Computers with the same site, domain and name do not count as overlapping.',
      provenance: documented('Q129125'),
    },
    'keeps a MIF when SQL Server is lost': {
      default: true,
      meaning: 'The MIF that is being loaded when SQL Server is lost waits for it; otherwise it counts as bad.',
      provenance: documented('Q153573'),
    },
  },
  provenance: inferred('Q138021, Q168093, Q176517, Q239534', 'Articles tell what is done; the order of steps follows.'),
  memory: () => ({ ...newInboxPass(), known: undefined, lost: false, traces: false, besideWatchdog: false }),
});

const tracingKey = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Tracing';

/** The group classes at the start of SMS Executive; where SQL Server does not answer, they are read later. */
function known(self: Self<LoaderMemory>): readonly DefinedGroup[] | undefined {
  const groups = definedGroups(self.database);
  return groups.ok ? groups.value : undefined;
}

function loadTraced(self: Self<LoaderMemory>): LoaderAnswer {
  if (!self.memory.traces) return loadFile(self);
  const trace = (sql: string): void => {
    self.log(`SQL>>>${sql}`);
    self.log('SQL>>>>> Done.');
  };
  return self.database.traced(trace, () => loadFile(self));
}
