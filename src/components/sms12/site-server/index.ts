import type { Component } from '../../component.ts';
import { sms12HierarchyManager } from './hierarchy-manager.ts';
import { sms12LanSender } from './lan-sender.ts';
import { siteConfigManager } from './site-config-manager.ts';
import { siteReporter } from './site-reporter.ts';
import { sms12InventoryProcessor } from './inventory-processor.ts';
import { sms12InventoryDataLoader } from './inventory-data-loader.ts';
import { sms12Despooler } from './despooler.ts';
import { sms12Scheduler } from './scheduler.ts';
import { maintenanceManager } from './maintenance-manager.ts';

/** The threads of SMS Executive and the services of a site server, in the order in which they start. */
export const sms12ServerComponents: readonly Component[] = [
  siteConfigManager,
  sms12HierarchyManager,
  maintenanceManager,
  sms12InventoryProcessor,
  sms12InventoryDataLoader,
  siteReporter,
  sms12Scheduler,
  sms12LanSender,
  sms12Despooler,
];
