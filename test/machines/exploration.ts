import type { Component } from '../../src/components/index.ts';
import { MachineHost, type MachineState, type MachineStep } from '../../src/simulation/index.ts';
import { answersOf, nodesOf, type StateNode } from './machine-parts.ts';

/** What walking through a machine with every possible answer and message has shown. */
export interface Exploration {
  /** Ids of the states that were entered. */
  readonly visited: ReadonlySet<string>;
  /** Answers that came in a state that does not handle them. */
  readonly unhandled: readonly string[];
}

interface Place {
  readonly state: MachineState;
  /** Answers that are still to be handled in this turn. */
  readonly pending: readonly string[];
}

/** Walks through a machine as a process would: an answer at once and in order, a message or a timer when at rest. */
export function explore(component: Component): Exploration {
  const host = new MachineHost(component.machine);
  const answers = answersOf(component);
  const messages = messagesOf(component, answers);
  const visited = new Set<string>();
  const unhandled = new Set<string>();
  const known = new Set<string>();
  const numbers = new Map<MachineState, number>();
  const places: Place[] = [];
  const reach = (step: MachineStep, rest: readonly string[]): void => {
    for (const node of step.state.snapshot._nodes) visited.add(node.id);
    if (!numbers.has(step.state)) numbers.set(step.state, numbers.size);
    for (const given of answerings(component, step, answers)) {
      const pending = [...rest, ...given];
      const key = `${numbers.get(step.state)} ${JSON.stringify(pending)}`;
      if (known.has(key)) continue;
      known.add(key);
      places.push({ state: step.state, pending });
    }
  };
  reach(host.initial, []);
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (known.size > 200_000) throw new Error(`${component.name} has too many states to explore`);
    const [answer, ...rest] = place.pending;
    if (answer === undefined) {
      for (const message of messages) reach(host.step(place.state, message), []);
      continue;
    }
    const step = host.step(place.state, answer);
    if (!step.handled) unhandled.add(`"${answer}" in ${place.state.name}`);
    reach(step.handled ? step : { ...step, actions: [] }, rest);
  }
  return { visited, unhandled: [...unhandled] };
}

/** Messages from outside and timers; a type that effects answer with comes from nowhere else. */
function messagesOf(component: Component, answers: ReadonlySet<string>): readonly string[] {
  const all = new Set([...component.machine.events, ...component.hears]);
  return [...all].filter((type) => !answers.has(type) && type !== '*');
}

/** Every combination of answers that the effects of a step may give, each effect in turn. */
function answerings(component: Component, step: MachineStep, answers: ReadonlySet<string>): readonly string[][] {
  const waits = step.state.snapshot._nodes.some(
    (node) => node.type === 'atomic' && node.ownEvents.some((type) => !answers.has(String(type))),
  );
  let combinations: string[][] = [[]];
  for (const action of step.actions) {
    if (action.kind !== 'effect') continue;
    const own = component.effects[action.name]?.answers ?? [];
    // An effect stays silent only where its state waits for something else, such as the end of the copy it started.
    const silent = own.length === 0 || waits ? combinations : [];
    combinations = [...silent, ...combinations.flatMap((given) => own.map((answer) => [...given, answer]))];
  }
  return combinations;
}

/** States that no message or answer leads to; a history is no state, and some are left as they are entered. */
export function unreachable(component: Component, visited: ReadonlySet<string>): readonly string[] {
  const nodes = nodesOf(component.machine);
  const seen = nodes.filter(({ id }) => visited.has(id));
  const targets = seen.flatMap((node) => [...node.initial.target, ...targetsOf(node)]);
  const passed = new Set(targets.filter(({ always }) => always?.some(({ guard }) => guard === undefined)));
  const missing = nodes.filter((node) => node.type !== 'history' && !visited.has(node.id) && !passed.has(node));
  return missing.map(({ id }) => id);
}

function targetsOf(node: StateNode): readonly StateNode[] {
  return [...node.transitions.values()].flat().flatMap(({ target }) => [...(target ?? [])]);
}
