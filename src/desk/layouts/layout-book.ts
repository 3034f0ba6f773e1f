import { readFile } from 'node:fs/promises';
import type { Product } from '../../catalogue/index.ts';
import type { Component } from '../../components/index.ts';
import type { MachineLayout } from '../film/film.ts';

/** The drawings of all components, as the build leaves them in `dist/desk/layouts.json`. */
export interface LayoutFile {
  /** By `layoutName`. */
  readonly layouts: Readonly<Record<string, LayoutEntry>>;
}

/** One drawing, and the digest of the graph that it was made from. */
export interface LayoutEntry {
  readonly graph: string;
  readonly layout: MachineLayout;
}

/** Products have components of the same name. */
export function layoutName(product: Product, component: Component): string {
  return `${product.version} ${component.name}`;
}

/** Reads the drawings; undefined where smsim has not been built. */
export async function readLayouts(file: string): Promise<LayoutFile | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as LayoutFile);
}

/** Finds the drawing of a component of some products. */
export function layoutsOf(
  { layouts }: LayoutFile,
  products: readonly Product[],
): (component: Component) => MachineLayout | undefined {
  return (component) => {
    const product = products.find(({ components }) => components.includes(component));
    return product === undefined ? undefined : layouts[layoutName(product, component)]?.layout;
  };
}
