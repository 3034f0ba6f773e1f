import type { Component } from '../../components/index.ts';
import type { Provenance } from '../../world/index.ts';

interface Meta {
  readonly provenance?: Provenance;
}

/** The part of XState's state nodes that carries a source. */
interface Node {
  readonly path: readonly string[];
  readonly meta?: Meta | undefined;
  readonly states: Readonly<Record<string, Node>>;
  readonly transitions: ReadonlyMap<string, readonly { readonly meta?: Meta | undefined }[]>;
}

/** A place in a machine that names a source: `copy cycle.copying`, `sleeping on wake`. */
export type SourcedState = readonly [place: string, provenance: Provenance];

/** The states and transitions of a component's machine that name a source of their own, in the order of the machine. */
export function sourcedStates(component: Component): readonly SourcedState[] {
  return below(component.machine.root as unknown as Node);
}

function below(node: Node): readonly SourcedState[] {
  const name = node.path.length === 0 ? 'any state' : node.path.join('.');
  const transitions = [...node.transitions].flatMap(([message, edges]) => {
    return edges.flatMap((edge) => sourced(`${name} on ${message}`, edge.meta));
  });
  return [...sourced(name, node.meta), ...transitions, ...Object.values(node.states).flatMap(below)];
}

function sourced(place: string, meta: Meta | undefined): readonly SourcedState[] {
  return meta?.provenance === undefined ? [] : [[place, meta.provenance]];
}
