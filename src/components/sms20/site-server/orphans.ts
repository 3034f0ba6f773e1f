import { hour, minute } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  fileName,
  identifyingProperties,
  inboxPath,
  inferred,
  printDiscoveryRecord,
  type DiscoveryRecord,
} from '../../../world/index.ts';
import type { Self, Trait } from '../../component.ts';
import { unusedName } from '../generated-names.ts';
import { filesIn, tickCount } from '../../inbox-pass.ts';

/** What a component remembers of inventory whose computer the site does not know. */
export interface OrphanMemory {
  /** Tick count of the next retry. */
  nextRetry: number;
  /** Tick count at which a discovery record was last written, by client identifier. */
  readonly recordsWritten: Record<string, number>;
}

export function newOrphanMemory(): OrphanMemory {
  return { nextRetry: 0, recordsWritten: {} };
}

/** How long orphaned files wait. */
export const orphanRetry = 10 * minute;
export const orphanProvenance = documented('Q198766, Q200852');

/** How often a record is written for one orphan; the name of the trait in both components. */
export const recordTrait = 'hours between discovery records of an orphan';
export const recordTraitValue: Trait = {
  default: 24,
  meaning: 'A discovery record for an unknown computer is written again only after so many hours; 0: at each retry.',
  provenance: documented('Q258162'),
};

/** The same for the MIFs of computers of SMS 1.2, which never write records of their own. */
export const childRecordTrait = 'hours between discovery records of an orphan of SMS 1.2';
export const childRecordTraitValue: Trait = {
  default: 24,
  meaning: 'A discovery record for an unknown computer of SMS 1.2 is written again only after so many hours.',
  provenance: documented('Q258162'),
};

const contents = inferred(
  'Q198766, Q281107',
  'The record has the key properties alone, so nothing assigns the computer.',
);
const agentName = assumed('The agent of records made for orphans is called MIF Orphan.', 'Q198766');

/** Whose inventory it is. */
export interface Reporter {
  readonly guid: string;
  readonly computerName: string;
}

/** Sets the retry of an orphan and writes a record of its computer into Ddm.box, unless one was written lately. */
export function discoverOrphan(self: Self<OrphanMemory>, reporter: Reporter, isFromChild = false): void {
  if (self.memory.nextRetry <= tickCount(self)) self.memory.nextRetry = tickCount(self) + orphanRetry;
  const written = self.memory.recordsWritten[reporter.guid];
  const pause = Number(isFromChild ? self.trait(childRecordTrait) : self.trait(recordTrait)) * hour;
  if (written !== undefined && tickCount(self) - written < pause) return;
  self.memory.recordsWritten[reporter.guid] = tickCount(self);
  self.restsOn('content of an orphan record', contents);
  self.restsOn('agent of an orphan record', agentName);
  const folder = inboxPath(self.site, 'ddm.box');
  const name = unusedName(self.files, folder, '.ddr', self.random('discovery record names'));
  self.files.writeText(`${folder}\\${name}`, printDiscoveryRecord(orphanRecord(self, reporter)));
}

/** Moves a file into a folder under its own name, in place of an older one of that name. */
export function moveInto(self: Self, path: string, folder: string): string {
  const target = `${folder}\\${fileName(path)}`;
  self.files.createFolder(folder);
  if (self.files.exists(target)) self.files.delete(target);
  self.files.move(path, target);
  return target;
}

/** Puts every orphan back into the inbox for another try; the next one comes ten minutes later. */
export function bringBackOrphans(self: Self<OrphanMemory>, inbox: string, pattern: string): void {
  self.memory.nextRetry = tickCount(self) + orphanRetry;
  for (const orphan of filesIn(self, `${inbox}\\ORPHANS`, pattern)) moveInto(self, orphan, inbox);
}

function orphanRecord(self: Self, reporter: Reporter): DiscoveryRecord {
  return {
    architecture: 'System',
    agent: 'MIF Orphan',
    siteCode: self.site.code,
    time: self.now(),
    properties: identifyingProperties(reporter.guid, reporter.computerName),
  };
}
