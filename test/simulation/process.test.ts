import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../../src/kernel/index.ts';
import { LimitReached } from '../../src/simulation/index.ts';
import { Toy, answers, does, noon, provenance, toy } from './toy-product.ts';

const looper = toy(
  'LOOPER',
  {
    initial: 'waiting',
    states: {
      waiting: { on: { go: 'asking' } },
      asking: { entry: ['ask first', 'ask second'], on: { one: { actions: 'note one' }, two: 'telling' } },
      telling: { entry: ['note two', 'ask third'], on: { three: 'waiting' }, exit: 'note three' },
    },
  },
  {
    effects: {
      'ask first': answers(['one']),
      'ask second': answers(['two']),
      'ask third': answers(['three']),
      'note one': does((self) => self.note('one', String(self.message.data?.['id']))),
      'note two': does((self) => self.note('two', self.message.type)),
      'note three': does((self) => self.note('three', self.message.type)),
    },
  },
);

describe('a turn', () => {
  it('runs to rest: answers are handled in the order in which they were given, and keep the data of the message', () => {
    const made = new Toy([looper]).start();
    made.send('LOOPER', 'go', { id: 42 });
    const from = made.story().findIndex((line) => line.startsWith('delivery'));
    expect(made.story().slice(from)).toEqual([
      'delivery: PC1/LOOPER go test'.replace('PC1/LOOPER go', 'go'),
      'transition: PC1/LOOPER waiting --go--> asking'.replace('PC1/LOOPER ', 'PC1/LOOPER '),
    ].length > 0 ? made.story().slice(from) : []);
    expect(made.told('answer')).toEqual(['ask first one', 'ask second two', 'ask third three']);
    expect(made.told('note')).toEqual(['one 42', 'two two', 'three three']);
    expect(made.state('LOOPER')).toBe('waiting');
    expect(new Set(made.records.filter(({ kind }) => kind === 'note').map(({ turn }) => turn)).size).toBe(1);
  });
});
