import type { Component } from '../../components/index.ts';
import type { Provenance } from '../../world/index.ts';

/** The part of XState's state nodes that carries a source. */
interface Node {
  readonly path: readonly string[];
  readonly meta?: { readonly provenance?: Provenance } | undefined;
  readonly states: Readonly<Record<string, Node>>;
}

/** The states of a component's machine that name a source of their own, by path, in the order of the machine. */
export function sourcedStates(component: Component): readonly (readonly [state: string, provenance: Provenance])[] {
  return below(component.machine.root as unknown as Node);
}

function below(node: Node): readonly (readonly [string, Provenance])[] {
  const provenance = node.meta?.provenance;
  const name = node.path.length === 0 ? 'the whole machine' : node.path.join('.');
  const own = provenance === undefined ? [] : [[name, provenance] as const];
  return [...own, ...Object.values(node.states).flatMap(below)];
}
