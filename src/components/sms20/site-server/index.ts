import type { Component } from '../../component.ts';
import { clientInstallDataManager } from './client-install-data-manager.ts';
import { discoveryDataManager } from './discovery-data-manager.ts';
import { inboxManager } from './inbox-manager.ts';
import { inventoryDataLoader } from './inventory-data-loader.ts';
import { inventoryProcessor } from './inventory-processor.ts';
import { siteComponentManager } from './site-component-manager.ts';
import { softwareInventoryProcessor } from './software-inventory-processor.ts';
import { sqlMonitor } from './sql-monitor.ts';
import { statusManager } from './status-manager.ts';

export { largestMif } from './loader-files.ts';

export { requestAnew } from './component-servers.ts';
export { accessPointPrograms } from './server-bootstrap.ts';

/** Site Component Manager and the threads of SMS Executive on a site server, in the order they are started. */
export const serverComponents: readonly Component[] = [
  siteComponentManager,
  inboxManager,
  clientInstallDataManager,
  inventoryProcessor,
  inventoryDataLoader,
  softwareInventoryProcessor,
  discoveryDataManager,
  statusManager,
  sqlMonitor,
];
