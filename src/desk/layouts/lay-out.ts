import elkModule from 'elkjs/lib/elk.bundled.js';
import { drawnMachine } from '../../analysis/index.ts';
import type { Component } from '../../components/index.ts';
import type { MachineLayout } from '../film/film.ts';
import { machineGraph } from './machine-graph.ts';
import { machineLayout } from './machine-layout.ts';

/** Nothing in it depends on chance, time or the order of calls. */
const library = new elkModule.default();

/** Lays a component's machine out; asynchronous, because the library is. */
export async function layOut(component: Component): Promise<MachineLayout> {
  const root = drawnMachine(component.machine);
  return machineLayout(root, await library.layout(machineGraph(root)));
}
