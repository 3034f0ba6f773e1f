export { capListProvenance, parseCapList, printCapList } from './cap-list.ts';
export type { CapList } from './cap-list.ts';
export {
  clientBaseConfigurationProvenance,
  clientBaseSetting,
  parseClientBaseConfiguration,
  printClientBaseConfiguration,
} from './client-base-configuration.ts';
export type { AgentConfiguration, ClientBaseConfiguration, ProtectedProgram } from './client-base-configuration.ts';
export {
  clientLookupProvenance,
  parseClientLookup,
  printClientLookup,
  withClientLookupEntry,
} from './client-lookup.ts';
export type { ClientLookupEntry } from './client-lookup.ts';
export { clientRequestProvenance, parseClientRequest, printClientRequest } from './client-request.ts';
export type { ClientRequest } from './client-request.ts';
export { collectedBytes } from './collected-file.ts';
export type { CollectedFile } from './collected-file.ts';
export {
  componentConfigurationProvenance,
  parseComponentConfiguration,
  parseFileTime,
  printComponentConfiguration,
  printFileTime,
} from './component-configuration.ts';
export type { ComponentConfiguration, ComponentSetting } from './component-configuration.ts';
export { compareVersions, compverProvenance, parseCompver, printCompver, releaseOf } from './compver.ts';
export type { Compver } from './compver.ts';
export { defaultSmsDefMof, defaultSmsDefMofProvenance } from './default-sms-def-mof.ts';
export {
  discoveryRecordProvenance,
  discoveryValues,
  identifyingProperties,
  parseDiscoveryRecord,
  printDiscoveryRecord,
} from './discovery-record.ts';
export type {
  DiscoveryFlag,
  DiscoveryProperty,
  DiscoveryRecord,
  DiscoveryType,
  DiscoveryValue,
} from './discovery-record.ts';
export {
  compareHardware,
  hardwareIdentity,
  hardwareMif,
  hardwareReportOf,
  hardwareReportProvenance,
  longestHardwareString,
  parseHardwareReport,
  printHardwareReport,
  systemGroup,
  systemGroupProvenance,
} from './hardware-report.ts';
export type { HardwareAttribute, HardwareGroup, HardwarePragma, HardwareReport } from './hardware-report.ts';
export {
  iniEntries,
  iniOf,
  iniProvenance,
  iniValue,
  parseIni,
  printIni,
  withIniValue,
  withoutIniValue,
} from './ini.ts';
export type { Ini, IniLine, IniSection } from './ini.ts';
export {
  logonConfigurationProvenance,
  parseLogonConfiguration,
  printLogonConfiguration,
} from './logon-configuration.ts';
export type { LogonConfiguration } from './logon-configuration.ts';
export {
  logLineProvenance,
  logText,
  logTime,
  parseLogLine,
  parseLogTime,
  parseTraceViewLine,
  printLogLine,
  printTraceViewLine,
} from './log-line.ts';
export type { LogLine } from './log-line.ts';
export { mifHeader, mifHeaderKeywords, mifProvenance, printMif } from './mif.ts';
export type { Mif, MifAttribute, MifGroup, MifHeader, MifType } from './mif.ts';
export { parseMif } from './mif-parser.ts';
export { netConfigurationProvenance, parseNetConfiguration, printNetConfiguration } from './net-configuration.ts';
export { offerProvenance, parseOffer, printOffer } from './offer.ts';
export type { Offer, OfferedComponent } from './offer.ts';
export { convertRawInventory, parseRawInventory, printRawInventory, rawInventoryProvenance } from './raw-inventory.ts';
export { printRegistryFile, registryFileProvenance } from './registry-file.ts';
export type { RegistryFileKey, RegistryFileValue } from './registry-file.ts';
export { parseReplication, printReplication, replicationProvenance } from './replication.ts';
export type { ReplicatedFile } from './replication.ts';
export { inventoryAgents, parseResyncRequest, printResyncRequest, resyncRequestProvenance } from './resync-request.ts';
export type { InventoryComponent, ResyncRequest } from './resync-request.ts';
export {
  describeSchedule,
  nextOccurrence,
  parseScheduleToken,
  printScheduleToken,
  scheduleTokenProvenance,
} from './schedule-token.ts';
export type { Schedule, ScheduleRecurrence, ScheduleStart } from './schedule-token.ts';
export { parseSetupPackage, printSetupPackage, setupPackageProvenance } from './setup-package.ts';
export type { SetupPackage } from './setup-package.ts';
export { parseSiteControl, printSiteControl, siteControlOf, siteControlProvenance } from './site-control.ts';
export type { SiteControl } from './site-control.ts';
export {
  parseInstruction,
  parseSendRequest,
  parseSiteJob,
  printInstruction,
  printSendRequest,
  printSiteJob,
  siteJobProvenance,
} from './site-job.ts';
export type { DespoolerInstruction, SendRequest, SiteJob } from './site-job.ts';
export {
  printSmsDefMof,
  reportedClasses,
  smsDefMofProvenance,
  withClassReported,
  withPropertyReported,
} from './sms-def-mof.ts';
export type { MofClass, MofProperty, SmsDefMof } from './sms-def-mof.ts';
export { parseSmsDefMof } from './sms-def-mof-parser.ts';
export {
  compareSoftware,
  parseSoftwareHistory,
  parseSoftwareReport,
  printSoftwareHistory,
  printSoftwareReport,
  softwareIdentity,
  softwareReportProvenance,
} from './software-report.ts';
export type {
  SoftwareChange,
  SoftwareFile,
  SoftwareProduct,
  SoftwareReport,
  SoftwareReportHeading,
} from './software-report.ts';
export {
  parseStatusMessageFile,
  parseStatusMessageLine,
  printStatusMessageFile,
  printStatusMessageLine,
  statusMessageFileProvenance,
  statusMessageLineProvenance,
} from './status-message.ts';
export type { StatusMessage, StatusSeverity, StatusType } from './status-message.ts';
export { formatErrorText } from './text-document.ts';
export type { FormatError, Parsed } from './text-document.ts';
export { parseRegistryTime, printRegistryTime } from './time-text.ts';
