import type { Computer, RegistryValue } from '../../../world/index.ts';
import type { Frame, RegistryFact } from '../film.ts';
import type { Texts } from './texts.ts';

type RegistryChange = NonNullable<Frame['registry']>[number];

/** A key as the film last showed it: its values as text by their names; '' with null for a key without values. */
interface Shown {
  readonly key: string;
  readonly values: ReadonlyMap<string, string | null>;
}

/** Watches the registry of one computer, as `FileWatch` does its drives. */
export class RegistryWatch {
  readonly #computer: Computer;
  readonly #number: number;
  readonly #texts: Texts;
  readonly #shown = new Map<string, Shown>();
  #registry: Computer['registry'];
  #before: Computer['registry'];
  #revision: number;

  constructor(computer: Computer, number: number, texts: Texts) {
    const { registry } = computer;
    this.#computer = computer;
    this.#number = number;
    this.#texts = texts;
    this.#registry = registry;
    this.#before = registry.fork(computer.registryHooks());
    this.#revision = registry.revision;
    for (const [key, values] of registry.save()) this.#shown.set(key.toUpperCase(), shownOf(key, values));
  }

  /** Every value as it is now. */
  facts(): readonly RegistryFact[] {
    return [...this.#shown.values()].flatMap(({ key, values }) =>
      [...values].map(([name, value]) => this.#fact(key, name, value)),
    );
  }

  /** What has changed since the last look. */
  changes(): readonly RegistryChange[] {
    const { registry } = this.#computer;
    if (registry === this.#registry && registry.revision === this.#revision) return [];
    const { removed, keys } = registry.saveChanges(this.#before);
    this.#registry = registry;
    this.#before = registry.fork(this.#computer.registryHooks());
    this.#revision = registry.revision;
    const written = new Set(keys.map(([key]) => key.toUpperCase()));
    const gone = removed.flatMap((key) => this.#withAllBelow(key.toUpperCase())).filter((key) => !written.has(key));
    return [
      ...gone.flatMap((key) => this.#changed(key, undefined)),
      ...keys.flatMap(([key, values]) => this.#changed(key.toUpperCase(), shownOf(key, values))),
    ];
  }

  #changed(key: string, now: Shown | undefined): readonly RegistryChange[] {
    const before = this.#shown.get(key);
    if (now === undefined) this.#shown.delete(key);
    else this.#shown.set(key, now);
    const lost = [...(before?.values.keys() ?? [])].filter((name) => now?.values.has(name) !== true);
    const set = [...(now?.values ?? [])].filter(([name, value]) => before?.values.get(name) !== value);
    return [
      ...lost.map((name) => this.#gone(before?.key ?? key, name)),
      ...set.map(([name, value]) => this.#fact(now?.key ?? key, name, value)),
    ];
  }

  #gone(key: string, name: string): RegistryChange {
    return { computer: this.#number, key: this.#texts.number(key), name: this.#texts.number(name), gone: true };
  }

  #fact(key: string, name: string, value: string | null): RegistryFact {
    const text = value === null ? null : this.#texts.number(value);
    return { computer: this.#number, key: this.#texts.number(key), name: this.#texts.number(name), value: text };
  }

  #withAllBelow(key: string): readonly string[] {
    return [...this.#shown.keys()].filter((one) => one === key || one.startsWith(`${key}\\`));
  }
}

function shownOf(key: string, values: readonly (readonly [string, RegistryValue])[]): Shown {
  if (values.length === 0) return { key, values: new Map([['', null]]) };
  return { key, values: new Map(values.map(([name, value]) => [name, registryText(value)])) };
}

/** A registry value as a page shows it; the lines of a list one below the other. */
export function registryText({ data }: RegistryValue): string {
  return Array.isArray(data) ? data.join('\n') : String(data);
}
