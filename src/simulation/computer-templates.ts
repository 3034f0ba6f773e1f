import type { Computer, FileSystem } from '../world/index.ts';
import type { Simulation } from './simulation.ts';

const templates = new WeakMap<Simulation, Map<string, FileSystem>>();
const histories = new WeakMap<Computer, string>();

/**
 * Does something to the files of a computer during setup, or takes over the result from a computer to which exactly
 * the same has been done: equal computers share every file until one of them writes, so that a thousand clients cost
 * what differs between them.
 */
export function useTemplate(simulation: Simulation, computer: Computer, what: string, make: () => void): void {
  const known = templates.get(simulation) ?? new Map<string, FileSystem>();
  templates.set(simulation, known);
  const history = `${histories.get(computer) ?? ''}; ${what}`;
  histories.set(computer, history);
  const template = known.get(history);
  if (template !== undefined) {
    computer.files = template.fork(computer.fileHooks());
    return;
  }
  make();
  known.set(history, computer.files.fork({ now: () => 0, onChange: () => undefined }));
}
