export { restoreCheckpoint, saveCheckpoint } from './checkpoint.ts';
export type { Checkpoint } from './checkpoint.ts';
export { logFolder } from './component-log.ts';
export { Coverage } from './coverage.ts';
export { addAddresses, attachSite, changeHierarchy, requestUpgrade, startNewlyNeeded } from './hierarchy.ts';
export { installClient, refreshConnectionAccounts } from './install-client.ts';
export {
  createAccessPointShare,
  fullVersionOf,
  installAccessPoint,
  installSiteServer,
  setupOpener,
} from './install-server.ts';
export { LimitReached } from './limits.ts';
export type { Limits } from './limits.ts';
export { edgesOf, restingStatesOf } from './machine-edges.ts';
export { MachineHost } from './machine-host.ts';
export type { MachineAction, MachineState, MachineStep } from './machine-host.ts';
export { shortMessage, stateName } from './machine-names.ts';
export { logonServerOf } from './logon-script.ts';
export { Process, processName } from './process.ts';
export {
  enterPasswords,
  killProcess,
  logOff,
  logOn,
  powerOff,
  powerOn,
  startService,
  stopService,
} from './services.ts';
export { Simulation } from './simulation.ts';
export type { SimulationOptions } from './simulation.ts';
export type { TraitOverride } from './trait-binding.ts';
export { computerRoles } from './site-description.ts';
export type {
  AccountSetup,
  ComputerRole,
  ComputerSetup,
  ReleaseRoles,
  SiteDescription,
  SiteSetup,
  SoftwareSetup,
} from './site-description.ts';
export { makeController, setUpSite, settlingTime, startServer } from './site-setup.ts';
export { beginSms12Upgrade, completeSms12Upgrade } from './sms12-upgrade.ts';
export { addSite, removeSite } from './sms20-installation.ts';
export { askForAccessPoints, beginUpgrade, completeUpgrade, startAfterSetup, upgradeSite } from './upgrade-site.ts';
export type { SetupOccasion } from './upgrade-site.ts';
export type { SetupRefusal, SiteUpgrade } from '../components/index.ts';
