import { diagram } from '../analysis/index.ts';
import { products, type Product } from '../catalogue/index.ts';
import type { Component } from '../components/index.ts';
import type { Context } from './context.ts';
import { releasesOfName } from './selection.ts';
import { UsageError } from './surroundings.ts';

/**
 * Prints the Mermaid diagram of a component, named as SMS or its file names it, in any case. Without a release it is
 * the latest one, and a line on the error stream says so: what is printed stays a diagram.
 */
export async function drawComponent(context: Context, name: string, releaseName: string | undefined): Promise<void> {
  const called = releaseName === undefined ? undefined : releasesOfName(releaseName);
  const meant = products.flatMap((product) => {
    const release = product.releases.findLast(({ name: one }) => called === undefined || called.includes(one));
    return release === undefined ? [] : [{ product, release }];
  });
  const found = meant.find(({ product }) => componentCalled(product, name) !== undefined);
  const component = found === undefined ? undefined : componentCalled(found.product, name);
  if (found === undefined || component === undefined) {
    const names = meant.flatMap(({ product }) => product.components.map((one) => `"${one.name}"`)).join(', ');
    throw new UsageError(`unknown component "${name}"; there are ${names}`);
  }
  const { product, release } = found;
  if (called === undefined) context.complain(`as of ${release.name}, the latest release; --release names another\n`);
  context.write(diagram(product, component, release));
}

function componentCalled({ components }: Product, name: string): Component | undefined {
  const wanted = name.toLowerCase();
  return components.find(
    (one) => one.name.toLowerCase() === wanted || one.file.toLowerCase().replace(/^.*\\/, '') === wanted,
  );
}
