/** Something of the real machine was touched during a turn: the run would not be the same elsewhere. */
export class TripwireTouched extends Error {
  constructor(what: string) {
    super(`${what} was used during a turn; only virtual time and the named streams of chance are allowed there`);
    this.name = 'TripwireTouched';
  }
}

type Place = Record<string, unknown>;

const wires: readonly (readonly [string, Place, string])[] = [
  ['Math.random', Math as unknown as Place, 'random'],
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'Intl'].map(
    (name) => [name, globalThis as unknown as Place, name] as const,
  ),
];

/** Runs a body with real time, chance and asynchrony as they are, within one that is held to virtual ones. */
export type Exemption = <T>(body: () => T) => T;

/** Runs a body while real time, real chance and asynchrony throw; puts everything back afterwards. */
export function withTripwires<T>(body: (exempt: Exemption) => T): T {
  const before = wires.map(([, place, name]) => Object.getOwnPropertyDescriptor(place, name));
  const lay = (): void => {
    for (const [what, place, name] of wires) layOne(what, place, name);
  };
  const lift = (): void => {
    for (const [index, [, place, name]] of wires.entries()) {
      const descriptor = before[index];
      if (descriptor !== undefined) Object.defineProperty(place, name, descriptor);
    }
  };
  // What was exempted outlives the body (a database is closed later), and must not lay the wires then.
  let laid = true;
  const exempt: Exemption = (exempted) => (laid ? between(lift, exempted, lay) : exempted());
  const end = (): void => {
    laid = false;
    lift();
  };
  return between(lay, () => body(exempt), end);
}

function between<T>(enter: () => void, body: () => T, leave: () => void): T {
  enter();
  try {
    return body();
  } finally {
    leave();
  }
}

function layOne(what: string, place: Place, name: string): void {
  const refuse = (): never => {
    throw new TripwireTouched(what);
  };
  const value = new Proxy(function trap() {}, { apply: refuse, construct: refuse, get: refuse });
  Object.defineProperty(place, name, { configurable: true, writable: true, value });
}
