import type { Component } from '../../component.ts';
import { despooler } from './despooler.ts';
import { hierarchyManager } from './hierarchy-manager.ts';
import { lanSender } from './lan-sender.ts';
import { replicationManager } from './replication-manager.ts';
import { scheduler } from './scheduler.ts';
import { siteBootstrap } from './site-bootstrap.ts';
import { siteControlManager } from './site-control-manager.ts';

export { bootstrapService } from './bootstrap-service.ts';
export { upgradeRequest } from './secondary-site-upgrade.ts';

/** The threads of SMS Executive that a site with a parent or child sites needs besides, and what Setup needs there. */
export const hierarchyComponents: readonly Component[] = [
  hierarchyManager,
  siteControlManager,
  replicationManager,
  scheduler,
  lanSender,
  despooler,
  siteBootstrap,
];
