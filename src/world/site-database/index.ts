export { collectedFilesProvenance, storeCollectedFile } from './collected-files.ts';
export type { StoredCopy } from './collected-files.ts';
export type { DatabaseSchema, SortOrder } from './database-template.ts';
export { assignedSites, installedSites, setAssignedSites, storedSubnets } from './discovery-assignment.ts';
export {
  deleteAgedDiscovery,
  deleteInventoryOfUnassigned,
  deleteOrphanedSoftware,
  deleteResource,
  deletionProvenance,
} from './discovery-deletion.ts';
export type { DeletionOptions } from './discovery-deletion.ts';
export { storageProvenance, upsertDiscovery } from './discovery-record-storage.ts';
export type { DiscoveryOptions, DiscoveryVerdict } from './discovery-record-storage.ts';
export { extractionProvenance, storedHardware, storedRecord, storedSoftware, undefinedClasses } from './extraction.ts';
export { findResource, matchingProvenance, resources } from './discovery-resource.ts';
export type { Resource } from './discovery-resource.ts';
export { groupsProvenance } from './hardware-groups.ts';
export type { SchemaChange } from './hardware-groups.ts';
export {
  applyCompleteHardware,
  applyDeltaHardware,
  hardwareProvenance,
  lastHardwareScan,
} from './hardware-inventory.ts';
export type { HardwareResult } from './hardware-inventory.ts';
export { proceduresProvenance } from './hardware-procedures.ts';
export { namesProvenance } from './names.ts';
export { schemaProvenance, viewsProvenance } from './schema.ts';
export { rowsTouched } from './rows-touched.ts';
export type { RowsTouched } from './rows-touched.ts';
export { SiteDatabase } from './site-database.ts';
export type { DatabaseState, SiteDatabaseOptions, StatementListener, StatementObserver } from './site-database.ts';
export { storeSite } from './site-records.ts';
export {
  applyCompleteSoftware,
  applyDeltaSoftware,
  outOfDateProvenance,
  softwareProvenance,
  softwareStatus,
} from './software-inventory.ts';
export type { SoftwareTimes, SoftwareVerdict } from './software-inventory.ts';
export { SqlError } from './sql-engine.ts';
export type { SqlConnection, SqlEngine, SqlResult, SqlRow, SqlValue } from './sql-engine.ts';
export { outageProvenance, sqlFailureProvenance, sqlNumbers } from './sql-failure.ts';
export type { SqlFailure, SqlOutcome } from './sql-failure.ts';
export {
  deleteAgedStatusMessages,
  insertStatusMessage,
  messagesNotSummarized,
  statusMessageProvenance,
  statusMessages,
} from './status-messages.ts';
export type { StatusFilter, StoredStatusMessage } from './status-messages.ts';
