/** A state of a machine as drawings need it. */
export interface DrawnState {
  /** XState's own name for it, `CCIM32.cycle.choosing`. */
  readonly id: string;
  /** As transitions name it: `cycle.choosing`; empty for the machine itself. */
  readonly name: string;
  /** Its own name within the state around it. */
  readonly key: string;
  /** Effects of entering and leaving it: `entry / look`. */
  readonly does: readonly string[];
  readonly parallel: boolean;
  readonly final: boolean;
  /** Those of the states inside that it begins with. */
  readonly begins: readonly DrawnState[];
  readonly states: readonly DrawnState[];
  /** The transitions that leave it, or that it takes in whatever state inside it is. */
  readonly leaves: readonly DrawnEdge[];
}

/** A transition as drawings need it. */
export interface DrawnEdge {
  /** Empty where the machine stays where it is. */
  readonly to: readonly DrawnState[];
  /** The message, `after <delay>` or `always`, with its guard: `files waiting [first time]`. */
  readonly message: string;
  /** What the transition does, by names of effects. */
  readonly effects: readonly string[];
}

/** The part of XState's state nodes that a drawing needs. */
interface Node {
  readonly id: string;
  readonly key: string;
  readonly path: readonly string[];
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

type Known = Map<Node, { -readonly [Key in keyof DrawnState]: DrawnState[Key] }>;

/** Reads a machine as XState holds it. */
export function drawnMachine(machine: { readonly root: unknown }): DrawnState {
  const root = machine.root as Node;
  const known: Known = new Map();
  const drawn = stateOf(root, known);
  for (const [node, state] of known) {
    state.begins = (node.initial?.target ?? []).map((target) => foundIn(known, target));
    state.leaves = [...[...node.transitions.values()].flat(), ...(node.always ?? [])].map((edge) =>
      edgeOf(edge, known),
    );
  }
  return drawn;
}

function stateOf(node: Node, known: Known): DrawnState {
  const { id, key, path, type } = node;
  const does = [
    ...effectsOf(node.entry).map((effect) => `entry / ${effect}`),
    ...effectsOf(node.exit).map((effect) => `exit / ${effect}`),
  ];
  const kind = { parallel: type === 'parallel', final: type === 'final' };
  const state = { id, name: path.join('.'), key, does, ...kind, begins: [], leaves: [], states: [] as DrawnState[] };
  known.set(node, state);
  state.states = Object.values(node.states).map((child) => stateOf(child, known));
  return state;
}

function edgeOf({ target, actions, guard, eventType, delay }: Edge, known: Known): DrawnEdge {
  const message = delay === undefined ? eventType || 'always' : `after ${String(delay)}`;
  return {
    to: (target ?? []).map((node) => foundIn(known, node)),
    message: `${message}${typeof guard === 'string' ? ` [${guard}]` : ''}`,
    effects: effectsOf(actions),
  };
}

function foundIn(known: Known, node: Node): DrawnState {
  const state = known.get(node);
  if (state === undefined) throw new Error(`a transition leads to ${node.id}, which is not in its machine`);
  return state;
}

/** Actions that start and stop timers stand in a drawing as `after`. */
function effectsOf(actions: readonly unknown[]): readonly string[] {
  const names = actions.map((action) => (typeof action === 'string' ? action : (action as { type?: string }).type));
  return names.filter((name) => name !== undefined && !name.startsWith('xstate.')).map(String);
}
