import { describe, expect, it } from 'vitest';
import { generatedName } from '../../../src/components/sms20/generated-names.ts';
import { RandomStreams } from '../../../src/kernel/index.ts';
import { restoreCheckpoint, saveCheckpoint } from '../../../src/simulation/index.ts';
import { StepBench } from './step-bench.ts';

const monitor = 'SMS_SQL_MONITOR';
const name = 'deletes software inventory with its computer';

describe('trait', () => {
  it('takes hold of a component at once, because it starts anew', () => {
    const bench = new StepBench();
    bench.done('service: { on: SMSSRV1, name: SMS_EXECUTIVE, do: start }');
    const traits = () => bench.simulation.processes.get(`SMSSRV1/${monitor}`)?.traits;
    expect(traits()?.[name]).toBe(true);
    bench.done(`trait: { component: ${monitor}, trait: ${name}, value: false, on: CAP1 }`);
    expect(traits()?.[name]).toBe(true);
    bench.done(`trait: { component: ${monitor}, trait: ${name}, value: false }`);
    expect(traits()?.[name]).toBe(false);
  });

  it('has the component and the kind of value of its definition', () => {
    const bench = new StepBench();
    expect(bench.play(`trait: { component: Copy Queue, trait: ${name}, value: false }`)).toEqual([
      `Copy Queue has no trait "${name}"`,
    ]);
    expect(bench.play(`trait: { component: ${monitor}, trait: ${name}, value: 7 }`)).toEqual([
      `the trait "${name}" is a boolean, not a number`,
    ]);
  });
});

describe('draw', () => {
  it('decides the next generated name and then lets chance go on', () => {
    const bench = new StepBench();
    bench.done('draw: { stream: names, name: 7LXAWNST }');
    const stream = bench.simulation.random.stream('names');
    const drawn = Array.from({ length: 8 }, () => stream.integer(0, 35));
    expect(drawn.map((at) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'[at]).join('')).toBe('7LXAWNST');
    expect(stream.integer(0, 1e6)).toBe(new RandomStreams(1).stream('names').integer(0, 1e6));
  });

  // Q319167, Q256073, Q248969, Q234360: all that are quoted have eight characters out of A to Z and 0 to 9.
  it.each(['NPFPTHKY', 'H2WOUU0W', 'W2A8VMG9', 'OFW94C1G', 'Eflc4iyv', 'Sy9anad7', 'V4TY4GF3', 'ABCDXZ09'])(
    'can bring about the generated name %s',
    (name) => {
      const bench = new StepBench();
      bench.done(`draw: { stream: names, name: ${name} }`);
      expect(generatedName(bench.simulation.random.stream('names'))).toBe(name.toUpperCase());
    },
  );

  it('keeps to the range that is asked for, and outlives a checkpoint', () => {
    const bench = new StepBench();
    bench.done('draw: { stream: dice, numbers: [9, 3] }');
    const saved = bench.simulation.random.save();
    const later = new RandomStreams(1);
    later.restore(saved);
    for (const streams of [bench.simulation.random, later]) {
      const dice = streams.stream('dice');
      expect([dice.integer(1, 6), dice.integer(1, 6)]).toEqual([6, 3]);
    }
  });
});

describe('order', () => {
  const senders = ['A', 'B', 'C', 'D', 'E', 'F'];

  /** Who is heard first of those who speak at the same instant. */
  function heard(bench: StepBench): string {
    const order: string[] = [];
    bench.simulation.receivers.set('ear', (message) => void order.push(message.type));
    for (const sender of senders) bench.simulation.post(sender, 'ear', { type: sender }, 1);
    bench.pass(1);
    return order.join('');
  }

  it('permutes by its seed what waits at one instant, until it is as posted again', () => {
    const bench = new StepBench();
    bench.done('order: { shuffle: 7 }');
    const shuffled = heard(bench);
    expect([...shuffled].toSorted()).toEqual(senders);
    expect(shuffled).not.toBe('ABCDEF');
    bench.done('order: as posted');
    expect(heard(bench)).toBe('ABCDEF');
  });

  it.each([
    [
      'by component',
      '[Copy Queue, SMS_SQL_MONITOR]',
      ['A/Copy Queue', 'B/Copy Queue', 'A/SMS_SQL_MONITOR', 'scenario'],
    ],
    [
      'by computer and component',
      '[{ component: SMS_SQL_MONITOR, on: a }, scenario, { component: Copy Queue, on: B }]',
      ['A/SMS_SQL_MONITOR', 'scenario', 'B/Copy Queue', 'A/Copy Queue'],
    ],
  ])('lets those come first that are named, %s', (_how, first, expected) => {
    const bench = new StepBench();
    bench.done(`order: { first: ${first} }`);
    const order: string[] = [];
    for (const name of ['scenario', 'A/Copy Queue', 'A/SMS_SQL_MONITOR', 'B/Copy Queue']) {
      bench.simulation.receivers.set(name, () => void order.push(name));
      bench.simulation.post('somebody', name, { type: 'hello' }, 1);
    }
    bench.pass(1);
    expect(order).toEqual(expected);
  });

  it('is the same for the same seed and outlives a checkpoint', () => {
    const [before, after] = [new StepBench(), new StepBench()];
    before.done('order: { shuffle: 7 }');
    restoreCheckpoint(after.simulation, saveCheckpoint(before.simulation));
    expect(heard(after)).toBe(heard(before));
    expect(after.simulation.tieOrder).toBe(7);
  });
});
