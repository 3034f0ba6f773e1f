import type { MachineStep } from './machine-host.ts';

/** How often each step of each machine was taken. Counted by step object, because that happens at every turn. */
export class Coverage {
  readonly #taken = new Map<MachineStep, { readonly component: string; count: number }>();
  #before: ReadonlyMap<string, number> = new Map();
  #edgesBefore: readonly string[] = [];

  /** Counts a step; true when it is the first time since the beginning or the last `restore`. */
  count(component: string, step: MachineStep): boolean {
    const known = this.#taken.get(step);
    if (known === undefined) this.#taken.set(step, { component, count: 1 });
    else known.count++;
    return known === undefined;
  }

  /** By name: `CCIM32: sleeping --wake--> cycle`. Steps that differ only in remembered history count as one. */
  counts(): ReadonlyMap<string, number> {
    const counts = new Map(this.#before);
    for (const [step, { component, count }] of this.#taken) {
      const name = `${component}: ${step.name}`;
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
    return counts;
  }

  /** The transitions that were taken, `CCIM32: sleeping --wake--> cycle` as the machines declare them. */
  edges(): readonly string[] {
    const taken = [...this.#taken].flatMap(([step, { component }]) =>
      step.edges.map((edge) => `${component}: ${edge}`),
    );
    return [...new Set([...this.#edgesBefore, ...taken])];
  }

  /** Goes on counting from the counts of a checkpoint. */
  restore(saved: readonly (readonly [string, number])[], edges: readonly string[]): void {
    this.#edgesBefore = edges;
    this.#before = new Map(saved);
    this.#taken.clear();
  }
}
