import { describe, expect, it } from 'vitest';
import { minute, second } from '../../src/kernel/index.ts';
import { LimitReached } from '../../src/simulation/index.ts';
import { Toy, answers, does, noon, provenance, toy } from './toy-product.ts';

const asker = toy(
  'ASKER',
  {
    initial: 'waiting',
    states: {
      waiting: { on: { go: 'asking' } },
      asking: { entry: ['ask first', 'ask second'], on: { one: { actions: 'show one' }, two: 'telling' } },
      telling: { entry: ['show two', 'ask third'], on: { three: 'waiting' }, exit: 'show three' },
    },
  },
  {
    effects: {
      'ask first': answers(['one']),
      'ask second': answers(['two']),
      'ask third': answers(['three']),
      'show one': does((self) => self.show('one', String(self.message.data?.['id']))),
      'show two': does((self) => self.show('two', String(self.message.data?.['id']))),
      'show three': does((self) => self.show('three', self.message.type)),
    },
  },
);

describe('a turn', () => {
  it('runs to rest: answers are handled in the order they were given, with the data of the message', () => {
    const made = new Toy([asker]).start().send('ASKER', 'go', { id: 42 });
    expect(made.told('answer')).toEqual(['ask first one', 'ask second two', 'ask third three']);
    expect(made.told('window')).toEqual(['one 42', 'two 42', 'three three']);
    expect(made.state('ASKER')).toBe('waiting');
    expect(made.simulation.turn).toBe(1);
  });

  it('gives every record the one before it in the turn as its cause, back to who posted the message', () => {
    const made = new Toy([asker]).start();
    made.simulation.record('step', 'scenario', 'a step', '');
    made.send('ASKER', 'go');
    const [step, ...turn] = made.records.slice(made.records.findIndex(({ kind }) => kind === 'step'));
    expect(turn.map(({ cause }) => cause)).toEqual([step, ...turn].slice(0, -1).map((record) => record?.record));
  });
});

const timer = toy(
  'TIMER',
  {
    initial: 'waiting',
    states: {
      waiting: {
        after: { 'first wait': 'fired' },
        on: { cancel: 'cancelled', again: { target: 'waiting', reenter: true } },
      },
      cancelled: {},
      fired: { after: { 'second wait': 'ended' } },
      ended: { type: 'final' },
    },
  },
  {
    delays: {
      'first wait': { provenance, duration: (self) => Number(self.registry.getNumber('HKLM\\Toy', 'Wait') ?? minute) },
      'second wait': { provenance, duration: () => -5 },
    },
  },
);

describe('a named delay', () => {
  it('is asked for when its timer starts, and fires exactly then', () => {
    const made = new Toy([timer]);
    made.computer().registry.set('HKLM\\Toy', 'Wait', { type: 'REG_DWORD', data: 5000 });
    made.start();
    made.computer().registry.set('HKLM\\Toy', 'Wait', { type: 'REG_DWORD', data: 9 });
    expect(made.pass(4999).state('TIMER')).toBe('waiting');
    made.pass(1);
    expect(made.told('transition').at(-2)).toBe('waiting --after first wait--> fired');
  });

  it('that is negative fires at once, and a machine that ends takes its process with it', () => {
    const made = new Toy([timer]).start().pass(minute);
    expect(made.told('process')).toEqual(['TIMER started', 'TIMER ended']);
    expect(made.simulation.processes.size).toBe(0);
  });

  it('is cancelled when its state is left', () => {
    const made = new Toy([timer]).start().send('TIMER', 'cancel');
    expect(made.simulation.queue.size).toBe(0);
    expect(made.pass(10 * minute).state('TIMER')).toBe('cancelled');
  });

  it('begins anew when its state is entered again', () => {
    const made = new Toy([timer])
      .start()
      .pass(40 * second)
      .send('TIMER', 'again');
    expect(made.pass(59 * second).state('TIMER')).toBe('waiting');
    expect(made.pass(second).state('TIMER')).toBeUndefined();
  });
});

describe('a process', () => {
  it('records a message that its machine does not handle, and stays where it is', () => {
    const made = new Toy([asker]).start().send('ASKER', 'nonsense');
    expect(made.told('ignored')).toEqual(['nonsense waiting']);
    expect(made.state('ASKER')).toBe('waiting');
  });

  it.each([
    ['an answer it does not declare', { answers: ['yes'], run: () => 'no' }, 'which it does not declare'],
    ['an answer although it declares none', { answers: [], run: () => 'yes' }, 'which it does not declare'],
  ])('throws when an effect gives %s', (_what, effect, text) => {
    const machine = { initial: 'a', states: { a: { on: { go: { actions: 'ask' } } } } };
    const made = new Toy([toy('WRONG', machine, { effects: { ask: effect } })]).start();
    expect(() => made.send('WRONG', 'go')).toThrow(text);
  });

  it.each([
    ['effect', { entry: 'missing' }, 'has no effect "missing"'],
    ['delay', { after: { missing: 'b' } }, 'has no delay "missing"'],
  ])('throws when its component lacks an %s of the machine', (_what, state, text) => {
    const made = new Toy([toy('WRONG', { initial: 'a', states: { a: state, b: {} } })]);
    expect(() => made.start()).toThrow(text);
  });

  it('throws when an effect asks for a trait or a site it does not have', () => {
    const machine = { initial: 'a', states: { a: { on: { trait: { actions: 'trait' }, site: { actions: 'site' } } } } };
    const effects = { trait: does((self) => self.trait('unknown')), site: does((self) => self.site) };
    const made = new Toy([toy('WRONG', machine, { effects })]).start();
    expect(() => made.send('WRONG', 'trait')).toThrow('has no trait "unknown"');
    expect(() => made.send('WRONG', 'site')).toThrow('works for no site');
  });

  it('does nothing more once an effect has ended it', () => {
    const machine = { initial: 'a', states: { a: { on: { go: { actions: ['leave', 'show'] }, yes: 'b' } }, b: {} } };
    const leave = answers(['yes'], (self) => {
      self.stop('LEAVER');
      return 'yes';
    });
    const effects = { leave, show: does((self) => self.show('still', 'here')) };
    const made = new Toy([toy('LEAVER', machine, { effects })]).start().send('LEAVER', 'go');
    expect(made.told('process')).toEqual(['LEAVER started', 'LEAVER stopped']);
    expect(made.told('window')).toEqual([]);
  });

  it('shows dialog boxes to the user of its computer, by the clock of the computer', () => {
    const made = new Toy([asker]);
    made.computer().clockError = minute;
    made.start().send('ASKER', 'go', { id: 1 });
    expect(made.computer().dialogs[0]).toEqual({ time: noon + minute, title: 'one', text: '1' });
  });
});

describe('limits', () => {
  it('end a turn that answers itself for ever, and name what was waiting', () => {
    const machine = { initial: 'a', states: { a: { on: { go: { actions: 'go on' } } } } };
    const endless = toy('ENDLESS', machine, { effects: { 'go on': answers(['go']) } });
    const made = new Toy([endless], { limits: { answersPerTurn: 50 } }).start();
    made.simulation.post('test', 'PC1/ENDLESS', { type: 'later' }, minute);
    const caught = thrownBy(() => made.send('ENDLESS', 'go'));
    expect(caught.message).toBe('limit reached at turn 1: too many answers in one turn');
    expect(caught.waiting.map(({ message }) => message.type)).toEqual(['later']);
    expect(made.told('answer')).toHaveLength(51);
  });

  it('end turns without end in one instant', () => {
    const machine = { initial: 'a', states: { a: { on: { go: { actions: 'post' } } } } };
    const effects = { post: does((self) => self.post(self.id, { type: 'go' })) };
    const made = new Toy([toy('ENDLESS', machine, { effects })], { limits: { turnsPerInstant: 30 } }).start();
    expect(thrownBy(() => made.send('ENDLESS', 'go')).message).toContain('too many turns in one instant');
    expect(made.simulation.now).toBe(noon);
  });

  it('let as many turns happen over time as there are', () => {
    const machine = { initial: 'a', states: { a: { on: { go: { actions: 'post' } } } } };
    const effects = { post: does((self) => self.post(self.id, { type: 'go' }, 1)) };
    const made = new Toy([toy('STEADY', machine, { effects })], { limits: { turnsPerInstant: 3 } }).start();
    made.send('STEADY', 'go').pass(100);
    expect(made.simulation.turn).toBe(101);
  });

  it('end a run whose queue grows without bound', () => {
    const made = new Toy([asker], { limits: { queueLength: 3 } });
    const post = (): number => made.simulation.post('test', 'PC1/ASKER', { type: 'go' }, minute);
    for (let count = 0; count < 3; count++) post();
    expect(thrownBy(post).message).toContain('too many waiting deliveries');
  });
});

function thrownBy(run: () => unknown): LimitReached {
  try {
    run();
  } catch (error) {
    if (error instanceof LimitReached) return error;
    throw error;
  }
  throw new Error('no limit was reached');
}
