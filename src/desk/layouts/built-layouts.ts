import { createHash } from 'node:crypto';
import { drawnMachine } from '../../analysis/index.ts';
import type { Product } from '../../catalogue/index.ts';
import type { Component } from '../../components/index.ts';
import { layoutName, type LayoutEntry, type LayoutFile } from './layout-book.ts';
import { graphText } from './machine-graph.ts';

/**
 * The drawings of all components of some products. What is known and was made from the same graph stays; the library
 * takes seconds for everything, so it is loaded only where something is to be done.
 */
export async function builtLayouts(products: readonly Product[], known: LayoutFile | undefined): Promise<LayoutFile> {
  const byGraph = new Map(Object.values(known?.layouts ?? {}).map((entry) => [entry.graph, entry]));
  const layouts: Record<string, LayoutEntry> = {};
  for (const [name, component] of named(products)) {
    const graph = createHash('sha256')
      .update(graphText(drawnMachine(component.machine)))
      .digest('hex');
    const entry = byGraph.get(graph) ?? { graph, layout: await (await import('./lay-out.ts')).layOut(component) };
    byGraph.set(graph, entry);
    layouts[name] = entry;
  }
  return { layouts };
}

function named(products: readonly Product[]): readonly (readonly [string, Component])[] {
  return products.flatMap((product) => {
    return product.components.map((component) => [layoutName(product, component), component] as const);
  });
}
