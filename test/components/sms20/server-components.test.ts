import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../../src/catalogue/change.ts';
import { sms20 } from '../../../src/catalogue/index.ts';
import type { Component } from '../../../src/components/component.ts';
import { clientComponents } from '../../../src/components/sms20/client/index.ts';
import { sms20Components } from '../../../src/components/sms20/index.ts';

const components = sms20Components.filter((component) => !clientComponents.includes(component));
const changesOfServers = sms20.changes.filter((change) => components.some(({ name }) => name === change.component));
interface Node {
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly transitions: ReadonlyMap<string, readonly { readonly actions: readonly unknown[] }[]>;
  readonly after: readonly { readonly delay: unknown }[];
  readonly states: Readonly<Record<string, Node>>;
}

/** Every node of a machine. */
function nodes(node: Node): readonly Node[] {
  return [node, ...Object.values(node.states).flatMap(nodes)];
}

function all(component: Component): readonly Node[] {
  return nodes(component.machine.root as unknown as Node);
}

function effectNames(component: Component): readonly string[] {
  const actions = all(component).flatMap((node) => [
    ...node.entry,
    ...node.exit,
    ...[...node.transitions.values()].flatMap((list) => list.flatMap((one) => one.actions)),
  ]);
  return [...new Set(actions.filter((action) => typeof action === 'string').map(String))].toSorted();
}

describe.each(components.map((component) => [component.name, component] as const))('%s', (_, component) => {
  it('names effects that exist, and uses every one', () => {
    const unused = Object.keys(component.effects).filter((name) => !effectNames(component).includes(name));
    expect(effectNames(component).filter((name) => component.effects[name] === undefined)).toEqual([]);
    expect(unused).toEqual([]);
  });

  it('names delays that exist, and uses every one', () => {
    const used = all(component).flatMap((node) => node.after.map(({ delay }) => String(delay)));
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(component.delays).toSorted());
  });

  it('handles every answer of an effect in each state that asks for it on entry', () => {
    const ignored = all(component).flatMap((node) =>
      node.entry.flatMap((action) =>
        (component.effects[String(action)]?.answers ?? []).filter((answer) => !node.transitions.has(answer)),
      ),
    );
    expect(ignored).toEqual([]);
  });
});

describe('changes of server builds', () => {
  it.each(changesOfServers.map((change) => [`${change.component}: ${change.trait}`, change] as const))(
    '%s names a trait and differs from the right behaviour',
    (_, change) => {
      const trait = components.find(({ name }) => name === change.component)?.traits[change.trait];
      expect(trait).toBeDefined();
      expect(change.value).not.toBe(trait?.default);
      expect(typeof change.value).toBe(typeof trait?.default);
    },
  );

  it.each([
    ['2.00.1493.3000', true],
    ['2.00.1493.3206', false],
    ['2.00.1493.4000', true],
    ['2.00.1493.4400', false],
  ])('version %s of the assistant copies with the final extension: %s (Q311212)', (version, final) => {
    const changes = changesOfServers.filter(({ component }) => component === 'SMS_INBOX_MANAGER_ASSISTANT');
    expect(changes.some((change) => holdsFor(change, version))).toBe(final);
  });

  it('leave no trait without its changes but the one that all builds share', () => {
    const changed = new Set(changesOfServers.map(({ component, trait }) => `${component}: ${trait}`));
    const unchanged = components.flatMap(({ name, traits }) =>
      Object.keys(traits)
        .map((trait) => `${name}: ${trait}`)
        .filter((trait) => !changed.has(trait)),
    );
    expect(unchanged).toEqual(['SMS_INVENTORY_DATA_LOADER: days a rejected file is tried again']);
  });
});
