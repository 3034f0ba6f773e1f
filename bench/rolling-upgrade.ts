import { findRelease, sms20, type Release } from '../src/catalogue/index.ts';
import { sha256 } from '../src/cli/digest.ts';
import { baseComponents, componentKey, componentValues } from '../src/components/index.ts';
import { day, hour, instantOf, minute, second, type Duration, type Instant } from '../src/kernel/index.ts';
import {
  Simulation,
  logOn,
  powerOff,
  powerOn,
  setUpSite,
  upgradeSite,
  type ComputerSetup,
  type SiteDescription,
} from '../src/simulation/index.ts';
import type { SqlEngine } from '../src/world/index.ts';
import { hierarchyOf, siteCodesOf, userOf, type HierarchySize } from './hierarchy.ts';
import { trafficByKind, trafficOf, type Traffic, type TrafficOfKind } from './traffic.ts';

/** What a weekend of upgrades did: exact counts, the forecast, and what it cost on this machine. */
export interface RollingUpgrade {
  readonly size: HierarchySize;
  readonly sites: number;
  readonly turns: number;
  readonly records: number;
  readonly rows: number;
  readonly head: string;
  readonly seconds: number;
  /** How long after the first site each upgraded client was upgraded, in ascending order. */
  readonly upgraded: readonly Duration[];
  /** Bytes that crossed the links of each client, in ascending order. */
  readonly bytesPerClient: readonly number[];
  readonly links: readonly TrafficOfKind[];
}

/** Friday, 17:00 in the zone of the hierarchy; an hour later the first site is upgraded. */
const friday = instantOf({ year: 2002, month: 3, day: 8, hour: 23 });

const firstUpgrade: Instant = friday + hour;

/** From one site to the next, from the top of the hierarchy downwards. */
const betweenSites: Duration = 30 * minute;

/** Monday, 08:00: those who log on do so within the hour. */
const monday: Instant = friday + 2 * day + 15 * hour;

/** Monday, 17:00. */
const end: Instant = monday + 9 * hour;

/** How often somebody counts the clients that have upgraded. */
const between: Duration = 15 * minute;

/** Of so many Windows NT clients the user of one logs on on Monday; Windows 98 is restarted, and its user logs on. */
const everyUser = 5;

/** Something that people do at a time. */
interface Deed {
  readonly at: Instant;
  readonly run: () => void;
}

/** A hierarchy goes from SP2 to SP4 over a weekend, its clients left on (a piece of advice in Q237543). */
export function runRollingUpgrade(sqlEngine: SqlEngine, size: HierarchySize): RollingUpgrade {
  const began = performance.now();
  const logs = { logComputers: new Set<string>() };
  const description = hierarchyOf(size, '2.0 SP2', friday);
  const before = friday - day;
  const simulation = new Simulation({ seed: 1, start: before, product: sms20, sqlEngine, digest: sha256, ...logs });
  setUpSite(simulation, description, { site: '2.0 SP2', clients: '2.0 SP2', named: {} });
  const old = trafficOf(simulation.world.network);
  const upgraded = spendWeekend(simulation, description, release('2.0 SP4'));
  const traffic = trafficOf(simulation.world.network, old);
  const databases = siteCodesOf(description).map((code) => simulation.world.database(code)?.rowsWritten ?? 0);
  return {
    size,
    sites: siteCodesOf(description).length,
    turns: simulation.turn,
    records: simulation.trace.count,
    rows: databases.reduce((sum, rows) => sum + rows, 0),
    head: simulation.trace.head(),
    seconds: (performance.now() - began) / 1000,
    upgraded,
    bytesPerClient: bytesPerClient(description, traffic),
    links: trafficByKind(description, traffic),
  };
}

function release(name: string): Release {
  const found = findRelease(name);
  if (found === undefined) throw new Error(`no release named ${name}`);
  return found;
}

/** Runs to the end, and tells when each client was seen to have upgraded. */
function spendWeekend(simulation: Simulation, description: SiteDescription, target: Release): readonly Duration[] {
  const deeds = [...upgrades(simulation, description, target), ...mondayMorning(simulation, description)];
  const waiting = new Set(clientsOf(description).map(({ name }) => name));
  const upgraded: Duration[] = [];
  for (let now = friday; now <= end; now += between) {
    for (const { at, run } of deeds.filter((deed) => deed.at > now - between && deed.at <= now)) {
      simulation.runUntil(at);
      run();
    }
    simulation.runUntil(now);
    for (const name of waiting) {
      if (baseVersion(simulation, name) !== target.clientComponents['base']?.version) continue;
      waiting.delete(name);
      upgraded.push(now - firstUpgrade);
    }
  }
  return upgraded;
}

/** The version of the base components in the registry of a client. */
function baseVersion(simulation: Simulation, client: string): string | undefined {
  const { registry } = simulation.world.mustHave(client);
  return registry.getText(componentKey(baseComponents), componentValues.version);
}

function upgrades(simulation: Simulation, description: SiteDescription, target: Release): readonly Deed[] {
  return siteCodesOf(description).map((code, index) => ({
    at: firstUpgrade + index * betweenSites,
    run: () => {
      const refused = upgradeSite(simulation, code, target);
      if (refused !== undefined) throw new Error(`${code}: ${refused.refusal}`);
    },
  }));
}

function mondayMorning(simulation: Simulation, description: SiteDescription): readonly Deed[] {
  const people = clientsOf(description).filter(
    ({ operatingSystem }, index) => operatingSystem === 'Windows 98' || index % everyUser === 1,
  );
  const apart = Math.min(20 * second, Math.floor(hour / Math.max(1, people.length)));
  return people.map(({ name, operatingSystem }, index) => ({
    at: monday + index * apart,
    run: () => {
      if (operatingSystem === 'Windows 98') restart(simulation, name);
      logOn(simulation, name, userOf(name), true);
    },
  }));
}

function restart(simulation: Simulation, name: string): void {
  powerOff(simulation, name, 'stopped');
  powerOn(simulation, name);
}

function clientsOf(description: SiteDescription): readonly ComputerSetup[] {
  return description.computers.filter(({ role }) => role === 'client');
}

function bytesPerClient(description: SiteDescription, traffic: Traffic): readonly number[] {
  const bytes = new Map(clientsOf(description).map(({ name }) => [name, 0]));
  for (const { ends, bytes: carried } of traffic) {
    for (const name of ends) {
      const known = bytes.get(name);
      if (known !== undefined) bytes.set(name, known + carried);
    }
  }
  return [...bytes.values()].toSorted((a, b) => a - b);
}
