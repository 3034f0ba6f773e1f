import { describe, expect, it } from 'vitest';
import { RandomStreams } from '../../src/kernel/index.ts';

function draws(streams: RandomStreams, name: string, count: number): number[] {
  const stream = streams.stream(name);
  return Array.from({ length: count }, () => stream.integer(0, 1_000_000));
}

describe('random streams', () => {
  it('draw the same numbers from the same seed and name', () => {
    expect(draws(new RandomStreams(7), 'CAP choice', 5)).toEqual(draws(new RandomStreams(7), 'CAP choice', 5));
  });

  it('differ by name and by seed', () => {
    const base = draws(new RandomStreams(7), 'CAP choice', 5);
    expect(draws(new RandomStreams(7), 'file names', 5)).not.toEqual(base);
    expect(draws(new RandomStreams(8), 'CAP choice', 5)).not.toEqual(base);
  });

  it('are not shifted by draws from another stream', () => {
    const streams = new RandomStreams(7);
    draws(streams, 'file names', 100);
    expect(draws(streams, 'CAP choice', 5)).toEqual(draws(new RandomStreams(7), 'CAP choice', 5));
  });

  it('go on where they were after save and restore', () => {
    const streams = new RandomStreams(7);
    draws(streams, 'CAP choice', 3);
    const other = new RandomStreams(0);
    other.restore(streams.save());
    expect(draws(other, 'CAP choice', 5)).toEqual(draws(streams, 'CAP choice', 5));
  });

  it('are drawn from another seed after a change of seed, also those that come back from a save', () => {
    const streams = new RandomStreams(7);
    draws(streams, 'CAP choice', 3);
    streams.reseed(8);
    const other = new RandomStreams(7);
    other.restore(streams.save());
    const expected = draws(new RandomStreams(8), 'CAP choice', 5);
    expect(draws(streams, 'CAP choice', 5)).toEqual(expected);
    expect(draws(other, 'CAP choice', 5)).toEqual(expected);
  });
});
