import type { Component } from '../components/index.ts';
import { FileAccess, systemOpener, type Computer } from '../world/index.ts';
import type { Simulation } from './simulation.ts';

/**
 * The version of the program file of a component on a computer, or of a library beside it; undefined when it is not
 * there. A program that runs from a server is reached as the user who runs it.
 */
export function programVersion(
  simulation: Simulation,
  computer: Computer,
  component: Component,
  file: string = component.file,
): string | undefined {
  const path = `${simulation.productOn(computer).programFolder(computer, component)}\\${file}`;
  const facts = path.startsWith('\\\\')
    ? new FileAccess(simulation.world, computer, '', computer.user?.name ?? 'SYSTEM').stat(path)
    : computer.files.stat(systemOpener, path);
  return facts.ok ? (facts.value.version ?? '0') : undefined;
}
