import type { AnyStateMachine } from 'xstate';
import type { Component } from '../../src/components/index.ts';

export type StateNode = AnyStateMachine['root'];

/** Every state of a machine, the root included. */
export function nodesOf(machine: AnyStateMachine): readonly StateNode[] {
  const below = (node: StateNode): StateNode[] => [
    node,
    ...Object.values(node.states).flatMap((child) => below(child as StateNode)),
  ];
  return below(machine.root);
}

/** Everything a state does: on entry, on exit and in its transitions. */
function actionsOf(node: StateNode): readonly unknown[] {
  const transitions = [...node.transitions.values()].flat();
  const always = node.always ?? [];
  return [...node.entry, ...node.exit, ...[...transitions, ...always].flatMap((transition) => transition.actions)];
}

/** The names of the effects that a machine asks for. */
export function effectNames(machine: AnyStateMachine): ReadonlySet<string> {
  return new Set(
    nodesOf(machine)
      .flatMap(actionsOf)
      .flatMap((action) => effectName(action) ?? []),
  );
}

/** The names of the delays of a machine. */
export function delayNames(machine: AnyStateMachine): ReadonlySet<string> {
  return new Set(nodesOf(machine).flatMap((node) => node.after.map(({ delay }) => String(delay))));
}

/** The message types that a component's effects may answer with. */
export function answersOf(component: Component): ReadonlySet<string> {
  return new Set(Object.values(component.effects).flatMap((effect) => [...effect.answers]));
}

/** What a machine uses beyond named actions, delays and guards. */
export function forbiddenParts(machine: AnyStateMachine): readonly string[] {
  return nodesOf(machine).flatMap((node) => [
    ...(node.invoke.length > 0 ? [`${node.id} invokes`] : []),
    ...node.after.filter(({ delay }) => !isName(delay)).map(({ delay }) => `${node.id} waits ${String(delay)}`),
    ...actionsOf(node)
      .filter(isForbidden)
      .map((action) => `${node.id} acts by ${describe(action)}`),
    ...[...node.transitions.values()]
      .flat()
      .filter(({ guard }) => guard !== undefined && typeof guard !== 'string')
      .map(() => `${node.id} is guarded by a function`),
  ]);
}

function isName(delay: unknown): boolean {
  return typeof delay === 'string' && Number.isNaN(Number(delay));
}

function effectName(action: unknown): string | undefined {
  if (typeof action === 'string') return action;
  if (typeof action !== 'object' || action === null || !('type' in action)) return undefined;
  return String(action.type);
}

/** XState makes functions of its own out of `after` and `raise`; every other function is ours and forbidden. */
function isForbidden(action: unknown): boolean {
  if (effectName(action) !== undefined) return false;
  const { type, id, delay } = action as { readonly type?: string; readonly id?: string; readonly delay?: unknown };
  if (type === 'xstate.cancel') return false;
  return type !== 'xstate.raise' || (delay !== undefined && id?.startsWith('xstate.after.') !== true);
}

function describe(action: unknown): string {
  return (action as { readonly type?: string }).type ?? 'a function';
}
