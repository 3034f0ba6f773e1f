import type { Component } from '../component.ts';
import { sms12ClientComponents } from './client/index.ts';
import { sms12LogonServerComponents } from './logon-server/index.ts';
import { macintoshComponents } from './macintosh/index.ts';
import { sms12ServerComponents } from './site-server/index.ts';

export { sms12ChanceStreams } from './chance-streams.ts';
export {
  logonFolder,
  logonServerFolders,
  logonServerShare,
  siteFolder,
  siteServerFolders,
  sms12ProgramFolder,
  sms12Root,
  sms12ServerServices,
} from './folders.ts';
export {
  addMacintoshVolume,
  appleInstaller,
  inventoryStartUpItem,
  macFile,
  makeChangesFolders,
  runSmsInstaller,
  servicesForMacintosh,
  servesMacintoshes,
  uamVolume,
} from './macintosh/index.ts';
export { makeLogonServer } from './logon-server/logon-server-set-up.ts';
export { sms12Settings } from './settings.ts';
export { sms12Tools } from './tools/index.ts';

/** Every program of SMS 1.2 that is emulated, in the order in which a service starts its own. */
export const sms12Components: readonly Component[] = [
  ...sms12ServerComponents,
  ...sms12LogonServerComponents,
  ...sms12ClientComponents,
  ...macintoshComponents,
];
