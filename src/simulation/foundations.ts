import type { Component } from '../components/index.ts';
import type { Provenance } from '../world/index.ts';

/** What a run has rested on so far, by name: defaults, timings, traits and transitions with their provenance. */
export class Foundations extends Map<string, Provenance> {
  readonly #noted = new Map<Component, Set<string>>();

  /** Notes something, once. */
  note(name: string, provenance: Provenance): void {
    if (!this.has(name)) this.set(name, provenance);
  }

  /** Whether a component rests on something for the first time in this run; cheap, for what happens in every turn. */
  isNew(component: Component, name: string): boolean {
    const known = this.#noted.get(component);
    if (known === undefined) this.#noted.set(component, new Set([name]));
    else if (known.has(name)) return false;
    else known.add(name);
    return true;
  }

  /** Puts the foundations of a checkpoint in the place of those noted so far. */
  restore(saved: readonly (readonly [string, Provenance])[]): void {
    this.#noted.clear();
    this.clear();
    for (const [name, provenance] of saved) this.set(name, provenance);
  }
}
