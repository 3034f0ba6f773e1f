import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { diagram, traitsOf } from '../../src/analysis/index.ts';
import type { Product } from '../../src/catalogue/index.ts';
import { defineComponent } from '../../src/components/index.ts';
import { documented } from '../../src/world/index.ts';

const machine = createMachine({
  id: 'Sample',
  initial: 'waiting for work',
  on: { 'folder changed': { actions: ['remember it'] } },
  states: {
    'waiting for work': {
      entry: ['look'],
      after: { 'one cycle': 'working' },
      on: { wake: { target: 'working', actions: ['note it'] } },
    },
    working: {
      initial: 'first half',
      states: { 'first half': { on: { done: 'second half' } }, 'second half': {} },
      on: { stop: 'stopped' },
    },
    stopped: { type: 'final' },
  },
});

const source = documented('Q1');
const component = defineComponent({
  ...{ name: 'SMS_SAMPLE', file: 'Sample.dll', machine, effects: {}, delays: {}, hears: [], memory: () => ({}) },
  traits: {
    'waits for work': { default: true, meaning: '', provenance: source },
    'copies whole files': { default: true, meaning: '', provenance: source },
  },
  provenance: source,
});

const change = { component: 'SMS_SAMPLE', kind: 'defect', provenance: source } as const;
const product = {
  changes: [{ ...change, trait: 'copies whole files', value: false, until: '2.00.20' }],
  versionOn: (release: string, file: string) => (file === 'Sample.dll' ? release : undefined),
} as unknown as Product;

describe('the diagram of a component', () => {
  const text = diagram(product, component, { name: '2.00.10', provenance: source });

  it.each([
    ['begins at the initial state', '[*] --> Sample_waiting_for_work'],
    ['shows effects of entering', 'Sample_waiting_for_work : entry / look'],
    ['names delays', 'Sample_waiting_for_work --> Sample_working : after one cycle'],
    ['shows effects of transitions', 'Sample_waiting_for_work --> Sample_working : wake / note it'],
    ['nests states', 'state Sample_working {\n    [*] --> Sample_working_first_half'],
    ['shows what happens in any state', 'Sample_in_any_state --> Sample_in_any_state : folder changed / remember it'],
    ['ends', 'Sample_stopped --> [*]'],
    ['names the build', '%% SMS_SAMPLE on 2.00.10: Sample.dll 2.00.10'],
    ['tells the traits of the build', '%% trait "copies whole files": false (differs from the right behaviour)'],
  ])('%s', (_name, part) => {
    expect(text).toContain(part);
  });

  it('shows no timer bookkeeping', () => {
    expect(text).not.toContain('xstate.');
  });
});

describe('the build of a component', () => {
  it('has the right behaviour from the version on that repaired it', () => {
    expect(traitsOf(product, component, '2.00.19').get('copies whole files')).toBe(false);
    expect(traitsOf(product, component, '2.00.20').get('copies whole files')).toBe(true);
  });
});
