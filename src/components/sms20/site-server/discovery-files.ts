import { day } from '../../../kernel/index.ts';
import {
  assignedSites,
  inboxPath,
  inferred,
  isInHierarchy,
  isPrimary,
  parseDiscoveryRecord,
  resources,
  setAssignedSites,
  systemOpener,
  upsertDiscovery,
  win32,
  type DiscoveryRecord,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { requestClient } from '../remote-installation/remote-installation.ts';
import { reportStatus } from '../status.ts';
import { sendAllDiscovery } from '../hierarchy/attachment.ts';
import { onDatabase } from './database-access.ts';
import {
  keepProcessed,
  knownBefore,
  passOn,
  sendRecord,
  tellOfAssignment,
  type KnownBefore,
} from './discovery-forwarding.ts';
import { extension, filesIn, silent, type InboxPass } from '../../inbox-pass.ts';
import { moveInto } from './orphans.ts';
import { sitesOf, type Occasion } from './site-assignment.ts';
import type { NightMemory } from './unassigned-inventory.ts';

/** What Discovery Data Manager remembers. */
export interface DiscoveryMemory extends InboxPass, NightMemory {
  record: DiscoveryRecord | null;
  resourceId: number;
  boundariesChanged: boolean;
  /** What was known of the computer before the record in hand. */
  before: KnownBefore;
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
  'read the record': {
    answers: ['read', 'corrupt', 'empty', 'never ends', 'in use', 'gone', 'for the parent', 'from the parent'],
    run: read,
  },
  'store the record': { answers: ['stored', 'no name', 'failed'], run: store },
  'assign it to sites': {
    answers: ['assigned', 'assigned in a hierarchy', 'failed'],
    run: (self) => {
      if (!assign(self, self.memory.resourceId, 'record')) return 'failed';
      requestClient(self, recordOf(self), self.memory.resourceId);
      return isInHierarchy(self.site) ? 'assigned in a hierarchy' : 'assigned';
    },
  },
  'pass the record on': {
    answers: ['passed on'],
    run: (self) => {
      passOn(self, recordOf(self), self.memory.resourceId, self.memory.before);
      return 'passed on';
    },
  },
  'send the record to the parent': {
    answers: ['sent', 'in use'],
    run: (self) => (sendRecord(self, self.memory.file) ? 'sent' : 'in use'),
  },
  'keep the processed record': {
    answers: ['kept', 'in use'],
    run: (self) => (keepProcessed(self, self.memory.file) ? 'kept' : 'in use'),
  },
  'send everything to the parent': silent(sendAllDiscovery),
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
      if (!isPrimary(self.site)) return 'evaluated';
      const all = onDatabase(self, resources);
      if (!all.ok) return 'no database';
      return all.value.every(({ resourceId }) => evaluate(self, resourceId)) ? 'evaluated' : 'no database';
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
  if (!isPrimary(self.site)) return extension(file) === '.pdr' ? 'from the parent' : 'for the parent';
  const record = parseDiscoveryRecord(text.value);
  self.memory.record = record.ok ? record.value : null;
  return record.ok ? 'read' : 'corrupt';
}

function store(self: DiscoverySelf): string {
  const record = recordOf(self);
  self.memory.before = knownBefore(self, record);
  const countsTrailingBlanks = self.trait('compares names as SQL Server does') === false;
  const verdict = onDatabase(self, (database) => upsertDiscovery(database, record, { countsTrailingBlanks }));
  if (!verdict.ok) return 'failed';
  if (verdict.value.verdict === 'no name') return 'no name';
  self.memory.resourceId = verdict.value.resourceId;
  return 'stored';
}

function recordOf(self: DiscoverySelf): DiscoveryRecord {
  if (self.memory.record === null) throw new Error('Discovery Data Manager has no record in hand');
  return self.memory.record;
}

/** False where the database does not answer; other sites hear of what becomes different. */
function evaluate(self: DiscoverySelf, resourceId: number): boolean {
  if (!isInHierarchy(self.site)) return assign(self, resourceId, 'new boundaries');
  const before = onDatabase(self, (database) => assignedSites(database, resourceId));
  if (!before.ok || !assign(self, resourceId, 'new boundaries')) return false;
  tellOfAssignment(self, resourceId, before.value);
  return true;
}

/** False where the database does not answer. */
function assign(self: DiscoverySelf, resourceId: number, occasion: Occasion): boolean {
  const sites = onDatabase(self, (database) => sitesOf(self, database, resourceId, occasion));
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
