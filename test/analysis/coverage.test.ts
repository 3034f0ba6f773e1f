import { describe, expect, it } from 'vitest';
import { transitionCoverage } from '../../src/analysis/index.ts';
import { sms20 } from '../../src/catalogue/index.ts';
import { defineComponent } from '../../src/components/index.ts';
import { Coverage, MachineHost, edgesOf } from '../../src/simulation/index.ts';
import { documented } from '../../src/world/index.ts';
import { setup } from 'xstate';

const machine = setup({ actions: { stop: () => undefined }, delays: { 'CCIM period': 0 } }).createMachine({
  id: 'CCIM32',
  initial: 'sleeping',
  on: { stop: { actions: 'stop' } },
  states: {
    sleeping: { after: { 'CCIM period': 'cycle' }, on: { wake: 'cycle' } },
    cycle: { initial: 'choosing', on: { done: 'sleeping' }, states: { choosing: {} } },
  },
});

const client = defineComponent({
  name: 'CCIM32',
  file: 'ccim32.dll',
  machine,
  effects: {},
  delays: {},
  hears: [],
  traits: {},
  provenance: documented('a test'),
  memory: () => ({}),
});

/** Takes the messages one after the other and counts what happens. */
function taken(...messages: readonly string[]): Coverage {
  const host = new MachineHost(machine);
  const coverage = new Coverage();
  coverage.count('CCIM32', host.initial);
  let { state } = host.initial;
  for (const message of messages) {
    const step = host.step(state, message);
    coverage.count('CCIM32', step);
    state = step.state;
  }
  return coverage;
}

describe('transition coverage', () => {
  it('counts what the machine declares, however the machine came there', () => {
    expect(edgesOf(machine)).toEqual([
      'any state --stop--> the same',
      'sleeping --wake--> cycle',
      'sleeping --after CCIM period--> cycle',
      'cycle --done--> sleeping',
    ]);
    const coverage = taken('wake', 'stop', 'done', 'stop', 'nonsense');
    expect(transitionCoverage([client], new Set(coverage.edges()))).toEqual({
      taken: 3,
      all: 4,
      missing: [{ component: 'CCIM32', edges: ['sleeping --after CCIM period--> cycle'] }],
    });
  });

  it('is kept over save and restore', () => {
    const [before, after] = [taken('wake', 'done'), new Coverage()];
    after.restore([...before.counts()], before.edges());
    expect(after.edges()).toEqual(before.edges());
  });

  it('of no run at all is nothing of everything', () => {
    const { taken: none, all, missing } = transitionCoverage(sms20.components, new Set());
    expect(none).toBe(0);
    expect(missing).toHaveLength(sms20.components.length);
    expect(missing.reduce((sum, { edges }) => sum + edges.length, 0)).toBe(all);
  });
});
