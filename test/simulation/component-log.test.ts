import { describe, expect, it } from 'vitest';
import { Toy, administrator, does, toy } from './toy-product.ts';

const machine = { initial: 'a', states: { a: { on: { say: { actions: 'say' } } } } };
const say = does((self) => self.log(String(self.message.data?.['text'])));

function logger(side: 'client' | 'server', name = 'LOGGER'): ReturnType<typeof toy> {
  return toy(name, machine, { log: { file: 'Toy.log', component: 'TOY', side }, effects: { say } });
}

const path = 'C:\\TOY\\Logs\\Toy.log';
const switchKey = 'HKLM\\Software\\Microsoft\\SMS\\Tracing\\LOGGER';

function lines(made: Toy, file = path): readonly string[] {
  const text = made.computer().files.readText(administrator, file);
  return text.ok ? text.value.split('\r\n').slice(0, -1) : [];
}

describe('the log of a component', () => {
  it('is written on clients from the start, with component, local time and thread', () => {
    const made = new Toy([logger('client')]).start().send('LOGGER', 'say', { text: 'hello' });
    expect(lines(made)).toEqual([
      expect.stringMatching(/^hello {2}\$\$<TOY><Mon Nov 15 12:00:00.* 1999.*><thread=100/),
    ]);
    expect(made.told('log')).toEqual(['Toy.log hello']);
  });

  it('is off on servers until it is switched on in the registry, and off again (Q214969)', () => {
    const made = new Toy([logger('server')]).start().send('LOGGER', 'say', { text: 'unheard' });
    made.computer().registry.set(switchKey, 'Enabled', { type: 'REG_DWORD', data: 1 });
    made.send('LOGGER', 'say', { text: 'heard' });
    made.computer().registry.set(switchKey, 'Enabled', { type: 'REG_DWORD', data: 0 });
    made.send('LOGGER', 'say', { text: 'unheard again' });
    expect(lines(made)).toEqual([expect.stringMatching(/^heard {2}/)]);
    expect(made.told('log')).toEqual(['Toy.log heard']);
  });

  it.each([
    ['client', 100 * 1024],
    ['server', 2 * 1024 * 1024],
  ] as const)('of a %s becomes .lo_ when it holds more than %d bytes, and the old .lo_ is gone', (side, limit) => {
    const made = new Toy([logger(side)]).start();
    made.computer().registry.set(switchKey, 'Enabled', { type: 'REG_DWORD', data: 1 });
    const { files } = made.computer();
    files.writeText(administrator, 'C:\\TOY\\Logs\\Toy.lo_', 'older');
    files.writeText(administrator, path, 'x'.repeat(limit));
    made.send('LOGGER', 'say', { text: 'the last of the old' });
    expect(lines(made)).toHaveLength(1);
    made.send('LOGGER', 'say', { text: 'the first of the new' });
    expect(lines(made)).toEqual([expect.stringMatching(/^the first of the new/)]);
    expect(lines(made, 'C:\\TOY\\Logs\\Toy.lo_')).toEqual([expect.stringContaining('the last of the old')]);
  });

  it('is not written for a component without one, nor on computers whose logs are not kept', () => {
    const silent = toy('LOGGER', machine, { effects: { say } });
    const without = new Toy([silent]).start().send('LOGGER', 'say', { text: 'hello' });
    const unkept = new Toy([logger('client')], { logComputers: new Set(['PC2']) }).start();
    unkept.send('LOGGER', 'say', { text: 'hello' });
    expect([lines(without), lines(unkept)]).toEqual([[], []]);
    expect([without.told('log'), unkept.told('log')]).toEqual([[], []]);
  });
});
