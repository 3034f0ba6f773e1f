import type { Component } from '../../component.ts';
import { clientInstallDataManager } from './client-install-data-manager.ts';
import { discoveryDataManager } from './discovery-data-manager.ts';
import { inboxManager } from './inbox-manager.ts';
import { inventoryDataLoader } from './inventory-data-loader.ts';
import { inventoryProcessor } from './inventory-processor.ts';
import { softwareInventoryProcessor } from './software-inventory-processor.ts';
import { sqlMonitor } from './sql-monitor.ts';
import { statusManager } from './status-manager.ts';

/** The threads of SMS Executive on a site server, in the order it starts them. */
export const serverComponents: readonly Component[] = [
  inboxManager,
  clientInstallDataManager,
  inventoryProcessor,
  inventoryDataLoader,
  softwareInventoryProcessor,
  discoveryDataManager,
  statusManager,
  sqlMonitor,
];
