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

/** Runs a body while real time, real chance and asynchrony throw; puts everything back afterwards. */
export function withTripwires<T>(body: () => T): T {
  const before = wires.map(([, place, name]) => Object.getOwnPropertyDescriptor(place, name));
  for (const [what, place, name] of wires) lay(what, place, name);
  try {
    return body();
  } finally {
    for (const [index, [, place, name]] of wires.entries()) {
      const descriptor = before[index];
      if (descriptor !== undefined) Object.defineProperty(place, name, descriptor);
    }
  }
}

function lay(what: string, place: Place, name: string): void {
  const refuse = (): never => {
    throw new TripwireTouched(what);
  };
  const value = new Proxy(function trap() {}, { apply: refuse, construct: refuse, get: refuse });
  Object.defineProperty(place, name, { configurable: true, writable: true, value });
}
