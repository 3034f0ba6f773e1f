import type { Delivery, Instant, SavedTrace } from '../kernel/index.ts';
import type { Message, Provenance, SavedWorld } from '../world/index.ts';
import { Process, type SavedProcess } from './process.ts';
import type { Simulation } from './simulation.ts';
import type { TraitOverride } from './trait-binding.ts';

/** Everything of a run that can change, as plain JSON data. */
export interface Checkpoint {
  readonly turn: number;
  readonly now: Instant;
  readonly threads: number;
  readonly queue: { readonly nextOrder: number; readonly deliveries: readonly Delivery<Message>[] };
  readonly random: Readonly<Record<string, readonly number[]>>;
  readonly trace: SavedTrace;
  readonly world: SavedWorld;
  readonly processes: readonly SavedProcess[];
  readonly overrides: readonly TraitOverride[];
  readonly foundations: readonly (readonly [string, Provenance])[];
}

/** Takes a checkpoint between two turns. */
export function saveCheckpoint(simulation: Simulation): Checkpoint {
  return {
    turn: simulation.turn,
    now: simulation.now,
    threads: simulation.threads,
    queue: simulation.queue.save(),
    random: simulation.random.save(),
    trace: simulation.trace.save(),
    world: simulation.world.save(),
    processes: [...simulation.processes.values()].map((process) => process.save()),
    overrides: simulation.overrides,
    foundations: [...simulation.foundations],
  };
}

/** Puts a simulation of the same scenario into the saved state; what it was in before is lost. */
export function restoreCheckpoint(simulation: Simulation, saved: Checkpoint): void {
  simulation.turn = saved.turn;
  simulation.now = saved.now;
  simulation.threads = saved.threads;
  simulation.queue.restore(saved.queue);
  simulation.random.restore(saved.random);
  simulation.trace.restore(saved.trace);
  simulation.world.restore(saved.world);
  simulation.overrides = saved.overrides;
  simulation.foundations.clear();
  for (const [name, provenance] of saved.foundations) simulation.foundations.set(name, provenance);
  restoreProcesses(simulation, saved.processes);
}

function restoreProcesses(simulation: Simulation, saved: readonly SavedProcess[]): void {
  simulation.processes.clear();
  for (const one of saved) {
    const component = simulation.product.components.find((candidate) => candidate.name === one.component);
    if (component === undefined) throw new Error(`checkpoint names an unknown component ${one.component}`);
    const process = new Process(simulation, simulation.world.mustHave(one.computer), component, one);
    simulation.processes.set(process.id, process);
  }
}
