import {
  applyCompleteSoftware,
  applyDeltaSoftware,
  assumed,
  fileName,
  findResource,
  inboxPath,
  parseSoftwareReport,
  win32,
  type SoftwareReport,
  type SoftwareVerdict,
  type SqlOutcome,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { sendAllSoftware } from '../hierarchy/attachment.ts';
import { unusedName } from '../generated-names.ts';
import { reportStatus } from '../status.ts';
import { keepCollectedFiles } from './collected-files.ts';
import { isOutage, onDatabase } from './database-access.ts';
import { extension, silent, type InboxPass } from '../../inbox-pass.ts';
import { bringBackOrphans, discoverOrphan, moveInto, type OrphanMemory } from './orphans.ts';
import { requestResync } from './resync-request.ts';
import { forwardSoftware, handToReplication } from './software-forwarding.ts';

/** What the Software Inventory Processor remembers. */
export interface SoftwareMemory extends InboxPass, OrphanMemory {
  report: SoftwareReport | null;
  resourceId: number;
  /** As discovery names the computer. */
  computerName: string;
}

type SoftwareSelf = Self<SoftwareMemory>;

/** What the Software Inventory Processor does with one file. */
export const softwareEffects: Readonly<Record<string, Effect<SoftwareMemory>>> = {
  'read the file': { answers: ['read', 'cannot open', 'corrupt', 'gone'], run: read },
  'move it to BADSinv': { answers: ['rejected', 'in use'], run: moveToBadSinv },
  'find the computer': { answers: ['found', 'unknown', 'no database'], run: findTheComputer },
  'make it an orphan': {
    answers: ['orphaned'],
    run: (self) => {
      const { guid, computerName } = reportOf(self);
      moveInto(self, self.memory.file, inboxPath(self.site, 'sinv.box', 'Orphans'));
      discoverOrphan(self, { guid, computerName });
      return 'orphaned';
    },
  },
  'apply the report': {
    answers: ['processed', 'out of date', 'no base', 'no database', 'could not validate'],
    run: apply,
  },
  'ask for a resync': { answers: ['published', 'dropped'], run: askForResync },
  'hand the files to Replication Manager': { answers: ['forwarded'], run: handToReplication },
  'send everything to the parent': silent(sendAllSoftware),
  'bring back the orphans': {
    answers: ['brought back'],
    run: (self) => {
      bringBackOrphans(self, inboxPath(self.site, 'sinv.box'), '*.si?');
      return 'brought back';
    },
  },
};

function read(self: SoftwareSelf): string {
  const { file } = self.memory;
  const text = self.files.readText(file);
  if (!text.ok && text.error === win32.fileNotFound) return 'gone';
  self.log(`Processing file: ${file}`);
  if (!text.ok) {
    self.log(`ERROR - Failed to open file ${file}`);
    return 'cannot open';
  }
  const report = parseSoftwareReport(text.value);
  self.memory.report = report.ok ? report.value : null;
  return report.ok ? 'read' : 'corrupt';
}

/**
 * The processor first makes an empty file that keeps a new name in BADSinv, then moves the bad file there. A file
 * that is still being copied cannot be moved, and before SP2 the empty one stayed (Q248969).
 */
function moveToBadSinv(self: SoftwareSelf): string {
  const { file } = self.memory;
  const folder = inboxPath(self.site, 'sinv.box', 'BADSinv');
  self.files.createFolder(folder);
  const target = `${folder}\\${unusedName(self.files, folder, extension(file), self.random('software file names'))}`;
  const moved = self.files.move(file, target);
  if (moved.ok) return 'rejected';
  if (self.trait('leaves nothing in BADSinv for a file in use') === false) self.files.writeText(target, '');
  self.log(`ERROR - Failed to move file ${file} to ${target} Directory, Win32 = ${moved.error}`);
  const deleted = self.files.delete(file);
  if (!deleted.ok) self.log(`WARNING - Delete file ${file} failed, Win32 = ${deleted.error}`);
  return 'in use';
}

function findTheComputer(self: SoftwareSelf): string {
  const { guid } = reportOf(self);
  const resource = onDatabase(self, (database) => findResource(database, { guid }));
  if (!resource.ok) return 'no database';
  if (resource.value === undefined) return 'unknown';
  self.memory.resourceId = resource.value.resourceId;
  self.memory.computerName = resource.value.name;
  return 'found';
}

function apply(self: SoftwareSelf): string {
  const { file, resourceId } = self.memory;
  self.log(`Processing Inventory for Resource Id: ${resourceId}`);
  const result = store(self, reportOf(self));
  if (!result.ok) return isOutage(result.failure) ? 'no database' : 'could not validate';
  if (result.value === 'out of date') self.log('WARNING - This file is out-of-date and will be skipped.');
  if (result.value === 'ok') {
    keepCollectedFiles(self, resourceId, reportOf(self));
    forwardSoftware(self, file);
    logStored(self);
  }
  self.files.delete(file);
  return result.value === 'ok' ? 'processed' : result.value;
}

function logStored(self: SoftwareSelf): void {
  const { file, computerName } = self.memory;
  self.record('database', 'software inventory stored', `${computerName}, ${reportOf(self).kind}`);
  self.log(`Successfully Processed file ${fileName(file)} !!!`);
}

function store(self: SoftwareSelf, report: SoftwareReport): SqlOutcome<SoftwareVerdict> {
  const { resourceId } = self.memory;
  const times = { cycleStart: report.cycleStart, appliedAt: self.now() };
  return onDatabase(self, (database) =>
    report.kind === 'complete'
      ? applyCompleteSoftware(database, resourceId, report.files, times)
      : applyDeltaSoftware(database, resourceId, report.changes, times),
  );
}

const severity = assumed('Message 3703 is a warning, as the site corrects the matter itself.', 'Q281107');
const fateOfDelta = assumed('A delta without base is deleted once the resync is requested.', 'Q281107');

/** Message 3703 says that a resync was requested, even when no site is assigned to get the request (Q281107). */
function askForResync(self: SoftwareSelf): string {
  self.restsOn('severity of message 3703', severity);
  self.restsOn('fate of a software delta without base', fateOfDelta);
  const { resourceId, computerName } = self.memory;
  const message = { id: 3703, severity: 'W', inserts: [computerName] } as const;
  reportStatus(self, 'SMS_SOFTWARE_INVENTORY_PROCESSOR', message);
  return requestResync(self, { resourceId, guid: reportOf(self).guid, component: 'SW' }) ? 'published' : 'dropped';
}

function reportOf(self: SoftwareSelf): SoftwareReport {
  if (self.memory.report === null) throw new Error('the Software Inventory Processor has no report in hand');
  return self.memory.report;
}
