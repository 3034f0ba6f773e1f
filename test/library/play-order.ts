import { userOf } from '../../bench/hierarchy.ts';
import { hour, minute, type TraceRecord } from '../../src/kernel/index.ts';
import {
  beginUpgrade,
  completeUpgrade,
  logOff,
  logOn,
  powerOff,
  powerOn,
  processName,
  restoreCheckpoint,
  type Simulation,
  type SiteUpgrade,
} from '../../src/simulation/index.ts';
import { missing, tooNew } from './client-versions.ts';
import { exceptions, logonMet, type LogonMet } from './upgrade-exceptions.ts';
import { clients, hasRights, releaseNamed, windows9xClients, type SettledHierarchy } from './upgrade-hierarchy.ts';
import { deedText, type Deed, type Order } from './upgrade-orders.ts';

/** The boot program's look at the logon point, by which it copies Clicore.exe and the CRCs of its programs. */
const ownerLookedUp = 'find the owner of Clicore';

const ccim = 'Client Configuration Installation Manager';

/** What came of an order. */
export interface PlayedOrder {
  /** What must not be, with client and component. */
  readonly wrong: readonly string[];
  /** The exceptions that some client was. */
  readonly excepted: readonly string[];
}

/** Plays one order on a settled hierarchy that goes from the first to the last of the releases. */
export function playOrder(hierarchy: SettledHierarchy, releases: readonly string[], order: Order): PlayedOrder {
  restoreCheckpoint(hierarchy.simulation, hierarchy.settled);
  const play = new OrderPlay(hierarchy.simulation, releases);
  hierarchy.watcher = (record) => play.recordWritten(record);
  return play.play(order);
}

/** One order under way: the upgrades that have begun, and what each client met on its logon point. */
class OrderPlay {
  readonly #simulation: Simulation;
  readonly #releases: readonly string[];
  readonly #upgrades = new Map<string, SiteUpgrade>();
  readonly #met = new Map<string, LogonMet[]>();

  constructor(simulation: Simulation, releases: readonly string[]) {
    this.#simulation = simulation;
    this.#releases = releases;
  }

  /** Which site Copylog.tcf names counts when the boot program reads it: another one can write it after the logon. */
  recordWritten({ kind, process, subject }: TraceRecord): void {
    if (kind !== 'answer' || subject !== ownerLookedUp) return;
    const [name = ''] = process.split('/');
    const { world } = this.#simulation;
    this.#met.set(name, [...(this.#met.get(name) ?? []), logonMet(world, world.mustHave(name))]);
  }

  play(order: Order): PlayedOrder {
    const simulation = this.#simulation;
    simulation.tieOrder = order.ties;
    const begin = simulation.now;
    for (const deed of order.deeds) {
      simulation.runUntil(begin + deed.minute * minute);
      this.#perform(deed);
      const ahead = this.#ahead();
      if (ahead.length > 0) return { wrong: [`after ${deedText(deed)}:`, ...ahead], excepted: [] };
    }
    this.#twoCycles();
    const ahead = this.#ahead();
    const { wrong, excepted } = this.#incomplete();
    return { wrong: [...ahead, ...wrong], excepted };
  }

  #perform({ what, who, release }: Deed): void {
    if (what === 'Setup begins') this.#beginSetup(who, release ?? '');
    if (what === 'Setup ends') this.#endSetup(who, release ?? '');
    if (what === 'log on') this.#logOnAgain(who, hasRights(who));
    if (what === 'cycle') this.#simulation.post('scenario', processName(who, ccim), { type: 'wake' }, 0);
  }

  #beginSetup(site: string, release: string): void {
    const begun = beginUpgrade(this.#simulation, site, releaseNamed(release));
    if ('refusal' in begun) throw new Error(`${site}: ${begun.refusal}`);
    this.#upgrades.set(site, begun);
  }

  #endSetup(site: string, release: string): void {
    const begun = this.#upgrades.get(site);
    if (begun !== undefined) completeUpgrade(this.#simulation, site, releaseNamed(release), begun);
  }

  #logOnAgain(name: string, administrator: boolean): void {
    logOff(this.#simulation, name);
    logOn(this.#simulation, name, administrator ? `${userOf(name)}ADMIN` : userOf(name), administrator);
  }

  /**
   * Two cycles of 23 hours. Windows 9x finishes the work of each at a restart (Q264969), and before that the work of an
   * earlier release.
   */
  #twoCycles(): void {
    const simulation = this.#simulation;
    this.#restartWindows9x();
    for (let cycle = 0; cycle < 2; cycle++) {
      simulation.runUntil(simulation.now + 23 * hour + 30 * minute);
      this.#restartWindows9x();
    }
    simulation.runUntil(simulation.now + 30 * minute);
  }

  #restartWindows9x(): void {
    for (const name of windows9xClients) {
      powerOff(this.#simulation, name, 'stopped');
      powerOn(this.#simulation, name);
      this.#logOnAgain(name, true);
    }
  }

  #ahead(): readonly string[] {
    const { world } = this.#simulation;
    const found = clients.flatMap((name) => tooNew(world, world.mustHave(name), this.#target()));
    return found.map((what) => `newer than site and logon point: ${what}`);
  }

  /** What two cycles have not brought without an exception, and what the cure of the exceptions does not bring. */
  #incomplete(): PlayedOrder {
    const incomplete = clients.filter((name) => this.#lacks(name).length > 0);
    const excepted = incomplete.flatMap((name) => this.#articleOf(name) ?? []);
    const left = incomplete.filter((name) => this.#articleOf(name) === undefined);
    const missed = left.flatMap((name) => this.#lacks(name)).map((what) => `missing after two cycles: ${what}`);
    if (missed.length > 0 || incomplete.length === 0) return { wrong: missed, excepted };
    for (const name of incomplete) this.#logOnAgain(name, true);
    this.#twoCycles();
    const still = clients.flatMap((name) => this.#lacks(name));
    return { wrong: still.map((what) => `missing after the cure: ${what}`), excepted };
  }

  #lacks(name: string): readonly string[] {
    const { world } = this.#simulation;
    return missing(world, world.mustHave(name), this.#target());
  }

  /** The exception that a client is. */
  #articleOf(name: string): string | undefined {
    const { world } = this.#simulation;
    const client = world.mustHave(name);
    const inDomain = [...world.sites.values()].filter(({ domains = [] }) =>
      domains.some((domain) => domain.name === client.domain),
    );
    const before = this.#releases.slice(0, -1);
    const one = { world, client, logons: this.#met.get(name) ?? [], sharing: inDomain.length, before };
    return Object.keys(exceptions).find((article) => exceptions[article]?.(one) === true);
  }

  #target(): ReturnType<typeof releaseNamed> {
    return releaseNamed(this.#releases.at(-1) ?? '');
  }
}
