import { day } from '../../../kernel/index.ts';
import {
  inboxPath,
  inferred,
  parseDiscoveryRecord,
  resources,
  setAssignedSites,
  systemOpener,
  upsertDiscovery,
  win32,
  type DiscoveryRecord,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { reportStatus } from '../status.ts';
import { onDatabase } from './database-access.ts';
import { filesIn, silent, type InboxPass } from './inbox-pass.ts';
import { moveInto } from './orphans.ts';
import { sitesOf } from './site-assignment.ts';

/** What Discovery Data Manager remembers. */
export interface DiscoveryMemory extends InboxPass {
  record: DiscoveryRecord | null;
  resourceId: number;
  boundariesChanged: boolean;
}

type DiscoverySelf = Self<DiscoveryMemory>;

/** What Discovery Data Manager does with one record, and with all computers. */
export const discoveryEffects: Readonly<Record<string, Effect<DiscoveryMemory>>> = {
  'watch the inbox': {
    answers: ['watching'],
    run: (self) => {
      self.watch(inboxPath(self.site, 'ddm.box'));
      return 'watching';
    },
  },
  'clear BAD_DDRS': silent(clearRejected),
  'remember the new boundaries': silent((self) => {
    self.memory.boundariesChanged = true;
  }),
  'read the record': { answers: ['read', 'corrupt', 'empty', 'never ends', 'in use', 'gone'], run: read },
  'store the record': { answers: ['stored', 'no name', 'failed'], run: store },
  'assign it to sites': {
    answers: ['assigned', 'failed'],
    run: (self) => (assign(self, self.memory.resourceId) ? 'assigned' : 'failed'),
  },
  'delete the record': { answers: ['deleted', 'cannot delete'], run: deleteRecord },
  'move it to BAD_DDRS': {
    answers: ['rejected'],
    run: (self) => {
      moveInto(self, self.memory.file, inboxPath(self.site, 'ddm.box', 'BAD_DDRS'));
      return 'rejected';
    },
  },
  'report the failure': silent(reportFailure),
  'look back at the boundaries': {
    answers: ['boundaries changed', 'same boundaries'],
    run: (self) => (self.memory.boundariesChanged ? 'boundaries changed' : 'same boundaries'),
  },
  'evaluate all computers': {
    answers: ['evaluated', 'no database'],
    run: (self) => {
      self.memory.boundariesChanged = false;
      const all = onDatabase(self, resources);
      if (!all.ok) return 'no database';
      return all.value.every(({ resourceId }) => assign(self, resourceId)) ? 'evaluated' : 'no database';
    },
  },
};

function read(self: DiscoverySelf): string {
  const { file } = self.memory;
  const text = self.files.readText(file);
  if (!text.ok) return text.error === win32.fileNotFound ? 'gone' : 'in use';
  const facts = self.files.stat(file);
  if (facts.ok && facts.value.size === 0) {
    return self.trait('gets past an empty record') === true ? 'empty' : 'never ends';
  }
  const record = parseDiscoveryRecord(text.value);
  self.memory.record = record.ok ? record.value : null;
  return record.ok ? 'read' : 'corrupt';
}

function store(self: DiscoverySelf): string {
  const { record } = self.memory;
  if (record === null) throw new Error('Discovery Data Manager has no record in hand');
  const verdict = onDatabase(self, (database) => upsertDiscovery(database, record));
  if (!verdict.ok) return 'failed';
  if (verdict.value.verdict === 'no name') return 'no name';
  self.memory.resourceId = verdict.value.resourceId;
  return 'stored';
}

/** False where the database does not answer. */
function assign(self: DiscoverySelf, resourceId: number): boolean {
  const sites = onDatabase(self, (database) => sitesOf(self, database, resourceId));
  if (!sites.ok) return false;
  return onDatabase(self, (database) => setAssignedSites(database, resourceId, sites.value)).ok;
}

function deleteRecord(self: DiscoverySelf): string {
  const { file } = self.memory;
  if (self.trait('deletes read-only records') === true) makeWritable(self, file);
  return self.files.delete(file).ok ? 'deleted' : 'cannot delete';
}

function makeWritable(self: Self, file: string): void {
  const opener = { ...systemOpener, process: self.id };
  self.computer.files.setAttributes(opener, file, { readOnly: false });
}

/** The record stays where it is, and nothing else is processed before the pause is over (Q249582). */
function reportFailure(self: DiscoverySelf): void {
  self.log('CDiscoverDataManager::ProcessDDRs_PS - Unable to update data source');
  reportStatus(self, 'SMS_DISCOVERY_DATA_MANAGER', { id: 2636, severity: 'E', inserts: [self.memory.file] });
  self.log('CDiscoverDataManager::ProcessDDRs_PS - SQL problem detected. Will retry later.');
  self.log('CDiscoverDataManager::Process - Failed to manage files in inbox. Will retry in at least 60 seconds');
}

const keptOneDay = inferred('Resource Guide ch. 17', 'Rejected records are kept for one day.');

function clearRejected(self: DiscoverySelf): void {
  for (const file of filesIn(self, inboxPath(self.site, 'ddm.box', 'BAD_DDRS'), '*.ddr')) {
    const facts = self.files.stat(file);
    if (!facts.ok || self.now() - facts.value.created < day) continue;
    self.restsOn('life of rejected discovery records', keptOneDay);
    self.files.delete(file);
  }
}
