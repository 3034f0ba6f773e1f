export { crossSiteProvenance, oldSitesProvenance, siteMove } from './cross-site.ts';
export type { SiteMove } from './cross-site.ts';
export { attributesProvenance, widenAttribute } from './defined-attribute.ts';
export { definedGroups, definedGroupsProvenance } from './defined-group.ts';
export type { DefinedGroup } from './defined-group.ts';
export {
  databaseManagerProvenance,
  deleteGroupClass,
  deleteHistoryBefore,
  deleteMachines,
  deleteMachinesNotInventoriedSince,
  deleteUnusedRecords,
  fixedGroupsProvenance,
  machineDeletionProvenance,
} from './deletion.ts';
export {
  deleteDuplicateDataKeys,
  duplicateDataKeys,
  duplicateMachines,
  duplicateSmsids,
  duplicatesProvenance,
  smsidDuplicatesProvenance,
} from './duplicates.ts';
export type { DuplicateDataKeys, DuplicateSmsid } from './duplicates.ts';
export { eventsProvenance, storedEvents, storeEvent } from './events.ts';
export { dataKeysProvenance } from './group-data.ts';
export { omittedProvenance, rowLimitProvenance, rowSizeProvenance } from './group-row.ts';
export { activateJob, isListedJob, jobsProvenance, removeJob, returnJob } from './jobs.ts';
export { additionProvenance, pragmasProvenance } from './load-plan.ts';
export type { Mismatch } from './load-plan.ts';
export { loadReport, mismatchProvenance, otherArchitecturesProvenance, resyncProvenance } from './load-report.ts';
export type { LoadedGroup, LoadedReport, LoadOptions } from './load-report.ts';
export { emptyKeysProvenance, findMatches, machines, machinesWithSmsid, matchingProvenance12 } from './matching.ts';
export type { Match, StoredIdentification } from './matching.ts';
export { columnNamesProvenance, namesakesProvenance } from './names.ts';
export { refusalsProvenance } from './refusal.ts';
export type { Refusal } from './refusal.ts';
export { schema12Assumptions, schema12Provenance, sms12Schema } from './schema.ts';
export { mifValue, storedHistory, storedInventory, storedInventoryProvenance } from './stored-inventory.ts';
export type { StoredGroup } from './stored-inventory.ts';
export { createViews, views12Provenance } from './views.ts';
