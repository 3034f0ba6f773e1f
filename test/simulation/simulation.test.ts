import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, second } from '../../src/kernel/index.ts';
import { assumed, documented, inferred } from '../../src/world/index.ts';
import { Toy, does, noon, provenance, toy } from './toy-product.ts';

const heard = does((self) => self.show(self.message.type, String(self.message.data?.['from'] ?? '')));

const listener = toy(
  'LISTENER',
  { initial: 'a', states: { a: { on: { '*': { actions: 'hear' } } } } },
  { effects: { hear: heard }, hears: ['site settings changed'] },
);
const deaf = toy('DEAF', { initial: 'a', states: { a: {} } });

function post(made: Toy, type: string, delay = 0, receiver = 'PC1/LISTENER', sender = 'test'): void {
  made.simulation.post(sender, receiver, { type, data: { from: sender } }, delay);
}

describe('deliveries', () => {
  it('happen at their time, those of one instant in the order they were posted', () => {
    const made = new Toy([listener]).start();
    post(made, 'later', 2 * second);
    post(made, 'first', second);
    post(made, 'second', second);
    made.pass(second);
    expect(made.told('window')).toEqual(['first test', 'second test']);
    expect(made.pass(second).told('window').at(-1)).toBe('later test');
    expect(made.records.at(-1)?.time).toBe(noon + 2 * second);
  });

  it('for a process that is not there are recorded as undeliverable', () => {
    const made = new Toy([listener]);
    post(made, 'hello');
    expect(made.pass(0).told('undeliverable')).toEqual(['hello no such process']);
  });

  it('for a process that has ended meanwhile are undeliverable, even when its successor runs', () => {
    const made = new Toy([listener]).start();
    post(made, 'for the old one', second);
    made.simulation.stopProcess('PC1/LISTENER', 'killed');
    made.simulation.startProcess('PC1', 'LISTENER');
    post(made, 'for the new one', second);
    made.pass(second);
    expect(made.told('undeliverable')).toEqual(['for the old one for one before']);
    expect(made.told('window')).toEqual(['for the new one test']);
  });

  it('end when nothing waits, and the clock stands where it was told to', () => {
    const made = new Toy([listener]);
    expect(made.simulation.takeTurn()).toBe(false);
    made.pass(minute);
    expect([made.simulation.now, made.simulation.turn]).toEqual([noon + minute, 0]);
  });

  it('reach special receivers, which are no processes', () => {
    const made = new Toy([listener]);
    const seen: string[] = [];
    made.simulation.receivers.set('scenario', (message) => void seen.push(message.type));
    post(made, 'step', second, 'scenario');
    made.pass(second);
    expect(seen).toEqual(['step']);
    expect(made.told('undeliverable')).toEqual([]);
  });
});

describe('a broadcast', () => {
  it('reaches every process that listens for it, on all computers or on one', () => {
    const made = new Toy([listener, deaf], { computers: ['PC1', 'PC2'] }).start('PC1').start('PC2');
    made.simulation.broadcast({ type: 'site settings changed' });
    made.pass(0);
    made.simulation.broadcast({ type: 'site settings changed' }, 'PC2');
    made.simulation.broadcast({ type: 'something else' });
    made.pass(0);
    expect(made.computer('PC1').dialogs).toHaveLength(1);
    expect(made.computer('PC2').dialogs).toHaveLength(2);
    expect(made.told('ignored')).toEqual([]);
  });
});

describe('shuffled ties', () => {
  const order = (shuffleTies: number | undefined, posts: readonly (readonly [string, number])[]): readonly string[] => {
    const options = shuffleTies === undefined ? {} : { shuffleTies };
    const made = new Toy([listener], options).start();
    for (const [index, [sender, delay]] of posts.entries()) post(made, `no ${index}`, delay, 'PC1/LISTENER', sender);
    made.pass(10);
    return made.told('window');
  };

  it('keep the order of every sender-receiver pair, and of time', () => {
    const posts = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.nat(2)), { maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(), posts, (seed, given) => {
        const taken = order(seed, given).map((text) => Number(/\d+/.exec(text)?.[0]));
        expect(taken.toSorted((a, b) => a - b)).toEqual(given.map((_, index) => index));
        const due = (index: number): number => given[index]?.[1] ?? 0;
        for (const [at, index] of taken.entries()) {
          for (const later of taken.slice(at + 1)) {
            expect(due(later)).toBeGreaterThanOrEqual(due(index));
            const samePair = given[later]?.[0] === given[index]?.[0];
            if (samePair && due(later) === due(index)) expect(later).toBeGreaterThan(index);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('change the order of different pairs for some seed, and never without one', () => {
    const posts = ['A', 'B', 'C'].map((sender) => [sender, 0] as const);
    const orders = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => order(seed, posts).join()));
    expect(orders.size).toBeGreaterThan(1);
    expect(order(undefined, posts)).toEqual(['no 0 A', 'no 1 B', 'no 2 C']);
    expect(order(3, posts)).toEqual(order(3, posts));
  });
});

const traited = toy(
  'TRAITED',
  { initial: 'a', states: { a: { on: { tell: { actions: 'tell' } } } } },
  {
    effects: { tell: does((self) => self.show('trait', String(self.trait('tries')))) },
    traits: { tries: { default: 3, meaning: 'how often', provenance: assumed('three') } },
  },
);
const q1 = { component: 'TRAITED', trait: 'tries', value: 1, kind: 'defect', until: '2.0' } as const;
const q2 = { component: 'TRAITED', trait: 'tries', value: 2, kind: 'change', from: '2.5', until: '3.0' } as const;
const changes = [
  { ...q1, provenance: documented('Q1') },
  { ...q2, provenance: documented('Q2') },
];

describe('traits', () => {
  it.each([
    ['1.0', '1'],
    ['1.9.9', '1'],
    ['2.0', '3'],
    ['2.5', '2'],
    ['2.10', '2'],
    ['3.0', '3'],
  ])('are those of the file version: %s tries %s times', (version, tries) => {
    const made = new Toy([traited], { changes });
    made.install('TRAITED', version);
    expect(made.start().send('TRAITED', 'tell').told('window')).toEqual([`trait ${tries}`]);
  });

  it('stay as they were when a file is replaced under a running process, until it starts anew', () => {
    const made = new Toy([traited], { changes }).start();
    made.install('TRAITED', '2.0');
    made.send('TRAITED', 'tell');
    made.simulation.stopProcess('PC1/TRAITED', 'stopped');
    made.simulation.startProcess('PC1', 'TRAITED');
    made.send('TRAITED', 'tell');
    expect(made.told('window')).toEqual(['trait 1', 'trait 3']);
  });

  it('are what a scenario says, on one computer or on all; the last word counts', () => {
    const made = new Toy([traited], { changes, computers: ['PC1', 'PC2'] });
    const override = { component: 'TRAITED', trait: 'tries' };
    made.simulation.overrides = [
      { ...override, value: 7 },
      { ...override, value: 8, computer: 'pc2' },
      { ...override, value: 9, computer: 'PC3' },
    ];
    const bound = ['PC1', 'PC2'].map((name) => made.simulation.bindTraits(made.computer(name), traited));
    expect(bound).toEqual([{ tries: 7 }, { tries: 8 }]);
  });

  it.each([
    ['2.0', [], assumed('three')],
    ['1.0', [], documented('Q1')],
    ['2.6', [], documented('Q2')],
    ['2.0', [{ component: 'TRAITED', trait: 'tries', value: 7 }], documented('the scenario')],
  ])('of version %s with overrides %j rest on their source', (version, overrides, source) => {
    const made = new Toy([traited], { changes });
    made.install('TRAITED', version);
    made.simulation.overrides = overrides;
    made.start();
    expect(made.simulation.foundations.has('TRAITED: trait "tries"')).toBe(false);
    made.send('TRAITED', 'tell').send('TRAITED', 'tell');
    expect(made.simulation.foundations.get('TRAITED: trait "tries"')).toEqual(source);
  });

  it('of a process that runs do not rest on an override that came later', () => {
    const made = new Toy([traited], { changes }).start();
    made.simulation.overrides = [{ component: 'TRAITED', trait: 'tries', value: 7 }];
    made.send('TRAITED', 'tell');
    expect(made.told('window')).toEqual(['trait 1']);
    expect(made.simulation.foundations.get('TRAITED: trait "tries"')).toEqual(documented('Q1'));
  });
});

const founded = toy(
  'FOUNDED',
  {
    initial: 'a',
    states: {
      a: { on: { go: 'b', own: { target: 'a', meta: { provenance: documented('Q3') } } } },
      b: { meta: { provenance: inferred('Q4', 'so') }, after: { pause: 'a' }, on: { back: { target: 'a' } } },
    },
  },
  {
    delays: { pause: { provenance: documented('Q5'), duration: () => second } },
    effects: {},
  },
);

describe('foundations', () => {
  it('name every step and delay once, with the source of the transition, its state or its component', () => {
    const made = new Toy([founded]).start();
    for (const message of ['own', 'go', 'back', 'go', 'back', 'own']) made.send('FOUNDED', message);
    expect([...made.simulation.foundations]).toEqual([
      ['FOUNDED: (off) --(start)--> a', provenance],
      ['FOUNDED: a --own--> a', documented('Q3')],
      ['FOUNDED: a --go--> b', provenance],
      ['FOUNDED: delay "pause"', documented('Q5')],
      ['FOUNDED: b --back--> a', inferred('Q4', 'so')],
    ]);
  });

  it('name the default of a site setting, but not a value that the site has set', () => {
    const { simulation } = new Toy([founded]);
    const none = { accessPoints: [], boundaries: [], connectionAccounts: [] };
    const site = { code: 'ABC', name: 'A', server: 'PC1', folder: 'C:\\SMS', ...none, settings: {} };
    expect(simulation.setting({ ...site, settings: { 'Toy setting': 9 } }, 'Toy setting')).toBe(9);
    expect(simulation.foundations.size).toBe(0);
    expect(simulation.setting(site, 'Toy setting')).toBe(7);
    expect([...simulation.foundations.keys()]).toEqual(['default of "Toy setting"']);
    expect(() => simulation.setting(site, 'No setting')).toThrow('no site setting named No setting');
  });
});

describe('coverage', () => {
  it('counts how often each step was taken, over all processes of a component', () => {
    const made = new Toy([founded], { computers: ['PC1', 'PC2'] }).start('PC1').start('PC2');
    for (let count = 0; count < 3; count++) made.send('FOUNDED', 'go').pass(second);
    expect(Object.fromEntries(made.simulation.covered.counts())).toEqual({
      'FOUNDED: (off) --(start)--> a': 2,
      'FOUNDED: a --go--> b': 3,
      'FOUNDED: b --after pause--> a': 3,
    });
  });

  it('adds up steps of one name that differ in what the machine remembers', () => {
    const region = { initial: 'x', states: { x: { on: { next: 'y' } }, y: {} } };
    const machine = {
      initial: 'in',
      states: {
        in: { ...region, states: { ...region.states, past: { type: 'history' as const } }, on: { leave: 'out' } },
        out: { on: { again: 'in.past', look: 'out' } },
      },
    };
    const made = new Toy([toy('HISTORIC', machine)]).start();
    for (const message of ['leave', 'look', 'again', 'next', 'leave', 'look']) made.send('HISTORIC', message);
    expect(made.simulation.covered.counts().get('HISTORIC: out --look--> out')).toBe(2);
  });
});
