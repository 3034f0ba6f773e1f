import type { Deed, Order } from './upgrade-orders.ts';

/** An order in which some client is an exception. */
interface ExceptionalOrder {
  /** Key of the exception. */
  readonly article: string;
  readonly releases: readonly string[];
  readonly order: Order;
}

/** Everything but S01 is upgraded in the first hour, S01 two days later; the new clients get their logon after that. */
function lateSecondary(release: string, logon: Deed): Order {
  const setups = [
    ['CEN', 0],
    ['P01', 20],
    ['P02', 40],
    ['S01', 2860],
  ] as const;
  const deeds = setups.flatMap(([who, minute]) => setup(who, release, minute, minute + 15));
  const newClients = ['CLIENT6', 'CLIENT8'].filter((who) => who !== logon.who);
  const late = newClients.map((who): Deed => ({ minute: 2900, what: 'log on', who }));
  return { deeds: [...deeds, logon, ...late].toSorted((a, b) => a.minute - b.minute), ties: 1 };
}

/** S01 names itself in Copylog.tcf in the very second in which CLIENT7 reads it, after the logon. */
const copylogChangesAtLogon: Order = {
  deeds: [
    ...[setup('CEN', '2.0 SP1', 3, 8), setup('P02', '2.0 SP1', 3, 52), setup('P01', '2.0 SP1', 1, 27)],
    ...[setup('P01', '2.0 SP2', 246, 251), setup('S01', '2.0 SP1', 269, 308)],
    [{ minute: 308, what: 'log on', who: 'CLIENT7' } as const],
    ...[setup('P02', '2.0 SP2', 357, 363), setup('CEN', '2.0 SP2', 359, 397), setup('S01', '2.0 SP2', 359, 363)],
    [{ minute: 0, what: 'log on', who: 'CLIENT6' } as const, { minute: 0, what: 'log on', who: 'CLIENT8' } as const],
  ]
    .flat()
    .toSorted((a, b) => a.minute - b.minute),
  ties: 1,
};

function setup(who: string, release: string, begins: number, ends: number): readonly Deed[] {
  return [
    { minute: begins, what: 'Setup begins', who, release },
    { minute: ends, what: 'Setup ends', who, release },
  ];
}

/** For each exception an order that leads to it. */
export const exceptionalOrders: readonly ExceptionalOrder[] = [
  {
    /** S01 has looked at the logon point since P01 brought the programs of SP2, and has named itself for them. */
    article: 'Q249077, Q251070, Q264630',
    releases: ['2.0 SP1', '2.0 SP2'],
    order: lateSecondary('2.0 SP2', { minute: 1600, what: 'log on', who: 'CLIENT3' }),
  },
  {
    article: 'Q249077, Q251070, Q264630',
    releases: ['2.0', '2.0 SP1', '2.0 SP2'],
    order: copylogChangesAtLogon,
  },
  {
    /** CLIENT6, which is new, stands beside S01, whose release is older than that of P01. */
    article: 'Q262677',
    releases: ['2.0 SP2', '2.0 SP4'],
    order: lateSecondary('2.0 SP4', { minute: 120, what: 'log on', who: 'CLIENT6' }),
  },
];
