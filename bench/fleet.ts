import { sms20 } from '../src/catalogue/index.ts';
import { sha256 } from '../src/cli/digest.ts';
import { day, instantOf } from '../src/kernel/index.ts';
import {
  Simulation,
  setUpSite,
  settlingTime,
  type ComputerSetup,
  type SiteDescription,
} from '../src/simulation/index.ts';
import type { SqlEngine } from '../src/world/index.ts';

/** What one run of the fleet did: exact counts, and what it cost on this machine. */
export interface FleetRun {
  readonly clients: number;
  readonly days: number;
  readonly turns: number;
  readonly records: number;
  readonly rows: number;
  readonly head: string;
  readonly seconds: number;
  /** Bytes of heap and buffers after the run, less those before it. */
  readonly bytes: number;
}

const start = instantOf({ year: 1999, month: 11, day: 15, hour: 14 });

/** How a fleet run differs from the usual one. */
export interface FleetOptions {
  /** Keep the log text of every computer instead of none. */
  readonly allLogs?: boolean;
}

/**
 * The fleet workload: one site of 2.0 SP4, every client installed and left on; weekly hardware and software
 * inventories, heartbeats and 23-hour CCIM cycles follow from the defaults. Log text is kept for no computer.
 */
export function runFleet(sqlEngine: SqlEngine, clients: number, days: number, options: FleetOptions = {}): FleetRun {
  const before = usedBytes();
  const began = performance.now();
  const logs = options.allLogs === true ? {} : { logComputers: new Set<string>() };
  const simulation = new Simulation({ seed: 1, start, product: sms20, sqlEngine, digest: sha256, ...logs });
  setUpSite(simulation, fleetSite(clients), { site: '2.0 SP4', clients: '2.0 SP4', named: {} });
  simulation.runUntil(start - settlingTime + days * day);
  const seconds = (performance.now() - began) / 1000;
  const rows = simulation.world.database('ABC')?.rowsWritten ?? 0;
  const head = simulation.trace.head();
  const bytes = usedBytes() - before;
  return { clients, days, turns: simulation.turn, records: simulation.trace.count, rows, head, seconds, bytes };
}

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function fleetSite(clients: number): SiteDescription {
  const server = 'SMSSRV1';
  const site = { code: 'ABC', name: 'Fleet', server, folder: 'C:\\SMS', boundaries: ['10.1.0.0'], settings: {} };
  return {
    ...site,
    accessPoints: [{ server, folder: 'C:\\CAP_ABC' }],
    connectionAccounts: [{ name: 'SMSClient_ABC', password: 'winter99' }],
    zone: 'Central Standard Time',
    start,
    release: '2.0 SP4',
    otherSites: [],
    computers: [
      computer(server, 'site server', 1),
      ...Array.from({ length: clients }, (_, index) => computer(`CLIENT${index + 1}`, 'client', index + 2)),
    ],
  };
}

function computer(name: string, role: ComputerSetup['role'], number: number): ComputerSetup {
  return {
    name,
    role,
    operatingSystem: 'Windows NT 4.0',
    zone: 'Central Standard Time',
    clockError: 0,
    address: `10.1.${Math.floor(number / 250)}.${number % 250}`,
    subnet: '10.1.0.0',
    power: 'on',
    installed: role === 'client',
    hardware: {},
    software: [
      { path: 'C:\\WINNT\\NOTEPAD.EXE', size: 45328, version: '4.0', product: 'Windows', company: 'Microsoft' },
    ],
    files: {},
  };
}
