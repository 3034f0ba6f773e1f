import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clientChanges } from '../../../../src/catalogue/sms20/changes/client.ts';
import type { Component } from '../../../../src/components/component.ts';
import { clientComponents } from '../../../../src/components/sms20/client/index.ts';

const folder = new URL('../../../../src/components/sms20/client/', import.meta.url);
const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));

interface Node {
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly parent?: Node;
  readonly transitions: ReadonlyMap<string, readonly { readonly actions: readonly unknown[] }[]>;
  readonly after: readonly { readonly delay: unknown }[];
  readonly states: Readonly<Record<string, Node>>;
}

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

function handles(node: Node | undefined, message: string): boolean {
  return node !== undefined && (node.transitions.has(message) || handles(node.parent, message));
}

describe.each(clientComponents.map((component) => [component.name, component] as const))('%s', (_, component) => {
  it('names effects that exist, and uses every one', () => {
    expect(effectNames(component)).toEqual(Object.keys(component.effects).toSorted());
  });

  it('names delays that exist, and uses every one', () => {
    const used = all(component).flatMap((node) => node.after.map(({ delay }) => String(delay)));
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(component.delays).toSorted());
  });

  it('handles every answer of an effect in each state that asks for it on entry', () => {
    const ignored = all(component).flatMap((node) =>
      node.entry.flatMap((action) =>
        (component.effects[String(action)]?.answers ?? []).filter((answer) => !handles(node, answer)),
      ),
    );
    expect(ignored).toEqual([]);
  });

  it('reads every trait it declares', () => {
    const read = (trait: string): boolean => sources.some((source) => source.includes(`trait('${trait}')`));
    expect(Object.keys(component.traits).filter((trait) => !read(trait))).toEqual([]);
  });
});

describe('changes of client builds', () => {
  it.each(clientChanges.map((change) => [`${change.component}: ${change.trait}`, change] as const))(
    '%s names a trait and differs from the right behaviour',
    (_, change) => {
      const trait = clientComponents.find(({ name }) => name === change.component)?.traits[change.trait];
      expect(trait).toBeDefined();
      expect(change.value).not.toBe(trait?.default);
      expect(typeof change.value).toBe(typeof trait?.default);
    },
  );

  it('leave only the traits without a change that scenarios set, or where sources choose', () => {
    const changed = new Set(clientChanges.map(({ component, trait }) => `${component}: ${trait}`));
    const unchanged = clientComponents.flatMap(({ name, traits }) =>
      Object.keys(traits)
        .map((trait) => `${name}: ${trait}`)
        .filter((trait) => !changed.has(trait)),
    );
    expect(unchanged).toEqual([
      'Client Configuration Installation Manager: a resync starts the inventory',
      'Client Configuration Installation Manager (16-bit): passes over a card that cannot be read',
      'Client Configuration Installation Manager (16-bit): a resync starts the inventory',
      'Client Configuration Installation Manager (16-bit): finds Inboxlck.tok without opening it',
      'Copy Queue: tries of a name',
      'Hardware Inventory Agent: gets through the inventory on Windows 95',
      'Hardware Inventory Agent: classes whose provider never answers',
    ]);
  });
});
