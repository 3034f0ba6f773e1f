import { sms12, sms20, type Product } from '../src/catalogue/index.ts';
import { sha256 } from '../src/cli/digest.ts';
import { day, instantOf, type Instant } from '../src/kernel/index.ts';
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

/** How a fleet run differs from the usual one. */
export interface FleetOptions {
  /** Keep the log text of every computer instead of none. */
  readonly allLogs?: boolean;
}

/** One site with clients that are left on, and the release of all of it. */
export interface Fleet {
  readonly product: Product;
  readonly release: string;
  readonly site: SiteDescription;
}

/** What a fleet does in some days by itself; log text is kept for no computer unless asked for. */
export function runFleet(sqlEngine: SqlEngine, fleet: Fleet, days: number, options: FleetOptions = {}): FleetRun {
  const { product, release, site } = fleet;
  const before = usedBytes();
  const began = performance.now();
  const logs = options.allLogs === true ? {} : { logComputers: new Set<string>() };
  const simulation = new Simulation({ seed: 1, start: site.start, product, sqlEngine, digest: sha256, ...logs });
  setUpSite(simulation, site, { site: release, clients: release, named: {} });
  simulation.runUntil(site.start - settlingTime + days * day);
  const seconds = (performance.now() - began) / 1000;
  const rows = simulation.world.database(site.code)?.rowsWritten ?? 0;
  const head = simulation.trace.head();
  const bytes = usedBytes() - before;
  const clients = site.computers.filter(({ role }) => role === 'client').length;
  return { clients, days, turns: simulation.turn, records: simulation.trace.count, rows, head, seconds, bytes };
}

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const start = instantOf({ year: 1999, month: 11, day: 15, hour: 14 });

/**
 * One site of 2.0 SP4, every client installed and left on; weekly hardware and software inventories, heartbeats and
 * 23-hour CCIM cycles follow from the defaults.
 */
export function fleetOf20(clients: number): Fleet {
  const server = 'SMSSRV1';
  const site = {
    ...office('ABC', server, start, clients),
    release: '2.0 SP4',
    boundaries: ['10.1.0.0'],
    accessPoints: [{ server, folder: 'C:\\CAP_ABC' }],
    connectionAccounts: [{ name: 'SMSClient_ABC', password: 'winter99' }],
  };
  return { product: sms20, release: site.release, site };
}

/**
 * One site of 1.2 SP4 with one logon server; somebody is logged on at every workstation, whose inventory service wakes
 * every 24 hours and scans once a week.
 */
export function fleetOf12(clients: number): Fleet {
  const server = 'LAMSRV1';
  const domain = 'LAMWORLD';
  const began = instantOf({ year: 1997, month: 11, day: 3, hour: 14 });
  const { computers, ...rest } = office('LAM', server, began, clients);
  const site = {
    ...{ ...rest, release: '1.2 SP4', boundaries: [], accessPoints: [], connectionAccounts: [] },
    domains: [{ name: domain, logonDiscovery: true, logonInstallation: true }],
    windowsDomains: [{ name: domain, controllers: [server] }],
    computers: computers.map((one) => ({
      ...{ ...one, domain },
      ...(one.role === 'client' ? { user: { name: `USER_${one.name}`, administrator: true } } : {}),
    })),
  };
  return { product: sms12, release: site.release, site };
}

function office(
  code: string,
  server: string,
  begin: Instant,
  clients: number,
): Omit<SiteDescription, 'release' | 'boundaries' | 'accessPoints' | 'connectionAccounts'> {
  return {
    ...{ code, name: 'Fleet', server, folder: 'C:\\SMS', settings: {} },
    ...{ zone: 'Central Standard Time', start: begin, otherSites: [] },
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
