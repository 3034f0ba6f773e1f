import { describe, expect, it } from 'vitest';
import { products, type Product } from '../../../src/catalogue/index.ts';
import { drawnMachine, type DrawnState } from '../../../src/analysis/index.ts';
import { builtLayouts } from '../../../src/desk/layouts/built-layouts.ts';
import { layoutsOf } from '../../../src/desk/layouts/index.ts';
import { layOut } from '../../../src/desk/layouts/lay-out.ts';
import { anyState } from '../../../src/desk/layouts/machine-graph.ts';

/** A product with some of the components of another, because laying out all takes seconds. */
function someOf(product: Product, ...names: readonly string[]): Product {
  return { ...product, components: product.components.filter(({ name }) => names.includes(name)) };
}

const some = products.map((product) => someOf(product, 'Copy Queue', 'SMS_SCHEDULER'));
const components = some.flatMap((product) => product.components);

function statesOf(state: DrawnState): readonly string[] {
  return state.states.flatMap((child) => [child.name, ...statesOf(child)]);
}

describe.each(components.map((component, number) => [component.name, number, component] as const))(
  'the drawing of %s (%i)',
  async (_name, _number, component) => {
    const layout = await layOut(component);
    const root = drawnMachine(component.machine);

    it('has each state once, by the name that transitions give it', () => {
      const own = root.leaves.length === 0 ? [] : [anyState];
      expect(layout.states.map(({ name }) => name).toSorted()).toEqual([...own, ...statesOf(root)].toSorted());
    });

    it('marks the states that the machine begins with', () => {
      const initial = layout.states.filter((state) => state.initial && state.parent === null);
      expect(initial.map(({ name }) => name)).toEqual(root.begins.map(({ name }) => name));
    });

    it('puts states into the state around them, and everything into the picture', () => {
      for (const { x, y, width, height, parent } of layout.states) {
        const around = layout.states.find(({ name }) => name === parent) ?? { x: 0, y: 0, ...layout };
        expect([x >= around.x, y >= around.y]).toEqual([true, true]);
        expect([x + width <= around.x + around.width, y + height <= around.y + around.height]).toEqual([true, true]);
      }
    });

    it('leads each arrow from state to state, with its message beside it', () => {
      const names = new Set(layout.states.map(({ name }) => name));
      expect(layout.edges.length).toBeGreaterThan(0);
      for (const { from, to, points, label, labelAt } of layout.edges) {
        expect([names.has(from), names.has(to), points.length > 1, label !== '', labelAt !== null]).not.toContain(
          false,
        );
      }
    });
  },
);

describe('the drawings that the build leaves', () => {
  it('are the same each time, and those of equal graphs are taken from the last build', async () => {
    const first = await builtLayouts(some, undefined);
    expect(await builtLayouts(some, undefined)).toEqual(first);
    const marked = structuredClone(first);
    for (const { layout } of Object.values(marked.layouts)) Object.assign(layout, { width: 1 });
    expect(await builtLayouts(some, marked)).toEqual(marked);
    expect(Object.keys(first.layouts)).toEqual(['2.0 SMS_SCHEDULER', '2.0 Copy Queue', '1.2 SMS_SCHEDULER']);
  });

  it('are laid out anew where the machine has changed', async () => {
    const known = await builtLayouts(some, undefined);
    const old = Object.fromEntries(
      Object.entries(known.layouts).map(([name, entry]) => [name, { ...entry, graph: 'x' }]),
    );
    expect(await builtLayouts(some, { layouts: old })).toEqual(known);
  });

  it('are found by component, though two products have one of the same name', async () => {
    const built = await builtLayouts(some, undefined);
    const layoutOf = layoutsOf(built, some);
    const schedulers = components.filter(({ name }) => name === 'SMS_SCHEDULER');
    expect(schedulers.map(layoutOf)).toEqual([
      built.layouts['2.0 SMS_SCHEDULER']?.layout,
      built.layouts['1.2 SMS_SCHEDULER']?.layout,
    ]);
    expect(layoutOf({ ...(components[0] as (typeof components)[0]) })).toBeUndefined();
  });
});
