import { describe, expect, it } from 'vitest';
import { second } from '../../src/kernel/index.ts';
import { win32 } from '../../src/world/index.ts';
import { change, copying, landed, readError } from './copying.ts';

describe('a copy under way', () => {
  it('breaks off when the wire is cut: error 64, and what had passed stays', () => {
    const bench = copying();
    bench.pass(3 * second);
    change(bench, { cut: true });
    expect(bench.size('CAP1', landed)).toBe(3000);
    bench.pass(20 * second);
    expect(bench.messages()).toEqual([[3 * second, 'copy failed', win32.networkNameDeleted]]);
    expect(bench.size('CAP1', landed)).toBe(3000);
    expect(bench.computer('CAP1').files.openHandles()).toEqual([]);
    expect(bench.world.network.carried('PC1', 'CAP1')).toBe(3000);
  });

  it('breaks off when the network is split', () => {
    const bench = copying();
    bench.pass(second);
    bench.world.network.partition([['PC1']]);
    bench.world.transfers.linkChanged();
    bench.pass(0);
    expect(bench.messages()).toEqual([[second, 'copy failed', win32.networkNameDeleted]]);
  });

  it('waits while its link is held and goes on where it was', () => {
    const bench = copying();
    bench.pass(4 * second);
    change(bench, { held: true });
    bench.pass(60 * second);
    expect(bench.messages()).toEqual([]);
    expect(readError(bench)).toBe(win32.sharingViolation);
    change(bench, { held: false });
    bench.pass(second);
    expect(bench.size('CAP1', landed)).toBe(5000);
    bench.pass(5 * second);
    expect(bench.messages()).toEqual([[70 * second, 'copied', 0]]);
  });

  it('breaks off when its link is cut while it is held, with what had passed before', () => {
    const bench = copying();
    bench.pass(4 * second);
    change(bench, { held: true });
    bench.pass(second);
    change(bench, { cut: true });
    bench.pass(0);
    expect(bench.messages()).toEqual([[5 * second, 'copy failed', win32.networkNameDeleted]]);
    expect(bench.size('CAP1', landed)).toBe(4000);
  });

  it.each([
    ['slower', 4, 500, 16],
    ['much slower', 1, 10, 901],
    ['faster', 5, 5000, 6],
    ['slower after its half', 8, 100, 28],
  ])('over a link that gets %s after %d s (%d bytes/s) ends after %d s', (_how, after, bytesPerSecond, end) => {
    const bench = copying();
    bench.pass(after * second);
    change(bench, { bytesPerSecond });
    bench.pass(end * second - after * second - 1);
    expect(bench.messages()).toEqual([]);
    bench.pass(1);
    expect(bench.messages()).toEqual([[end * second, 'copied', 0]]);
  });

  it('goes at every pace in turn: what has passed at one is kept at the next', () => {
    const bench = copying();
    bench.pass(2 * second);
    change(bench, { bytesPerSecond: 500 });
    bench.pass(4 * second);
    change(bench, { bytesPerSecond: 100 });
    bench.pass(10 * second);
    expect(bench.size('CAP1', landed)).toBe(5000);
    change(bench, { bytesPerSecond: 1000 });
    bench.pass(3 * second);
    change(bench, { cut: true });
    expect(bench.size('CAP1', landed)).toBe(8000);
  });

  it('does not notice changes of other links', () => {
    const bench = copying();
    const before = bench.world.transfers.save();
    bench.pass(3 * second);
    bench.world.network.change('PC2', 'CAP1', { cut: true });
    bench.world.transfers.linkChanged();
    expect(bench.world.transfers.save()).toEqual(before);
    bench.pass(7 * second);
    expect(bench.messages()).toEqual([[10 * second, 'copied', 0]]);
  });

  it.each(['PC1', 'CAP1'])('breaks off when %s loses power', (name) => {
    const bench = copying();
    bench.pass(3 * second);
    bench.computer(name).power = 'off';
    bench.world.transfers.computerLost(name);
    bench.pass(0);
    expect(bench.messages()).toEqual([[3 * second, 'copy failed', win32.networkNameDeleted]]);
    expect(bench.size('CAP1', landed)).toBe(3000);
  });

  it('stops without a word when its process is killed, and leaves a partial file', () => {
    const bench = copying();
    bench.pass(7 * second);
    bench.world.transfers.drop('PC1/agent');
    bench.pass(60 * second);
    expect(bench.messages()).toEqual([]);
    expect(bench.size('CAP1', landed)).toBe(7000);
    expect(readError(bench)).toBe(0);
    expect(bench.world.network.carried('PC1', 'CAP1')).toBe(7000);
    expect(bench.queue.size).toBe(0);
  });

  it('goes on when another process is killed or another computer goes', () => {
    const bench = copying();
    bench.world.transfers.drop('PC2/agent');
    bench.world.transfers.computerLost('PC2');
    bench.pass(10 * second);
    expect(bench.messages()).toEqual([[10 * second, 'copied', 0]]);
  });
});
