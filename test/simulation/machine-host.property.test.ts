import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor, setup, type AnyStateMachine } from 'xstate';
import { MachineHost, stateName, type MachineAction, type MachineStep } from '../../src/simulation/index.ts';

const messages = ['wake', 'found', 'none', 'stop', 'copied', 'go'] as const;

/** A machine with nesting, parallel regions, history, `always`, raise and named delays, as components use them. */
function sample(seen: string[]): AnyStateMachine {
  const see = (name: string) => () => void seen.push(name);
  return setup({
    actions: { look: see('look'), copy: see('copy'), leave: see('leave'), note: see('note') },
    delays: { period: 1000, retry: 60 },
    guards: { never: () => false, always: () => true },
  }).createMachine({
    id: 'sample',
    type: 'parallel',
    states: {
      cycle: {
        initial: 'sleeping',
        on: { stop: '.sleeping' },
        states: {
          sleeping: { after: { period: 'looking' }, on: { wake: 'looking', go: 'busy.back' } },
          looking: { entry: 'look', on: { found: 'busy', none: 'waiting' }, exit: 'leave' },
          waiting: { after: { retry: 'looking' }, on: { wake: { target: 'looking', guard: 'always' } } },
          busy: {
            initial: 'one',
            on: { none: 'sleeping' },
            states: {
              one: { entry: 'copy', on: { copied: 'two', found: { target: 'two', guard: 'never' } } },
              two: { always: { target: 'three', actions: 'note' } },
              three: { on: { copied: '#sample.cycle.sleeping', wake: { actions: 'note' } } },
              back: { type: 'history' },
            },
          },
        },
      },
      alarm: {
        initial: 'clear',
        states: { clear: { on: { wake: 'set' } }, set: { on: { wake: 'clear' }, after: { retry: 'clear' } } },
      },
    },
  });
}

/** The two machines see the same messages; a timer fires as the message XState itself would send. */
function timersAfter(pending: Map<string, string>, actions: readonly MachineAction[]): void {
  for (const action of actions) {
    if (action.kind === 'start timer') pending.set(action.id, action.message);
    if (action.kind === 'stop timer') pending.delete(action.id);
  }
}

function effects(step: MachineStep): string[] {
  return step.actions.flatMap((action) => (action.kind === 'effect' ? [action.name] : []));
}

describe('machine host', () => {
  it("reaches the same states with the same effects as XState's own actor, for any messages", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...messages), fc.nat(3)), { maxLength: 60 }), (script) => {
        const seen: string[] = [];
        const actor = createActor(sample(seen), { clock: { setTimeout: () => 0, clearTimeout: () => undefined } });
        actor.start();
        const host = new MachineHost(sample([]));
        let step = host.initial;
        const pending = new Map<string, string>();
        timersAfter(pending, step.actions);
        expect(effects(step)).toEqual(seen.splice(0));
        for (const item of script) {
          const waiting = [...pending.entries()];
          const timer = typeof item === 'number' ? waiting[item % Math.max(1, waiting.length)] : undefined;
          if (typeof item === 'number' && timer === undefined) continue;
          const type = timer?.[1] ?? String(item);
          if (timer !== undefined) pending.delete(timer[0]);
          actor.send({ type });
          step = host.step(step.state, type);
          timersAfter(pending, step.actions);
          expect(step.state.name).toBe(stateName(actor.getSnapshot().value));
          expect(effects(step)).toEqual(seen.splice(0));
        }
      }),
    );
  });

  it('gives the very same step object for the same state and message: machines are memoised', () => {
    const host = new MachineHost(sample([]));
    expect(host.step(host.initial.state, 'wake')).toBe(host.step(host.initial.state, 'wake'));
  });

  it('says when a message is not handled, and stays where it is', () => {
    const host = new MachineHost(sample([]));
    const step = host.step(host.initial.state, 'copied');
    expect(step.handled).toBe(false);
    expect(step.state).toBe(host.initial.state);
  });

  it('restores every saved state to the state it was', () => {
    const host = new MachineHost(sample([]));
    let state = host.initial.state;
    for (const message of ['wake', 'found', 'copied', 'none', 'go']) {
      state = host.step(state, message).state;
      expect(host.restore(JSON.parse(JSON.stringify(host.save(state))))).toBe(state);
    }
  });
});
