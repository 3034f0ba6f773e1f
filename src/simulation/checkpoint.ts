import type { Delivery, Instant, SavedTrace } from '../kernel/index.ts';
import { SiteDatabase, type Message, type Provenance, type SavedWorld } from '../world/index.ts';
import { Process, type SavedProcess } from './process.ts';
import type { Simulation } from './simulation.ts';
import type { TieOrder } from './tie-breaker.ts';
import type { TraitOverride } from './trait-binding.ts';

/** Everything of a run that can change, as plain JSON data. */
export interface Checkpoint {
  readonly turn: number;
  readonly now: Instant;
  readonly threads: number;
  readonly cause: number;
  /** How deliveries of one instant are ordered; null: as posted. */
  readonly tieOrder: TieOrder | null;
  readonly queue: { readonly nextOrder: number; readonly deliveries: readonly Delivery<Message>[] };
  readonly random: Readonly<Record<string, readonly number[]>>;
  readonly trace: SavedTrace;
  readonly world: SavedWorld;
  readonly processes: readonly SavedProcess[];
  readonly overrides: readonly TraitOverride[];
  readonly foundations: readonly (readonly [string, Provenance])[];
  readonly coverage: readonly (readonly [string, number])[];
  readonly edges: readonly string[];
}

/** Takes a checkpoint between two turns. */
export function saveCheckpoint(simulation: Simulation): Checkpoint {
  return {
    turn: simulation.turn,
    now: simulation.now,
    threads: simulation.threads,
    cause: simulation.cause,
    tieOrder: simulation.tieOrder ?? null,
    queue: simulation.queue.save(),
    random: simulation.random.save(),
    trace: simulation.trace.save(),
    world: simulation.world.save(),
    processes: [...simulation.processes.values()].map((process) => process.save()),
    overrides: simulation.overrides,
    foundations: [...simulation.foundations],
    coverage: [...simulation.covered.counts()],
    edges: simulation.covered.edges(),
  };
}

/** Puts a simulation of the same scenario into the saved state; what it was in before is lost. */
export function restoreCheckpoint(simulation: Simulation, saved: Checkpoint): void {
  simulation.turn = saved.turn;
  simulation.now = saved.now;
  simulation.threads = saved.threads;
  simulation.cause = saved.cause;
  simulation.tieOrder = saved.tieOrder ?? undefined;
  simulation.queue.restore(saved.queue);
  simulation.lastPosted = saved.queue.nextOrder - 1;
  simulation.random.restore(saved.random);
  simulation.trace.restore(saved.trace);
  simulation.world.restore(saved.world);
  restoreDatabases(simulation, saved.world);
  simulation.overrides = saved.overrides;
  simulation.foundations.restore(saved.foundations);
  simulation.covered.restore(saved.coverage, saved.edges);
  restoreProcesses(simulation, saved.processes);
}

/** Every saved image is in a database, and there is no database of a site that was retired since. */
function restoreDatabases(simulation: Simulation, saved: SavedWorld): void {
  const { databases } = simulation.world;
  const kept = new Set(saved.databases.map(([code]) => code));
  for (const [code, database] of [...databases]) {
    if (kept.has(code)) continue;
    database.close();
    databases.delete(code);
  }
  for (const [code, image, state] of saved.databases) {
    const known = databases.get(code);
    const database = known ?? new SiteDatabase(simulation.options.sqlEngine, code, { image });
    known?.restore(image);
    database.state = state;
    databases.set(code, database);
  }
}

function restoreProcesses(simulation: Simulation, saved: readonly SavedProcess[]): void {
  simulation.processes.clear();
  for (const one of saved) {
    const computer = simulation.world.mustHave(one.computer);
    const { components } = simulation.productOn(computer);
    const component = components.find((candidate) => candidate.name === one.component);
    if (component === undefined) throw new Error(`checkpoint names an unknown component ${one.component}`);
    const process = new Process(simulation, computer, component, one);
    simulation.processes.set(process.id, process);
  }
}
