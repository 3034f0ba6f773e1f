import type { Product } from '../catalogue/index.ts';
import type { Component, Effect } from '../components/index.ts';

/**
 * A product in which every component asks the real machine for chance before each effect: the positive control of the
 * determinism check, which must find that no two runs of it are the same.
 */
export function withBadComponents(product: Product): Product {
  return { ...product, components: product.components.map(spoilt) };
}

function spoilt(component: Component): Component {
  const effects = Object.entries(component.effects).map(([name, effect]) => [name, spoiltEffect(effect)] as const);
  return { ...component, effects: Object.fromEntries(effects) };
}

function spoiltEffect(effect: Effect): Effect {
  return {
    answers: effect.answers,
    run(self) {
      self.record('note', 'drawn from the real machine', String(Math.random()));
      return effect.run(self);
    },
  };
}
