import fc from 'fast-check';
import { clients, sites } from './upgrade-hierarchy.ts';

/** One thing that somebody does, so many minutes after the beginning. */
export interface Deed {
  readonly minute: number;
  readonly what: 'Setup begins' | 'Setup ends' | 'log on' | 'cycle';
  /** Code of a site, or name of a client. */
  readonly who: string;
  /** The release that Setup installs. */
  readonly release?: string;
}

/** All deeds by their time, and how deliveries of one instant are ordered. */
export interface Order {
  readonly deeds: readonly Deed[];
  readonly ties: number;
}

/** In how many minutes everything happens: in a few hours (Q264630 calls that safe), or in two days. */
const spans = [360, 2880];

/** How many minutes Setup takes at the most. */
const longestSetup = 60;

/** Part of the span, from 0 to 1000. */
const moment = fc.nat(1000);

const oneUpgrade = fc.record({ at: moment, takes: fc.integer({ min: 1, max: longestSetup }) });

/** A logon whenever, or so many minutes after Setup has begun at some site: in the middle of an upgrade. */
const oneLogon = fc.oneof(
  fc.record({ at: moment }),
  fc.record({ site: fc.constantFrom(...sites), after: fc.nat(longestSetup) }),
);

const oneCycle = fc.record({ at: moment });

type Upgrade = typeof oneUpgrade extends fc.Arbitrary<infer T> ? T : never;
type Logon = typeof oneLogon extends fc.Arbitrary<infer T> ? T : never;

/** Orders in which every site goes through the releases, and every client logs on twice and cycles once. */
export function ordersThrough(releases: readonly string[]): fc.Arbitrary<Order> {
  const exactly = (length: number): fc.ArrayConstraints => ({ minLength: length, maxLength: length });
  const plan = fc.record({
    span: fc.constantFrom(...spans),
    upgrades: fc.array(fc.array(oneUpgrade, exactly(releases.length)), exactly(sites.length)),
    logons: fc.array(fc.array(oneLogon, exactly(2)), exactly(clients.length)),
    cycles: fc.array(oneCycle, exactly(clients.length)),
    ties: fc.nat(),
  });
  return plan.map(({ span, upgrades, logons, cycles, ties }) => {
    const minuteOf = (at: number): number => Math.round((at * span) / 1000);
    const setups = upgrades.flatMap((ones, index) => setupsOf(sites[index] ?? '', ones, releases, minuteOf));
    const deeds = [
      ...setups,
      ...logons.flatMap((ones, index) => ones.map((one) => logonOf(clients[index] ?? '', one, setups, minuteOf))),
      ...cycles.map(({ at }, index): Deed => ({ minute: minuteOf(at), what: 'cycle', who: clients[index] ?? '' })),
    ];
    return readable({ deeds: deeds.toSorted((a, b) => a.minute - b.minute), ties });
  });
}

/** A site installs one release after the other. */
function setupsOf(
  who: string,
  upgrades: readonly Upgrade[],
  releases: readonly string[],
  minuteOf: (at: number) => number,
): readonly Deed[] {
  let free = 0;
  return upgrades
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, takes }, index): readonly Deed[] => {
      const release = releases[index] ?? '';
      const minute = Math.max(free, minuteOf(at));
      free = minute + takes + 1;
      return [
        { minute, what: 'Setup begins', who, release },
        { minute: minute + takes, what: 'Setup ends', who, release },
      ];
    });
}

function logonOf(who: string, logon: Logon, setups: readonly Deed[], minuteOf: (at: number) => number): Deed {
  if ('at' in logon) return { minute: minuteOf(logon.at), what: 'log on', who };
  const setup = setups.find((deed) => deed.who === logon.site);
  return { minute: (setup?.minute ?? 0) + logon.after, what: 'log on', who };
}

/** An order that a failure shows as one line per deed. */
function readable(order: Order): Order {
  const text = (): string => `${order.deeds.map(deedText).join('\n')}\nties ${order.ties}`;
  return Object.defineProperty({ ...order }, fc.toStringMethod, { value: text, enumerable: false });
}

/** `1230 min: P01 Setup begins 2.0 SP2`. */
export function deedText({ minute, what, who, release }: Deed): string {
  return `${minute} min: ${who} ${what}${release === undefined ? '' : ` ${release}`}`;
}
