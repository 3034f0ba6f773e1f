export { Accounts, assumedLockoutReset, documentedLockout, noLockout, unlocked } from './accounts.ts';
export type { Account, LockoutPolicy } from './accounts.ts';
export { Computer } from './computer.ts';
export { assumedFreeConnections } from './connection-load.ts';
export type {
  Adapter,
  ComputerDescription,
  DialogBox,
  Hardware,
  HardwareInstance,
  LoggedOnUser,
  Service,
} from './computer.ts';
export { logonPointPath, logonPointShare, logonScriptPath, logonScriptShare } from './domain.ts';
export type { Domain, SiteDomain } from './domain.ts';
export type { NtEvent } from './event-log.ts';
export { FileAccess } from './file-access.ts';
export type { OpenFile } from './file-access.ts';
export * from './files/index.ts';
export * from './formats/index.ts';
export * from './formats/sms12/index.ts';
export { Network, defaultLink, localBytesPerSecond } from './network.ts';
export type { Link } from './network.ts';
export { operatingSystem, operatingSystemNames } from './operating-system.ts';
export type { OperatingSystem, OperatingSystemName } from './operating-system.ts';
export { done, failure, success, win32, win32Text } from './outcome.ts';
export type { Outcome, Win32Error } from './outcome.ts';
export { applyPendingRenames, pendingRenamesPath, pendingRenamesProvenance } from './pending-renames.ts';
export { allAssumptions, assumed, documented, inferred } from './provenance.ts';
export type { Provenance } from './provenance.ts';
export { Registry } from './registry.ts';
export type { RegistryChange, RegistryValue } from './registry.ts';
export {
  accessPointPath,
  accessPointShare,
  addressOpenings,
  changedParts,
  inboxPath,
  isInHierarchy,
  isPrimary,
  jobPriorities,
  siteHeardBy,
} from './site.ts';
export type {
  AccessPoint,
  AddressOpening,
  AddressSpan,
  JobPriority,
  SettingValue,
  Site,
  SiteAddress,
  SiteKind,
} from './site.ts';
export * from './site-database/index.ts';
export * from './sms12-database/index.ts';
export { toLocal, toUniversal, zoneNames, zoneOffset } from './time-zone.ts';
export type { Transfer } from './transfers.ts';
export { eventLogStarted, eventLogStopped, serviceTerminated, serviceTerminatedProvenance } from './windows-events.ts';
export type { WindowsEvent } from './windows-events.ts';
export { World } from './world.ts';
export type { Message, SavedWorld, WorldHooks } from './world.ts';
