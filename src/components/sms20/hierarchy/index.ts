import type { Component } from '../../component.ts';
import { despooler } from './despooler.ts';
import { hierarchyManager } from './hierarchy-manager.ts';
import { lanSender } from './lan-sender.ts';
import { replicationManager } from './replication-manager.ts';
import { scheduler } from './scheduler.ts';
import { siteControlManager } from './site-control-manager.ts';

/** The threads of SMS Executive that a site with a parent or with child sites needs besides. */
export const hierarchyComponents: readonly Component[] = [
  hierarchyManager,
  siteControlManager,
  replicationManager,
  scheduler,
  lanSender,
  despooler,
];
