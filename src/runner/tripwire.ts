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

/** Makes real time, real chance and asynchrony throw while a run is at work, and only then. */
export class Tripwires {
  readonly #before = wires.map(([, place, name]) => Object.getOwnPropertyDescriptor(place, name));
  #laid = false;

  /** Runs a body that is held to virtual time; everything is put back afterwards. */
  during<T>(body: () => T): T {
    return this.#with(true, body);
  }

  /** Runs a body with the real machine as it is, within one that is held to virtual time or after it. */
  exempt<T>(body: () => T): T {
    return this.#with(false, body);
  }

  #with<T>(laid: boolean, body: () => T): T {
    const before = this.#laid;
    this.#set(laid);
    try {
      return body();
    } finally {
      this.#set(before);
    }
  }

  #set(laid: boolean): void {
    if (laid === this.#laid) return;
    this.#laid = laid;
    for (const [index, [what, place, name]] of wires.entries()) {
      const descriptor = laid ? trap(what) : this.#before[index];
      if (descriptor !== undefined) Object.defineProperty(place, name, descriptor);
    }
  }
}

function trap(what: string): PropertyDescriptor {
  const refuse = (): never => {
    throw new TripwireTouched(what);
  };
  const value = new Proxy(function touched() {}, { apply: refuse, construct: refuse, get: refuse });
  return { configurable: true, writable: true, value };
}
