import { describe, expect, it } from 'vitest';
import { second } from '../../src/kernel/index.ts';
import { FileAccess, win32 } from '../../src/world/index.ts';
import { bytes, change, copying, landed, readError, source, target } from './copying.ts';
import { WorldBench, administrator, noon } from './world-bench.ts';

describe('a copy that takes time', () => {
  it('makes its target at once, shows half of it at half time and all of it at the end', () => {
    const bench = copying();
    expect(bench.size('CAP1', landed)).toBe(0);
    bench.pass(5 * second - 1);
    expect(bench.size('CAP1', landed)).toBe(0);
    bench.pass(1);
    expect(bench.size('CAP1', landed)).toBe(5000);
    bench.pass(5 * second - 1);
    expect(bench.messages()).toEqual([]);
    bench.pass(1);
    expect(bench.size('CAP1', landed)).toBe(bytes);
    expect(bench.messages()).toEqual([[10 * second, 'copied', 0]]);
  });

  it('keeps readers out with error 32 until it is complete, and others from writing its source', () => {
    const bench = copying();
    expect(readError(bench)).toBe(win32.sharingViolation);
    const write = bench.computer('PC1').files.write(administrator, source, { size: 1 });
    expect(write).toEqual({ ok: false, error: win32.sharingViolation });
    bench.pass(9 * second);
    expect(readError(bench)).toBe(win32.sharingViolation);
    bench.pass(second);
    expect(readError(bench)).toBe(0);
    expect(bench.computer('PC1').files.openHandles()).toEqual([]);
    expect(bench.computer('CAP1').files.openHandles()).toEqual([]);
  });

  it('keeps bytes, version, attributes and last write of its source, but not the time it was created', () => {
    const bench = new WorldBench();
    const { files } = bench.computer('PC1');
    const attributes = { readOnly: true };
    files.write(administrator, source, { size: 5, token: 'x' }, { version: '2.0', modified: noon - 500, attributes });
    bench.pass(second);
    bench.copy(source, target);
    bench.pass(second);
    const facts = bench.computer('CAP1').files.stat(administrator, landed);
    expect(facts).toMatchObject({
      ok: true,
      value: { version: '2.0', modified: noon - 500, created: noon + second, attributes: { readOnly: true }, size: 5 },
    });
  });

  it('of nothing, or within one computer, ends as well', () => {
    const bench = new WorldBench();
    bench.write('PC1', source, 0);
    bench.copy(source, 'C:\\copy.ddr');
    bench.pass(0);
    expect(bench.messages()).toEqual([[0, 'copied', 0]]);
    expect(bench.size('PC1', 'C:\\copy.ddr')).toBe(0);
  });

  it('tells source and target with the message', () => {
    const bench = copying();
    bench.pass(10 * second);
    expect(bench.received[0]).toMatchObject({ receiver: 'PC1/agent', message: { data: { source, target } } });
  });
});

describe('a copy is not started', () => {
  it.each([
    ['without its source', 2, (bench: WorldBench) => bench.computer('PC1').files.delete(administrator, source)],
    ['over a cut wire', 53, (bench: WorldBench) => bench.world.network.change('PC1', 'CAP1', { cut: true })],
    ['without the share', 67, (bench: WorldBench) => bench.computer('CAP1').files.removeShare('CAP_ABC')],
    ['over a held wire', 121, (bench: WorldBench) => bench.world.network.change('PC1', 'CAP1', { held: true })],
    ['without an account', 1326, (bench: WorldBench) => bench.world.accounts.delete('Administrator')],
  ])('%s: error %d', (_why, error, disturb) => {
    const bench = new WorldBench();
    bench.write('PC1', source, bytes);
    disturb(bench);
    expect(bench.copy(source, target)).toEqual({ ok: false, error });
    expect(bench.world.transfers.active()).toEqual([]);
    expect(bench.computer('PC1').files.openHandles()).toEqual([]);
    expect(bench.queue.size).toBe(0);
  });

  it('on a target that somebody holds open (32), nor from a source that is being written', () => {
    const bench = copying();
    expect(bench.copy(source, target)).toEqual({ ok: false, error: win32.sharingViolation });
    expect(bench.copy(target, 'C:\\back.ddr')).toEqual({ ok: false, error: win32.sharingViolation });
    expect(bench.size('PC1', 'C:\\back.ddr')).toBeUndefined();
  });

  it('on a target that exists, when it must be new (80); it is overwritten otherwise', () => {
    const bench = new WorldBench();
    bench.write('PC1', source, bytes);
    bench.write('CAP1', landed, 7);
    expect(bench.copy(source, target, { onlyNew: true })).toEqual({ ok: false, error: win32.fileExists });
    expect(bench.size('CAP1', landed)).toBe(7);
    expect(bench.copy(source, target).ok).toBe(true);
    expect(bench.size('CAP1', landed)).toBe(0);
  });
});

describe('a copy onto a full drive', () => {
  it.each([
    [0, 5],
    [4000, 5],
    [6000, 10],
  ])('with %d bytes free fails with error 112 after %d s and leaves what fitted', (free, after) => {
    const bench = copying();
    bench.computer('CAP1').files.fillDrive('C', free);
    bench.pass(20 * second);
    expect(bench.messages()).toEqual([[after * second, 'copy failed', win32.diskFull]]);
    expect(bench.size('CAP1', landed)).toBe(free);
    expect(bench.computer('CAP1').files.openHandles()).toEqual([]);
  });
});

describe('bytes of copies', () => {
  it('are counted on the link they crossed', () => {
    const bench = copying();
    bench.pass(10 * second);
    expect(bench.world.network.carried('CAP1', 'PC1')).toBe(bytes);
    bench.copy(target, 'C:\\back.ddr');
    bench.pass(10 * second);
    expect(bench.world.network.carried('CAP1', 'PC1')).toBe(2 * bytes);
    expect(bench.world.network.carried('CAP1', 'PC2')).toBe(0);
  });
});

describe('copies in a checkpoint', () => {
  it('go on after restoring as if nothing had been', () => {
    const bench = copying();
    bench.pass(2 * second);
    change(bench, { bytesPerSecond: 500 });
    const restored = new WorldBench();
    restored.now = bench.now;
    restored.queue.restore(bench.queue.save());
    restored.world.restore(JSON.parse(JSON.stringify(bench.world.save())) as ReturnType<typeof bench.world.save>);
    for (const one of [bench, restored]) {
      one.pass(3 * second);
      change(one, { bytesPerSecond: 1000 });
      one.pass(30 * second);
      expect(one.messages()).toEqual([[11_500, 'copied', 0]]);
      expect(one.size('CAP1', landed)).toBe(bytes);
    }
    expect(restored.world.save()).toEqual(bench.world.save());
  });
});

describe('two copies at once', () => {
  it('to one target: the second gets error 32 and the first is not disturbed', () => {
    const bench = copying();
    bench.write('PC2', source, 5);
    const access = new FileAccess(bench.world, bench.computer('PC2'), 'PC2/agent', 'Administrator');
    expect(bench.copy(source, target, { computer: 'PC2', process: 'PC2/agent', access })).toEqual({
      ok: false,
      error: win32.sharingViolation,
    });
    bench.pass(10 * second);
    expect(bench.size('CAP1', landed)).toBe(bytes);
  });
});
