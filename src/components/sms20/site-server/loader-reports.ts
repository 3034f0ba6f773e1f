import {
  applyCompleteHardware,
  applyDeltaHardware,
  assumed,
  fileName,
  findResource,
  formatErrorText,
  inboxPath,
  inferred,
  lastHardwareScan,
  parseHardwareReport,
  systemGroup,
  systemGroupProvenance,
  type HardwareReport,
  type SchemaChange,
  type SqlFailure,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { sendAllHardware } from '../hierarchy/attachment.ts';
import { childReport, childReportProvenance } from './child-reports.ts';
import { isOutage, onDatabase } from './database-access.ts';
import { bringsNewClasses, forward, isFromOtherDatabase } from './loader-forwarding.ts';
import { finish, workingCopy, type LoaderMemory } from './loader-files.ts';
import { silent } from '../../inbox-pass.ts';
import { discoverOrphan, moveInto } from './orphans.ts';
import { requestResync } from './resync-request.ts';

type LoaderSelf = Self<LoaderMemory>;

/** What the Data Loader does with the content of a MIF. */
export const loaderReportEffects: Readonly<Record<string, Effect<LoaderMemory>>> = {
  'compile the file': { answers: ['compiled', 'syntax error', 'never ends'], run: compile },
  'find the computer': { answers: ['found', 'unknown', 'no database'], run: findTheComputer },
  'make it an orphan': {
    answers: ['orphaned'],
    run: (self) => {
      const { guid, computerName } = reportOf(self);
      const orphan = inboxPath(self.site, 'dataldr.box', 'ORPHANS');
      self.files.move(workingCopy(self), self.memory.file);
      moveInto(self, self.memory.file, orphan);
      discoverOrphan(self, { guid, computerName }, self.memory.isFromChild);
      finish(self);
      return 'orphaned';
    },
  },
  'apply the report': {
    answers: ['loaded', 'does not fit', 'still does not fit', 'could not validate', 'no database'],
    run: apply,
  },
  'send everything to the parent': silent(sendAllHardware),
  'ask for a resync': {
    answers: ['published', 'dropped'],
    run: (self) => {
      const target = { resourceId: self.memory.resourceId, guid: reportOf(self).guid, component: 'HW' } as const;
      return requestResync(self, target) ? 'published' : 'dropped';
    },
  },
};

function compile(self: LoaderSelf): string {
  const working = workingCopy(self);
  const text = self.files.readText(working);
  if (!text.ok) return 'syntax error';
  const child = childReport(text.value, self.now());
  const report = child === undefined ? parseHardwareReport(text.value) : ({ ok: true, value: child } as const);
  self.memory.isFromChild = child !== undefined;
  if (child !== undefined) self.restsOn('MIFs of SMS 1.2', childReportProvenance);
  if (report.ok) {
    self.memory.report = report.value;
    self.log(`Processing machine ${report.value.computerName}`);
    self.log(`File successfully parsed. Processing item (GUID = ${report.value.guid})`);
    return 'compiled';
  }
  const truncated = report.kind === 'unexpected end of file';
  if (truncated && self.trait('stops at a truncated file') === false) return 'never ends';
  self.log(`Compilation failed~${formatErrorText(report)}`);
  self.log(`Could not convert file: ${working}`);
  return 'syntax error';
}

function findTheComputer(self: LoaderSelf): string {
  const { guid } = reportOf(self);
  const resource = onDatabase(self, (database) => findResource(database, { guid }));
  if (!resource.ok) return 'no database';
  if (resource.value === undefined) return 'unknown';
  self.memory.resourceId = resource.value.resourceId;
  return 'found';
}

const laterOnly = inferred('Q275694', 'A delta tried again must be later than what is stored, or it would undo it.');

function apply(self: LoaderSelf): string {
  const again = self.memory.triedAgain.includes(fileName(self.memory.file));
  if (again && isOvertaken(self)) return 'still does not fit';
  const report = reportOf(self);
  const store = report.kind === 'complete' ? applyCompleteHardware : applyDeltaHardware;
  const { resourceId } = self.memory;
  self.restsOn('group System', systemGroupProvenance);
  if (isFromOtherDatabase(self, report) && bringsNewClasses(self, report)) return invalid(self);
  const groups = [systemGroup(report), ...report.groups];
  const result = onDatabase(self, (database) => store(database, resourceId, groups, report.time));
  if (!result.ok) return failed(self, result.failure);
  const { verdict, schemaChanges } = result.value;
  logSchemaChanges(self, schemaChanges);
  if (verdict === 'not defined') return invalid(self);
  if (verdict !== 'ok') return misfit(self, verdict, again);
  self.record('database', 'hardware inventory stored', `${report.computerName}, ${report.kind}`);
  forward(self);
  self.files.delete(workingCopy(self));
  finish(self);
  return 'loaded';
}

function isOvertaken(self: LoaderSelf): boolean {
  self.restsOn('order of files tried again', laterOnly);
  const last = onDatabase(self, (database) => lastHardwareScan(database, self.memory.resourceId));
  return last.ok && last.value !== undefined && last.value >= reportOf(self).time;
}

function failed(self: LoaderSelf, failure: SqlFailure): string {
  return isOutage(failure) ? 'no database' : invalid(self);
}

function invalid(self: LoaderSelf): string {
  self.log('CMachineSource::InsertMachine - could not validate machine');
  return 'could not validate';
}

const conflictLine = assumed('The log line of a conflict follows that of a missing row.', 'Q281107, Q275694');

function misfit(self: LoaderSelf, verdict: 'no base row' | 'conflict', again: boolean): string {
  if (again) return 'still does not fit';
  if (verdict === 'conflict') self.restsOn('log line of a conflicting delta', conflictLine);
  const attempt = verdict === 'conflict' ? 'insert existing row' : 'update non-existent row';
  self.log(`CMachineSource::InsertMachine - attempt to ${attempt}. Requesting resync.`);
  return 'does not fit';
}

/** Wording of Q293225 and Q256073. */
function logSchemaChanges(self: LoaderSelf, changes: readonly SchemaChange[]): void {
  for (const change of changes) {
    const { group, name } = change;
    if (change.change === 'widened') {
      self.log(`CGroup::DefineAttributes - will widen ${group} column ${name} from ${change.from} to ${change.to}`);
    } else if (change.change === 'index in the way') {
      self.log('CSqlTable::CreateIndex - these columns are already indexed');
      self.log('CDefinedGroup::WidenDefinedAttribute - could not change data type.');
      logUndefined(self, 'unable to widen attributes', group);
    } else if (change.change === 'old procedure') {
      self.log('CDefinedGroup::InsertDefinedAttribute - could not find table');
      logUndefined(self, "couldn't defined attribute", group);
    }
  }
}

function logUndefined(self: LoaderSelf, complaint: string, group: string): void {
  self.log(`CGroup::DefineAttributes - ${complaint}`);
  self.log(`CGroup::DefineGroupAndAttributes - couldn't define attributes for ${group}`);
}

function reportOf(self: LoaderSelf): HardwareReport {
  if (self.memory.report === null) throw new Error('the Data Loader has no report in hand');
  return self.memory.report;
}
