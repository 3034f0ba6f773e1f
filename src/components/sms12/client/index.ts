import type { Component } from '../../component.ts';
import { clientSetUps } from './cli.ts';
import { clientMonitor } from './client-monitor.ts';
import { inventoryAgents } from './inventory-agents.ts';
import { runSms, smsLogonScript } from './logon-chain.ts';
import { smsrun16, smsrun32 } from './smsrun.ts';

/** What runs on the PCs of a site, and the inventory service of its servers. */
export const sms12ClientComponents: readonly Component[] = [
  smsLogonScript,
  runSms,
  ...clientSetUps,
  smsrun16,
  smsrun32,
  ...inventoryAgents,
  clientMonitor,
];
