import { day, hour, minute, RandomStreams, type Instant, type RandomStream } from '../src/kernel/index.ts';
import { logOff, logOn, powerOff, powerOn, type ComputerSetup, type Simulation } from '../src/simulation/index.ts';
import { userOf } from './hierarchy.ts';

/** Something that people do at a time. */
export interface Deed {
  readonly at: Instant;
  readonly run: () => void;
}

/** The days of a weekend: the beginning of Thursday, Friday and Monday in the zone of the hierarchy. */
export interface Weekend {
  readonly thursday: Instant;
  readonly friday: Instant;
  readonly monday: Instant;
}

/** How many of ten people do what with their computers; the shares are made up. */
const habits = [
  // Cycles of 23 hours begin an hour earlier every day: after some weeks they fall anywhere.
  ...Array.from({ length: 4 }, () => 'left on for weeks' as const),
  // They are asked to leave the computer on this Friday, and do (Q237543).
  ...Array.from({ length: 5 }, () => 'switched on every morning' as const),
  // They switch it off as on every evening.
  'off over the weekend' as const,
];

/** Between these times people come in the morning, and go in the evening. */
const morning = { from: 7 * hour + 30 * minute, to: 9 * hour + 30 * minute };
const evening = { from: 16 * hour, to: 17 * hour };

/** When people restart Windows 9x, as an upgrade asks for it (Q264969): as they go to lunch, and once more. */
const breaks = [
  { from: 12 * hour, to: 13 * hour },
  { from: 15 * hour, to: 16 * hour },
];

/** One user of so many whose computer stays on logs on anew on Monday. */
const logsOnAnew = 5;

/** What the people at all clients do from Thursday to Monday. */
export function peopleAt(simulation: Simulation, clients: readonly ComputerSetup[], weekend: Weekend): readonly Deed[] {
  const stream = new RandomStreams(1).stream('people');
  return clients.flatMap((client) => new Person(simulation, client, weekend, stream).deeds());
}

/** The user of one client. */
class Person {
  readonly #simulation: Simulation;
  readonly #client: ComputerSetup;
  readonly #weekend: Weekend;
  readonly #stream: RandomStream;

  constructor(simulation: Simulation, client: ComputerSetup, weekend: Weekend, stream: RandomStream) {
    this.#simulation = simulation;
    this.#client = client;
    this.#weekend = weekend;
    this.#stream = stream;
  }

  deeds(): readonly Deed[] {
    const { thursday, friday, monday } = this.#weekend;
    const habit = habits[this.#stream.integer(0, habits.length - 1)];
    if (habit === 'left on for weeks') {
      const phase = this.#between({ from: morning.from, to: morning.from + 23 * hour });
      return [{ at: thursday + phase, run: () => this.#switchOn() }, ...this.#onMonday()];
    }
    const on = { at: friday + this.#between(morning), run: () => this.#switchOn() };
    if (habit === 'switched on every morning') return [on, ...this.#onMonday()];
    return [
      on,
      { at: friday + this.#between(evening), run: () => powerOff(this.#simulation, this.#client.name, 'stopped') },
      { at: monday + this.#between(morning), run: () => this.#switchOn() },
      ...this.#restartsInBreaks(),
    ];
  }

  /** Windows 9x waits for a restart since the weekend; other computers have nobody who has to do anything. */
  #onMonday(): readonly Deed[] {
    const at = this.#weekend.monday + this.#between(morning);
    if (this.#is9x()) return [{ at, run: () => this.#restart() }, ...this.#restartsInBreaks()];
    return this.#stream.integer(1, logsOnAnew) === 1 ? [{ at, run: () => this.#logOnAnew() }] : [];
  }

  #restartsInBreaks(): readonly Deed[] {
    if (!this.#is9x()) return [];
    const { monday } = this.#weekend;
    return breaks.map((pause) => ({ at: monday + this.#between(pause), run: () => this.#restart() }));
  }

  #is9x(): boolean {
    return this.#client.operatingSystem === 'Windows 95' || this.#client.operatingSystem === 'Windows 98';
  }

  #between({ from, to }: { readonly from: number; readonly to: number }): number {
    return this.#stream.integer(from, to);
  }

  #switchOn(): void {
    powerOn(this.#simulation, this.#client.name);
    logOn(this.#simulation, this.#client.name, userOf(this.#client.name), false);
  }

  #restart(): void {
    powerOff(this.#simulation, this.#client.name, 'stopped');
    this.#switchOn();
  }

  #logOnAnew(): void {
    logOff(this.#simulation, this.#client.name);
    logOn(this.#simulation, this.#client.name, userOf(this.#client.name), false);
  }
}

/** From midnight to midnight of a weekend that begins with this Friday. */
export function weekendFrom(friday: Instant): Weekend {
  return { thursday: friday - day, friday, monday: friday + 3 * day };
}
