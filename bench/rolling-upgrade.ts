import { findRelease, sms20, type Sms20Release } from '../src/catalogue/index.ts';
import { sha256 } from '../src/cli/digest.ts';
import { baseComponents, componentKey, componentValues } from '../src/components/index.ts';
import { hour, instantOf, minute, type Duration, type Instant } from '../src/kernel/index.ts';
import {
  Simulation,
  requestUpgrade,
  setUpSite,
  upgradeSite,
  type ComputerSetup,
  type SiteDescription,
} from '../src/simulation/index.ts';
import type { SqlEngine } from '../src/world/index.ts';
import { clientsOf, hierarchyOf, siteCodesOf, type HierarchySize } from './hierarchy.ts';
import { asInOffices } from './office.ts';
import { peopleAt, weekendFrom, type Deed } from './people.ts';
import { trafficByKind, trafficOf, type Traffic, type TrafficOfKind } from './traffic.ts';

/** What a weekend of upgrades did: exact counts, the forecast, and what it cost on this machine. */
export interface RollingUpgrade extends SeenInAWeekend {
  readonly size: HierarchySize;
  readonly sites: number;
  readonly turns: number;
  readonly records: number;
  readonly rows: number;
  readonly head: string;
  readonly seconds: number;
}

/** What somebody saw who watched the clients of a weekend. */
interface SeenInAWeekend {
  /** How long after the first site each client was seen with the new base components, in ascending order. */
  readonly upgraded: readonly Duration[];
  /** The same of clients all of whose components are new. */
  readonly whole: readonly Duration[];
  /** Bytes that crossed the links of each client, in ascending order. */
  readonly bytesPerClient: readonly number[];
  readonly links: readonly TrafficOfKind[];
}

/** Friday in the zone of the hierarchy, Central Standard Time. */
const friday = instantOf({ year: 2002, month: 3, day: 8, hour: 6 });

const weekend = weekendFrom(friday);

/** An hour after the last ones have left. */
const firstUpgrade: Instant = friday + 18 * hour;

/** From one site to the next, from the top of the hierarchy downwards. */
const betweenSites: Duration = 30 * minute;

/** Monday, 17:00. */
const end: Instant = weekend.monday + 17 * hour;

/** How often somebody counts the clients that have upgraded. */
const between: Duration = 15 * minute;

/** A hierarchy goes from SP2 to SP4 over a weekend, most clients left on (a piece of advice in Q237543). */
export function runRollingUpgrade(sqlEngine: SqlEngine, size: HierarchySize): RollingUpgrade {
  const began = performance.now();
  const logs = { logComputers: new Set<string>() };
  const start = weekend.thursday + 6 * hour;
  const description = asInOffices(hierarchyOf(size, '2.0 SP2', start));
  const simulation = new Simulation({ seed: 1, start, product: sms20, sqlEngine, digest: sha256, ...logs });
  setUpSite(simulation, description, { site: '2.0 SP2', clients: '2.0 SP2', named: {} });
  const seen = spendWeekend(simulation, description, release('2.0 SP4'));
  const databases = siteCodesOf(description).map((code) => simulation.world.database(code)?.rowsWritten ?? 0);
  return {
    size,
    sites: siteCodesOf(description).length,
    turns: simulation.turn,
    records: simulation.trace.count,
    rows: databases.reduce((sum, rows) => sum + rows, 0),
    head: simulation.trace.head(),
    seconds: (performance.now() - began) / 1000,
    ...seen,
  };
}

function release(name: string): Sms20Release {
  const found = findRelease(name);
  if (found === undefined) throw new Error(`no release named ${name}`);
  return found;
}

/** Runs to the end, and tells when each client was seen to have upgraded, and what crossed the links meanwhile. */
function spendWeekend(simulation: Simulation, description: SiteDescription, target: Sms20Release): SeenInAWeekend {
  const clients = clientsOf(description);
  const deeds = [...peopleAt(simulation, clients, weekend), ...upgrades(simulation, description, target)];
  const waiting = deeds.toSorted((a, b) => a.at - b.at);
  doUntil(simulation, waiting, firstUpgrade - between);
  const before = trafficOf(simulation.world.network);
  const names = clients.map(({ name }) => name);
  const [base, whole] = [new Watch(names), new Watch(names)];
  for (let now = firstUpgrade; now <= end; now += between) {
    doUntil(simulation, waiting, now);
    base.look(now - firstUpgrade, (name) => hasVersions(simulation, name, target, [baseComponents]));
    whole.look(now - firstUpgrade, (name) => hasVersions(simulation, name, target, allComponents(target)));
  }
  const traffic = trafficOf(simulation.world.network, before);
  return {
    upgraded: base.seen,
    whole: whole.seen,
    bytesPerClient: bytesPerClient(clients, traffic),
    links: trafficByKind(description, traffic),
  };
}

/** Lets people do what is due by then. */
function doUntil(simulation: Simulation, waiting: Deed[], until: Instant): void {
  for (let [next] = waiting; next !== undefined && next.at <= until; [next] = waiting) {
    waiting.shift();
    simulation.runUntil(next.at);
    next.run();
  }
  simulation.runUntil(until);
}

/** Clients that somebody waits for. */
class Watch {
  readonly #waiting: Set<string>;
  readonly seen: Duration[] = [];

  constructor(names: readonly string[]) {
    this.#waiting = new Set(names);
  }

  /** Counts those that are ready now. */
  look(after: Duration, isReady: (name: string) => boolean): void {
    for (const name of this.#waiting) {
      if (!isReady(name)) continue;
      this.#waiting.delete(name);
      this.seen.push(after);
    }
  }
}

function allComponents({ clientComponents }: Sms20Release): readonly string[] {
  return Object.values(clientComponents).map(({ name }) => name);
}

/** Whether those of the components that a client has are of a release, by its registry. */
function hasVersions(simulation: Simulation, client: string, target: Sms20Release, names: readonly string[]): boolean {
  const { registry } = simulation.world.mustHave(client);
  return Object.values(target.clientComponents).every(({ name, version }) => {
    const own = names.includes(name) ? registry.getText(componentKey(name), componentValues.version) : undefined;
    return own === undefined || own === version;
  });
}

function upgrades(simulation: Simulation, description: SiteDescription, target: Sms20Release): readonly Deed[] {
  return siteCodesOf(description).map((code, index) => ({
    at: firstUpgrade + index * betweenSites,
    run: () => upgrade(simulation, code, target),
  }));
}

/** Setup runs on the servers of primary sites; a secondary site gets the files of its parent, as a job. */
function upgrade(simulation: Simulation, code: string, target: Sms20Release): void {
  const site = simulation.world.site(code);
  if (site?.kind === 'secondary') {
    if (!requestUpgrade(simulation, site).ok) throw new Error(`${code}: its parent cannot be asked`);
    return;
  }
  const refused = upgradeSite(simulation, code, target);
  if (refused !== undefined) throw new Error(`${code}: ${refused.refusal}`);
}

function bytesPerClient(clients: readonly ComputerSetup[], traffic: Traffic): readonly number[] {
  const bytes = new Map(clients.map(({ name }) => [name, 0]));
  for (const { ends, bytes: carried } of traffic) {
    for (const name of ends) {
      const known = bytes.get(name);
      if (known !== undefined) bytes.set(name, known + carried);
    }
  }
  return [...bytes.values()].toSorted((a, b) => a - b);
}
