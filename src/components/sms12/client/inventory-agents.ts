import { commandHistoryNames } from '../../../world/index.ts';
import type { Component } from '../../component.ts';
import { inventoryService } from './client-files.ts';
import { inventoryAgent } from './inventory-agent.ts';

const nt = commandHistoryNames['Windows NT'];

/** MS-DOS, Windows 3.x, Windows for Workgroups, Windows 95 and 98. */
export const invdos = inventoryAgent({
  name: 'INVDOS',
  file: 'Invdos.exe',
  log: { file: 'INVDOS.LOG', side: 'client' },
  output: 'RAW',
  commandHistory: commandHistoryNames['MS-DOS'],
  guarded: true,
});

/** Windows NT, from the logon script or by hand. */
export const invwin32 = inventoryAgent({
  name: 'INVWIN32',
  file: 'Invwin32.exe',
  log: { file: 'INVWIN32.LOG', side: 'client' },
  output: 'RAW',
  commandHistory: nt,
  guarded: false,
});

/** Windows NT servers: the same program as a service. */
export const inventoryAgentService = inventoryAgent({
  name: 'SMS_INVENTORY_AGENT_NT',
  file: 'Invwin32.exe',
  service: 'SMS_INVENTORY_AGENT_NT',
  log: { file: 'INVWIN32.LOG', side: 'server' },
  output: 'RAW',
  commandHistory: nt,
  guarded: false,
});

/** Windows NT workstations: a service without the network; Client Monitor carries what it writes. */
export const inv32cli = inventoryAgent({
  name: 'INV32CLI',
  file: 'Inv32cli.exe',
  service: inventoryService,
  log: { file: 'INV32CLI.LOG', side: 'client' },
  output: 'local RAW',
  commandHistory: nt,
  guarded: false,
});

/** OS/2: a MIF instead of a RAW. */
export const invos2 = inventoryAgent({
  name: 'INVOS2',
  file: 'Invos2.exe',
  log: { file: 'INVOS2.LOG', side: 'client' },
  output: 'MIF',
  commandHistory: commandHistoryNames['OS/2'],
  guarded: false,
});

/** Every inventory agent of a PC. */
export const inventoryAgents: readonly Component[] = [invdos, invwin32, inventoryAgentService, inv32cli, invos2];
