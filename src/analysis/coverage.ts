import type { Component } from '../components/index.ts';
import { edgesOf } from '../simulation/index.ts';

/** How many transitions of all machines some runs have taken, and which they have not. */
export interface TransitionCoverage {
  readonly taken: number;
  readonly all: number;
  /** By component, in the order of the product; components with nothing missing are left out. */
  readonly missing: readonly { readonly component: string; readonly edges: readonly string[] }[];
}

/** Holds what was taken (`component: edge`) against what the machines of the components have. */
export function transitionCoverage(components: readonly Component[], taken: ReadonlySet<string>): TransitionCoverage {
  const edges = components.map((component) => ({ component: component.name, edges: edgesOf(component.machine) }));
  const missing = edges.map(({ component, edges: all }) => {
    return { component, edges: all.filter((edge) => !taken.has(`${component}: ${edge}`)) };
  });
  const count = (lists: readonly { readonly edges: readonly string[] }[]): number =>
    lists.reduce((sum, one) => sum + one.edges.length, 0);
  return {
    taken: count(edges) - count(missing),
    all: count(edges),
    missing: missing.filter((m) => m.edges.length > 0),
  };
}
