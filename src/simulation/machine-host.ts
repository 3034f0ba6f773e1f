import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Effect } from '../components/index.ts';
import type { Provenance } from '../world/index.ts';
import { edgeName } from './machine-edges.ts';
import { shortMessage, stateName } from './machine-names.ts';

/** What a machine asks for while it moves: an effect by name (with what its component has under it), or a timer. */
export type MachineAction =
  | { readonly kind: 'effect'; readonly name: string; readonly effect: Effect | undefined }
  | { readonly kind: 'start timer'; readonly id: string; readonly delay: string; readonly message: string }
  | { readonly kind: 'stop timer'; readonly id: string };

/** One state of one machine; interned, so that equal states are the same object. */
export interface MachineState {
  /** The state value as SMS people would read it: `running.sleeping`. */
  readonly name: string;
  readonly snapshot: AnyMachineSnapshot;
  readonly final: boolean;
  readonly steps: Map<string, MachineStep>;
}

/** The answer of a machine to a message; computed once per (state, message). */
export interface MachineStep {
  readonly state: MachineState;
  readonly actions: readonly MachineAction[];
  /** False when no transition of the machine handles the message in this state. */
  readonly handled: boolean;
  /** `sleeping --wake--> cycle.choosing`: the name under which provenance and coverage know the step. */
  readonly name: string;
  /** The transitions of the machine that were taken, by their names. */
  readonly edges: readonly string[];
  /** Where the transition comes from, as `meta` of the transition or of its state says; undefined: nothing said. */
  readonly provenance: Provenance | undefined;
}

/**
 * The only driver of XState: runs `machine.transition` with one reused scope, turns `after` into data, and memoises.
 * Messages reach the machine as bare types, so a step is a function of (state, message type).
 */
export class MachineHost {
  readonly machine: AnyStateMachine;
  readonly initial: MachineStep;
  readonly #states = new Map<string, MachineState>();
  /** States by their saved data as text. */
  readonly #restored = new Map<string, MachineState>();
  readonly #delays: ReadonlyMap<string, string>;
  readonly #effects: Readonly<Record<string, Effect>>;
  #actions: MachineAction[] = [];
  readonly #scope: Parameters<AnyStateMachine['transition']>[2];

  constructor(machine: AnyStateMachine, effects: Readonly<Record<string, Effect>> = {}) {
    this.#effects = effects;
    this.#delays = namedDelays(machine);
    // XState sends a message of an unknown delay at once; how long a delay lasts is the component's business.
    const placeholders = Object.fromEntries([...this.#delays.values()].map((name) => [name, 0]));
    this.machine = machine.provide({ delays: placeholders } as Parameters<AnyStateMachine['provide']>[0]);
    this.#scope = this.#makeScope();
    const snapshot = this.machine.getInitialSnapshot(this.#scope) as AnyMachineSnapshot;
    this.initial = this.#step(snapshot, '(start)', true, '(off)', [], undefined);
  }

  /** What the machine does with a message in a state. */
  step(state: MachineState, message: string): MachineStep {
    const known = state.steps.get(message);
    if (known !== undefined) return known;
    const handled = state.snapshot.can({ type: message });
    const snapshot = this.machine.transition(state.snapshot, { type: message }, this.#scope) as AnyMachineSnapshot;
    const edges = handled ? this.machine.getTransitionData(state.snapshot, { type: message }).map(edgeName) : [];
    const provenance = this.#provenance(state.snapshot, message);
    const step = this.#step(snapshot, message, handled, state.name, edges, provenance);
    state.steps.set(message, step);
    return step;
  }

  /** The plain data of a state, for a checkpoint. */
  save(state: MachineState): unknown {
    return JSON.parse(JSON.stringify(this.machine.getPersistedSnapshot(state.snapshot))) as unknown;
  }

  /** The state of saved data. */
  restore(saved: unknown): MachineState {
    const text = JSON.stringify(saved);
    const known = this.#restored.get(text);
    if (known !== undefined) return known;
    const snapshot = this.machine.restoreSnapshot(saved as AnyMachineSnapshot, this.#scope) as AnyMachineSnapshot;
    this.#actions = [];
    const state = this.#intern(snapshot);
    this.#restored.set(text, state);
    return state;
  }

  #step(
    snapshot: AnyMachineSnapshot,
    message: string,
    handled: boolean,
    from: string,
    edges: readonly string[],
    provenance: Provenance | undefined,
  ): MachineStep {
    const state = this.#intern(snapshot);
    const actions = this.#actions;
    this.#actions = [];
    if (snapshot.status === 'error') throw new Error(`machine ${this.machine.id}: ${String(snapshot.error)}`);
    return { state, actions, handled, name: `${from} --${shortMessage(message)}--> ${state.name}`, edges, provenance };
  }

  #provenance(snapshot: AnyMachineSnapshot, message: string): Provenance | undefined {
    const [transition] = this.machine.getTransitionData(snapshot, { type: message });
    if (transition === undefined) return undefined;
    const metas: unknown[] = [transition.meta, transition.source.meta];
    for (const meta of metas) {
      const found = (meta as { readonly provenance?: Provenance } | undefined)?.provenance;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #intern(snapshot: AnyMachineSnapshot): MachineState {
    const history = Object.keys(snapshot.historyValue ?? {}).toSorted();
    const remembered = history.map((id) => [id, snapshot.historyValue[id]?.map((node) => node.id)]);
    const key = JSON.stringify([snapshot.value, snapshot.context, remembered]);
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const name = stateName(snapshot.value);
    const state = { name, snapshot, final: snapshot.status === 'done', steps: new Map<string, MachineStep>() };
    this.#states.set(key, state);
    return state;
  }

  #makeScope(): Parameters<AnyStateMachine['transition']>[2] {
    const collect = (action: { readonly type: string; readonly params: unknown }): void => this.#collect(action);
    const unused = (): never => {
      throw new Error(`machine ${this.machine.id} uses actors, which this host does not run`);
    };
    const scope = {
      self: { id: this.machine.id, _parent: undefined },
      id: this.machine.id,
      sessionId: this.machine.id,
      logger: unused,
      defer: () => undefined,
      emit: unused,
      stopChild: unused,
      actionExecutor: collect,
      system: { scheduler: { schedule: unused, cancel: unused }, _sendInspectionEvent: () => undefined },
    };
    return scope as unknown as Parameters<AnyStateMachine['transition']>[2];
  }

  #collect(action: { readonly type: string; readonly params: unknown }): void {
    if (action.type === 'xstate.raise') {
      const { event, id } = action.params as { readonly event: { readonly type: string }; readonly id: string };
      const delay = this.#delays.get(event.type);
      if (delay === undefined) throw new Error(`machine ${this.machine.id}: ${event.type} is not a named delay`);
      this.#actions.push({ kind: 'start timer', id, delay, message: event.type });
    } else if (action.type === 'xstate.cancel') {
      this.#actions.push({ kind: 'stop timer', id: cancelledTimer(action.params) });
    } else {
      this.#actions.push({ kind: 'effect', name: action.type, effect: this.#effects[action.type] });
    }
  }
}

function cancelledTimer(params: unknown): string {
  return typeof params === 'string' ? params : (params as { readonly sendId: string }).sendId;
}

/** From the type of the message that a timer sends to the name of its delay. */
function namedDelays(machine: AnyStateMachine): ReadonlyMap<string, string> {
  const delays = new Map<string, string>();
  const visit = (node: AnyStateMachine['root']): void => {
    for (const transition of node.after) delays.set(transition.eventType, String(transition.delay));
    for (const child of Object.values(node.states)) visit(child as AnyStateMachine['root']);
  };
  visit(machine.root);
  return delays;
}
