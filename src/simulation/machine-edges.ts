import { shortMessage } from './machine-names.ts';

/** What is needed of XState's transitions and states to name them. */
interface Transition {
  readonly eventType: string;
  readonly source: { readonly path: readonly string[] };
  readonly target: readonly { readonly path: readonly string[] }[] | undefined;
}

interface Node {
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
  readonly states: Readonly<Record<string, Node>>;
}

/** `sleeping --wake--> cycle.choosing`: a transition as the machine declares it, under which coverage counts it. */
export function edgeName({ source, eventType, target }: Transition): string {
  const to = target === undefined ? 'the same' : target.map(({ path }) => path.join('.')).join(' + ');
  return `${source.path.length === 0 ? 'any state' : source.path.join('.')} --${shortMessage(eventType)}--> ${to}`;
}

/** Every transition of a machine that a message or a timer can take. */
export function edgesOf(machine: { readonly root: Node }): readonly string[] {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    for (const transition of [...node.transitions.values()].flat()) {
      if (!transition.eventType.startsWith('xstate.done.')) names.add(edgeName(transition));
    }
    for (const child of Object.values(node.states)) visit(child);
  };
  visit(machine.root);
  return [...names];
}

/** Every state in which a machine can rest, as transitions name it. */
export function restingStatesOf(machine: { readonly root: Node }): readonly string[] {
  const names: string[] = [];
  const visit = (node: Node, path: readonly string[]): void => {
    const children = Object.entries(node.states);
    if (children.length === 0 && path.length > 0) names.push(path.join('.'));
    for (const [name, child] of children) visit(child, [...path, name]);
  };
  visit(machine.root, []);
  return names;
}
