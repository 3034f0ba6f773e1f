import { readFileSync, readdirSync } from 'node:fs';
import { createMachine, raise, sendTo, type AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { sms12, sms20, type Product } from '../src/catalogue/index.ts';
import type { Component } from '../src/components/index.ts';
import { explore, unreachable } from './machines/exploration.ts';
import { answersOf, delayNames, effectNames, forbiddenParts } from './machines/machine-parts.ts';

/** The texts of all programs in a folder. */
function sources(folder: URL): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, folder);
    return entry.isDirectory() ? sources(at) : [readFileSync(at, 'utf8')];
  });
}

function programOf(folder: string): string {
  return sources(new URL(`../src/components/${folder}/`, import.meta.url)).join('\n');
}

/** The names of traits that effects ask for, directly or by a constant. */
function traitsRead(program: string): ReadonlySet<string> {
  const asked = [...program.matchAll(/\.trait\(\s*('[^']*'|[^)]+?)\s*\)/g)].map((match) => match[1] ?? '');
  return new Set(
    asked.map((argument) => {
      const quoted = /^'(.*)'$/.exec(argument);
      if (quoted !== null) return quoted[1] ?? '';
      const constant = new RegExp(`const ${argument}\\s*=\\s*'([^']*)'`).exec(program);
      return constant?.[1] ?? `what ${argument} names`;
    }),
  );
}

/** A product, the texts of its programs and the traits that these read. */
const products = (
  [
    ['sms20', sms20],
    ['sms12', sms12],
  ] as const
).map(([folder, product]) => {
  const program = programOf(folder);
  return { product, program, read: traitsRead(program) };
});

const programs = products.flatMap(({ product, read }) =>
  product.components.map((component) => [`${product.version} ${component.name}`, component, product, read] as const),
);

describe.each(products.map(({ product, program }) => [product.name, product, program] as const))(
  'the streams of chance of %s',
  (_name, product, program) => {
    it('are those from which some program draws', () => {
      const drawn = [...program.matchAll(/random\('(.*?)'\)/g)].map((match) => match[1] ?? '');
      const declared = Object.keys(product.chanceStreams).filter((stream) => stream !== 'identity of COMPUTER');
      expect(declared.toSorted()).toEqual([...new Set(drawn)].toSorted());
    });
  },
);

describe.each(programs)('%s', (_name, component, { components }, read) => {
  const explored = explore(component);

  it('uses only what a machine may use, and has its own name as id', () => {
    expect(forbiddenParts(component.machine)).toEqual([]);
    expect(component.machine.config.context).toBeUndefined();
  });

  it('asks for effects that it has, and has no effect that it never asks for', () => {
    expect([...effectNames(component.machine)].toSorted()).toEqual(Object.keys(component.effects).toSorted());
  });

  it('waits for delays that it has, and has no delay that it never waits for', () => {
    expect([...delayNames(component.machine)].toSorted()).toEqual(Object.keys(component.delays).toSorted());
  });

  it('handles every answer wherever it may come', () => {
    expect(explored.unhandled).toEqual([]);
  });

  it('declares only answers that its machine knows, each effect every answer once', () => {
    const known = new Set<string>(component.machine.events);
    expect([...answersOf(component)].filter((answer) => !known.has(answer))).toEqual([]);
    for (const { answers } of Object.values(component.effects)) expect(new Set(answers).size).toBe(answers.length);
  });

  it('can reach every state', () => {
    expect(unreachable(component, explored.visited)).toEqual([]);
  });

  it('hears only what its machine handles somewhere', () => {
    const known = new Set<string>(component.machine.events);
    expect(component.hears.filter((type) => !known.has(type))).toEqual([]);
  });

  it('has a reader for every trait', () => {
    expect(Object.keys(component.traits).filter((trait) => !read.has(trait))).toEqual([]);
  });

  it('says where it comes from, with every delay and every trait', () => {
    const all = [component, ...Object.values(component.delays), ...Object.values(component.traits)];
    for (const { provenance } of all) {
      expect(provenance.source).not.toBe('');
      if (provenance.standing === 'assumed') expect(provenance.note ?? '').not.toBe('');
    }
    for (const { meaning } of Object.values(component.traits)) expect(meaning).toMatch(/\.$/);
  });

  it('gives memory that is plain data, and a new one to every process', () => {
    const memory = component.memory();
    if (memory !== undefined) expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
    if (typeof memory === 'object' && memory !== null) expect(component.memory()).not.toBe(memory);
  });

  it('is started by a service, a component that exists or a logon script, or by whoever runs it for a while', () => {
    const { service, launchedBy, logonScript } = component;
    expect([service, launchedBy, logonScript].filter((one) => one !== undefined).length).toBeLessThanOrEqual(1);
    if (launchedBy !== undefined) expect(components.map(({ name }) => name)).toContain(launchedBy);
  });
});

describe.each(products.map(({ product, read }) => [product.name, product, read] as const))(
  'all components of %s',
  (_name, { components }: Product, read) => {
    it('have different names', () => {
      expect(new Set(components.map(({ name }) => name)).size).toBe(components.length);
    });

    it('read no trait that none of them has', () => {
      const declared = new Set(components.flatMap(({ traits }) => Object.keys(traits)));
      expect([...read].filter((trait) => !declared.has(trait))).toEqual([]);
    });
  },
);

/** A component around a machine, as bad as the test wants it. */
function around(machine: AnyStateMachine, effects: Component['effects'] = {}): Component {
  return { ...(sms20.components[0] as Component), name: 'BAD', machine, effects, hears: [] };
}

describe('the checks themselves', () => {
  const ask = { answers: ['yes', 'no'], run: () => 'yes' };

  it.each([
    ['a number as delay', { after: { 50: 'b' } }, 'waits 50'],
    ['an inline action', { entry: () => undefined }, 'a function'],
    ['a child', { invoke: { src: 'child' } }, 'invokes'],
    ['a message to another actor', { entry: sendTo('x', { type: 'y' }) }, 'xstate.sendTo'],
    ['a delayed raise', { entry: raise({ type: 'y' }, { delay: 5 }) }, 'xstate.raise'],
    ['an inline guard', { on: { x: { target: 'b', guard: () => true } } }, 'guarded by a function'],
  ])('find %s', (_what, state, found) => {
    const machine = createMachine({ id: 'BAD', initial: 'a', states: { a: state as object, b: {} } });
    expect(forbiddenParts(machine).join()).toContain(found);
  });

  it('let named delays, actions, guards and an undelayed raise pass', () => {
    const on = { x: { target: 'b', guard: 'may', actions: ['note', raise({ type: 'y' })] } };
    const machine = createMachine({ id: 'GOOD', initial: 'a', states: { a: { on, after: { later: 'b' } }, b: {} } });
    expect(forbiddenParts(machine)).toEqual([]);
    expect([...effectNames(machine)]).toEqual(['note']);
    expect([...delayNames(machine)]).toEqual(['later']);
  });

  it('find an answer that is not handled, and a state that is not reached', () => {
    const states = { a: { entry: 'ask', on: { yes: 'b' } }, b: { on: { go: 'a' } }, c: {} };
    const bad = around(createMachine({ id: 'BAD', initial: 'a', states }), { ask });
    const explored = explore(bad);
    expect(explored.unhandled).toEqual(['"no" in a']);
    expect(unreachable(bad, explored.visited)).toEqual(['BAD.c']);
  });

  it('take a state that is left as it is entered for reached, if something leads to it', () => {
    const states = { a: { on: { go: 'b' } }, b: { always: 'a' }, c: { always: 'a' } };
    const passing = around(createMachine({ id: 'BAD', initial: 'a', states }));
    expect(unreachable(passing, explore(passing).visited)).toEqual(['BAD.c']);
  });

  it('find an answer that comes too late, because an earlier one has moved the machine on', () => {
    const states = { a: { entry: ['ask', 'ask more'], on: { yes: 'b', no: 'b', more: 'b' } }, b: {} };
    const more = { answers: ['more'], run: () => 'more' };
    const bad = around(createMachine({ id: 'BAD', initial: 'a', states }), { ask, 'ask more': more });
    expect(explore(bad).unhandled).toEqual(['"more" in b']);
  });
});
