export {
  defaultDeclaration,
  groupClass,
  groupClasses,
  groupClassProvenance,
  sameDeclaration,
} from './attribute-declaration.ts';
export type { AttributeDeclaration, AttributeType, GroupClass } from './attribute-declaration.ts';
export {
  commandHistoryNameProvenance,
  commandHistoryNames,
  commandHistoryProvenance,
  parseCommandHistory,
  printCommandHistory,
} from './command-history.ts';
export type { ObeyedCommand, ReadCommandHistory } from './command-history.ts';
export { compressedFileProvenance, parseCompressedFile, printCompressedFile } from './compressed-file.ts';
export type { CompressedFile } from './compressed-file.ts';
export {
  configurationRequestProvenance,
  mergedRequest,
  parseConfigurationRequest,
  printConfigurationRequest,
} from './configuration-request.ts';
export type { ConfigurationRequest, ServiceAction } from './configuration-request.ts';
export { copyListNames, copyListProvenance, parseCopyList, printCopyList } from './copy-list.ts';
export type { CopyList } from './copy-list.ts';
export { deltaMifProvenance, parseDeltaMif, printDeltaMif } from './delta-mif.ts';
export {
  despoolerInstructionProvenance,
  instructionTypeProvenance,
  instructionTypes,
  parseDespoolerOrder,
  printDespoolerOrder,
  resyncCommand,
  resyncRefusal,
} from './despooler-instruction.ts';
export type { DespoolerOrder, ResyncOrder } from './despooler-instruction.ts';
export {
  appleServers,
  appleServersProvenance,
  domainIniOf,
  domainIniProvenance,
  logonServers,
  mostLogonServers,
  ownZone,
  readDomainIni,
} from './domain-ini.ts';
export type { AppleServer, DomainIni } from './domain-ini.ts';
export {
  eventFrameProvenance,
  fatalErrorProvenance,
  parseEventFrame,
  printEventFrame,
  smsEventEntry,
} from './event-frame.ts';
export type { EventAction, EventSeverity, SmsEvent } from './event-frame.ts';
export { eventArchitecture, eventMifProvenance, eventOf, eventReport } from './event-mif.ts';
export type { EventRecord } from './event-mif.ts';
export { eventIdentity, eventIds, eventText, eventTextProvenance, jobEventTextProvenance } from './event-text.ts';
export type { EventInserts } from './event-text.ts';
export { historyFileName, historyFileProvenance, parseHistory, printHistory } from './history-file.ts';
export type { InventoryHistory } from './history-file.ts';
export {
  historyMapEntry,
  historyMapMatchProvenance,
  historyMapProvenance,
  parseHistoryMap,
  printHistoryMap,
  withHistoryMapEntry,
  withoutHistoryMapEntry,
} from './history-map.ts';
export type { HistoryMapEntry, MappedComputer } from './history-map.ts';
export {
  architectureClass,
  architectureGroup,
  architectureOf,
  deleteMifProvenance,
  deletionReport,
  identificationClass,
  identificationGroup,
  identificationOf,
  identificationProvenance,
  isDeletion,
  personalComputer,
  smsLocation,
  workstationStatusClass,
} from './identification.ts';
export type { Identification } from './identification.ts';
export {
  declarationOf,
  groupIdentity,
  groupIdentityProvenance,
  groupOfClass,
  groupPragmas,
  inventoryChanges,
  inventoryReportProvenance,
  sameClass,
  sameValues,
  undeclared,
} from './inventory-report.ts';
export type { GroupPragma, InventoryGroup, InventoryReport, InventoryValue } from './inventory-report.ts';
export { parseSms12LogLine, printSms12LogLine, sms12LogLineProvenance } from './log-line.ts';
export type { Sms12LogLine } from './log-line.ts';
export {
  compilationFaultText,
  compilationProvenance,
  compilationTextProvenance,
  compileMif,
  hasWrongTime,
  reportFault,
} from './mif-compilation.ts';
export type { Compilation, CompilationFault } from './mif-compilation.ts';
export {
  isMifDate,
  lastMifYears,
  lastMifYearsProvenance,
  mifDateProvenance,
  parseMifDate,
  printMifDate,
} from './mif-date.ts';
export {
  packageConfigurationProvenance,
  parsePackageConfiguration,
  printPackageConfiguration,
} from './package-configuration.ts';
export {
  compilePackageRules,
  packageRulesErrorText,
  packageRulesProvenance,
  printPackageRules,
} from './package-rules.ts';
export type { FileAttribute, FileRule, PackageRule } from './package-rules.ts';
export { rawFaultEvent, rawFaultLog, rawFaultProvenance } from './raw-fault.ts';
export type { RawFault } from './raw-fault.ts';
export { largestRecord, parseRawFile, printRawFile, rawFileProvenance } from './raw-file.ts';
export type { AppendedMif, RawExpectation, RawFile, RawRecord, ReadRaw } from './raw-file.ts';
export {
  ntCpuRecord,
  ntCpuRecordLengths,
  packageTitleLengths,
  packageTitleProvenance,
  rawLengthProvenance,
  rawRecordLength,
  rawRecordLengths,
  rawRecordProvenance,
  rawRecordType,
  servicePack4LengthProvenance,
} from './raw-records.ts';
export { parseReportMif, printReportMif, reportMif, reportMifProvenance } from './report-mif.ts';
export {
  parseResyncFile,
  printResyncFile,
  resyncFileProvenance,
  resyncReads,
  resyncRecordBytes,
  withResyncCommand,
} from './resync-file.ts';
export type { ResyncCommand } from './resync-file.ts';
export {
  failedChecks,
  failedChecksProvenance,
  hardwareTests,
  parseSafeFile,
  printSafeFile,
  safeFileProvenance,
  withFailedChecks,
} from './safe-file.ts';
export type { SafeFileEntry } from './safe-file.ts';
export {
  macintoshCode,
  macintoshCodeProvenance,
  networkTypeCodes,
  operatingSystemCodes,
  scanRule,
  setupPhaseOf,
  setupPhases,
  smsIniCodesProvenance,
} from './sms-ini-codes.ts';
export type { ScanRule, SetupPhase } from './sms-ini-codes.ts';
export {
  foreignEntry,
  smsIniKeys,
  smsIniProvenance,
  smsIniSectionProvenance,
  smsIniTime,
  smsIniValue,
  withSmsIniTime,
  withSmsIniValue,
} from './sms-ini.ts';
export type { SmsIniKey } from './sms-ini.ts';
export {
  firstOfRange,
  isSmsid,
  needsNewRange,
  newRangeThreshold,
  nextRange,
  nextSmsid,
  rangeOfSmsid,
  siteOfSmsid,
  smsidCarryProvenance,
  smsidOfUidFile,
  smsidProvenance,
  smsidsBefore,
  uidFileName,
} from './smsid.ts';
export { defaultNetspeed, netspeedProvenance, parseNetspeed, printNetspeed } from './netspeed.ts';
export type { Netspeed } from './netspeed.ts';
export { parseSystemJob, printSystemJob, systemJobProvenance } from './system-job.ts';
export type { SystemJob, SystemJobWork } from './system-job.ts';
export {
  parseSiteControlFile,
  printSiteControlFile,
  siteControlBlocksProvenance,
  siteControlFileProvenance,
  siteControlKinds,
} from './site-control-file.ts';
export type { SiteControlDefinition, SiteControlFile, SiteProperty, SiteTransaction } from './site-control-file.ts';
