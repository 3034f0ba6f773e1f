import { holdsFor, type Product, type Release } from '../catalogue/index.ts';
import type { Component, TraitValue } from '../components/index.ts';

/** The part of XState's state nodes that a drawing needs. */
interface Node {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly initial: { readonly target: readonly Node[] | undefined } | undefined;
  readonly states: Readonly<Record<string, Node>>;
  readonly transitions: ReadonlyMap<string, readonly Edge[]>;
  readonly always?: readonly Edge[];
}

interface Edge {
  readonly target: readonly Node[] | undefined;
  readonly actions: readonly unknown[];
  readonly guard?: unknown;
  readonly eventType: string;
  readonly delay?: unknown;
}

/** A component's machine as a Mermaid state diagram, with its effects, its named delays and its build on a release. */
export function diagram(product: Product, component: Component, release: Release): string {
  const root = component.machine.root as unknown as Node;
  const lines = [
    'stateDiagram-v2',
    ...heading(product, component, release),
    ...inside(root, 1),
    ...everywhere(root),
    ...edges(root),
  ];
  return `${lines.join('\n')}\n`;
}

/** The values of a component's traits for one version of its file. */
export function traitsOf(product: Product, component: Component, version: string): ReadonlyMap<string, TraitValue> {
  const changes = product.changes.filter((change) => change.component === component.name && holdsFor(change, version));
  const values = Object.entries(component.traits).map(([name, trait]) => {
    const change = changes.find((candidate) => candidate.trait === name);
    return [name, change?.value ?? trait.default] as const;
  });
  return new Map(values);
}

function heading(product: Product, component: Component, release: Release): readonly string[] {
  const version = product.versionOn(release.name, component.file);
  const lines = [`  %% ${component.name} on ${release.name}: ${component.file} ${version ?? 'is not on its media'}`];
  if (version === undefined) return lines;
  for (const [name, value] of traitsOf(product, component, version)) {
    const differs = value === component.traits[name]?.default ? '' : ' (differs from the right behaviour)';
    lines.push(`  %% trait "${name}": ${String(value)}${differs}`);
  }
  return lines;
}

function inside(node: Node, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const children = Object.values(node.states);
  const lines = (node.initial?.target ?? []).map((target) => `${indent}[*] --> ${nameOf(target)}`);
  for (const [index, child] of children.entries()) {
    if (node.type === 'parallel' && index > 0) lines.push(`${indent}--`);
    lines.push(...drawn(child, depth));
  }
  return lines;
}

function drawn(node: Node, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const lines = [`${indent}state "${cleaned(node.key)}" as ${nameOf(node)}`];
  const does = [
    ...effectsOf(node.entry).map((effect) => `entry / ${effect}`),
    ...effectsOf(node.exit).map((effect) => `exit / ${effect}`),
  ];
  if (Object.keys(node.states).length > 0) {
    lines.push(`${indent}state ${nameOf(node)} {`, ...inside(node, depth + 1), `${indent}}`);
  } else {
    lines.push(...does.map((text) => `${indent}${nameOf(node)} : ${cleaned(text)}`));
  }
  return node.type === 'final' ? [...lines, `${indent}${nameOf(node)} --> [*]`] : lines;
}

/** What the machine does in whatever state it is hangs on a state of its own in the drawing. */
function everywhere(root: Node): readonly string[] {
  const own = edgesOf(root);
  const name = `${nameOf(root)}_in_any_state`;
  const lines = own.flatMap((edge) => {
    const targets = edge.target?.map(nameOf) ?? [name];
    return targets.map((target) => `  ${name} --> ${target} : ${label(edge)}`);
  });
  return own.length === 0 ? [] : [`  state "in any state" as ${name}`, ...lines];
}

function edges(node: Node): readonly string[] {
  return Object.values(node.states).flatMap((child) => {
    const own = edgesOf(child).flatMap((edge) => {
      return (edge.target ?? [child]).map((target) => `  ${nameOf(child)} --> ${nameOf(target)} : ${label(edge)}`);
    });
    return [...own, ...edges(child)];
  });
}

function edgesOf(node: Node): readonly Edge[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

function label(edge: Edge): string {
  const message = edge.delay === undefined ? edge.eventType || 'always' : `after ${String(edge.delay)}`;
  const guard = typeof edge.guard === 'string' ? ` [${edge.guard}]` : '';
  const effects = effectsOf(edge.actions);
  return cleaned(`${message}${guard}${effects.length > 0 ? ` / ${effects.join(', ')}` : ''}`);
}

/** Actions that start and stop timers stand in the diagram as `after`. */
function effectsOf(actions: readonly unknown[]): readonly string[] {
  const names = actions.map((action) => (typeof action === 'string' ? action : (action as { type?: string }).type));
  return names.filter((name) => name !== undefined && !name.startsWith('xstate.')).map(String);
}

/** Mermaid takes letters, digits and underscores for names; everything else would end or break them. */
function nameOf(node: Node): string {
  return node.id.replaceAll(/[^A-Za-z0-9]+/g, '_');
}

function cleaned(text: string): string {
  return text
    .replaceAll(/[:;"{}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
