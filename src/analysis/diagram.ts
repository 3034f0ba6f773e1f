import { holdsFor, type Product, type Release } from '../catalogue/index.ts';
import type { Component, TraitValue } from '../components/index.ts';
import { drawnMachine, type DrawnEdge, type DrawnState } from './drawn-machine.ts';

/** A component's machine as a Mermaid state diagram, with its effects, its named delays and its build on a release. */
export function diagram(product: Product, component: Component, release: Release): string {
  const root = drawnMachine(component.machine);
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

function inside(state: DrawnState, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const lines = state.begins.map((target) => `${indent}[*] --> ${nameOf(target)}`);
  for (const [index, child] of state.states.entries()) {
    if (state.parallel && index > 0) lines.push(`${indent}--`);
    lines.push(...drawn(child, depth));
  }
  return lines;
}

function drawn(state: DrawnState, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const lines = [`${indent}state "${cleaned(state.key)}" as ${nameOf(state)}`];
  if (state.states.length > 0) {
    lines.push(`${indent}state ${nameOf(state)} {`, ...inside(state, depth + 1), `${indent}}`);
  } else {
    lines.push(...state.does.map((text) => `${indent}${nameOf(state)} : ${cleaned(text)}`));
  }
  return state.final ? [...lines, `${indent}${nameOf(state)} --> [*]`] : lines;
}

/** What the machine does in whatever state it is hangs on a state of its own in the drawing. */
function everywhere(root: DrawnState): readonly string[] {
  const name = `${nameOf(root)}_in_any_state`;
  const lines = root.leaves.flatMap((edge) => {
    const targets = edge.to.length === 0 ? [name] : edge.to.map(nameOf);
    return targets.map((target) => `  ${name} --> ${target} : ${label(edge)}`);
  });
  return root.leaves.length === 0 ? [] : [`  state "in any state" as ${name}`, ...lines];
}

function edges(state: DrawnState): readonly string[] {
  return state.states.flatMap((child) => {
    const own = child.leaves.flatMap((edge) => {
      const targets = edge.to.length === 0 ? [child] : edge.to;
      return targets.map((target) => `  ${nameOf(child)} --> ${nameOf(target)} : ${label(edge)}`);
    });
    return [...own, ...edges(child)];
  });
}

function label({ message, effects }: DrawnEdge): string {
  return cleaned(`${message}${effects.length > 0 ? ` / ${effects.join(', ')}` : ''}`);
}

/** Mermaid takes letters, digits and underscores for names; everything else would end or break them. */
function nameOf(state: DrawnState): string {
  return state.id.replaceAll(/[^A-Za-z0-9]+/g, '_');
}

function cleaned(text: string): string {
  return text
    .replaceAll(/[:;"{}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
