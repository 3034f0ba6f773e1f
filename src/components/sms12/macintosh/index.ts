import type { Component } from '../../component.ts';
import { invmac } from './invmac.ts';

export { runSmsInstaller } from './sms-installer.ts';
export {
  addMacintoshVolume,
  macFile,
  makeChangesFolders,
  servicesForMacintosh,
  servesMacintoshes,
  uamVolume,
} from './services-for-macintosh.ts';
export { appleInstaller, inventoryStartUpItem } from './macintosh-files.ts';

/** The program that runs on Macintoshes. */
export const macintoshComponents: readonly Component[] = [invmac];
