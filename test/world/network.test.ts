import { describe, expect, it } from 'vitest';
import { second } from '../../src/kernel/index.ts';
import { Network, defaultLink, localBytesPerSecond, win32 } from '../../src/world/index.ts';
import { WorldBench } from './world-bench.ts';

describe('network', () => {
  it('knows a link by its two ends in any order and case', () => {
    const network = new Network();
    network.change('PC1', 'CAP1', { bytesPerSecond: 7000 });
    expect(network.link('cap1', 'pc1')).toEqual({ ...defaultLink, bytesPerSecond: 7000 });
    expect(network.link('PC2', 'CAP1')).toEqual(defaultLink);
  });

  it('changes some properties of a link and keeps the others', () => {
    const network = new Network();
    network.change('PC1', 'CAP1', { bytesPerSecond: 7000 });
    network.change('CAP1', 'PC1', { cut: true });
    expect(network.link('PC1', 'CAP1')).toEqual({ ...defaultLink, bytesPerSecond: 7000, cut: true });
  });

  it('carries nothing over a cut link, and everything again when it is mended', () => {
    const network = new Network();
    network.change('PC1', 'CAP1', { cut: true });
    expect(network.connected('CAP1', 'PC1')).toBe(false);
    expect(network.connected('PC2', 'CAP1')).toBe(true);
    network.change('PC1', 'CAP1', { cut: false });
    expect(network.connected('PC1', 'CAP1')).toBe(true);
  });

  it('always connects a computer with itself', () => {
    const network = new Network();
    network.change('PC1', 'pc1', { cut: true });
    network.partition([['PC1'], ['CAP1']]);
    expect(network.connected('PC1', 'pc1')).toBe(true);
  });

  it.each([
    ['PC1', 'pc2', true],
    ['PC1', 'CAP1', false],
    ['PC1', 'PC9', false],
    ['PC8', 'PC9', true],
  ])('split into [PC1 PC2] and [CAP1], %s reaches %s: %s', (from, to, connected) => {
    const network = new Network();
    network.partition([['PC1', 'PC2'], ['cap1']]);
    expect(network.connected(from, to)).toBe(connected);
    network.partition([]);
    expect(network.connected(from, to)).toBe(true);
  });

  it.each([
    ['PC1', 'CAP1', 0, defaultLink.latency],
    ['PC1', 'CAP1', defaultLink.bytesPerSecond * 3, 3 * second + defaultLink.latency],
    ['PC1', 'CAP1', 1, defaultLink.latency + 1],
    ['PC1', 'pc1', localBytesPerSecond * 2, 2 * second],
    ['PC1', 'PC1', 0, 0],
  ])('takes from %s to %s for %d bytes %d ms', (from, to, bytes, time) => {
    expect(new Network().transferTime(from, to, bytes)).toBe(time);
  });

  it('takes longer over a slow link', () => {
    const network = new Network();
    network.change('PC1', 'CAP1', { bytesPerSecond: 100, latency: 20 });
    expect(network.transferTime('CAP1', 'PC1', 1000)).toBe(10 * second + 20);
  });

  it('adds up what a link has carried in both directions, and nothing within one computer', () => {
    const network = new Network();
    network.count('PC1', 'CAP1', 100);
    network.count('cap1', 'pc1', 11);
    network.count('PC1', 'PC1', 1000);
    expect(network.carried('CAP1', 'PC1')).toBe(111);
    expect(network.carried('PC1', 'PC1')).toBe(0);
  });

  it('is saved and restored whole', () => {
    const network = new Network();
    network.change('PC1', 'CAP1', { held: true, latency: 3 });
    network.count('PC1', 'CAP1', 5);
    network.partition([['PC1'], ['PC2']]);
    const restored = new Network();
    restored.count('OLD', 'PC1', 9);
    restored.restore(JSON.parse(JSON.stringify(network.save())) as ReturnType<Network['save']>);
    expect(restored.save()).toEqual(network.save());
    expect(restored.carried('OLD', 'PC1')).toBe(0);
    expect(restored.connected('PC1', 'PC2')).toBe(false);
  });
});

describe('reaching another computer', () => {
  it.each([
    ['there is none of that name', 'PC9', () => undefined],
    ['it is off', 'CAP1', (bench: WorldBench) => void (bench.computer('CAP1').power = 'off')],
    ['the one that asks is off', 'CAP1', (bench: WorldBench) => void (bench.computer('PC1').power = 'off')],
    ['the link is cut', 'CAP1', (bench: WorldBench) => bench.world.network.change('PC1', 'CAP1', { cut: true })],
    ['the network is split', 'CAP1', (bench: WorldBench) => bench.world.network.partition([['PC1']])],
  ])('is error 53 when %s', (_why, target, disturb) => {
    const bench = new WorldBench();
    disturb(bench);
    expect(bench.world.reach('PC1', target)).toEqual({ ok: false, error: win32.badNetPath });
  });

  it('is error 121 for requests over a held link, until it is released, and not within the computer', () => {
    const { world } = new WorldBench();
    world.network.change('PC1', 'CAP1', { held: true });
    const timeout = { ok: false, error: win32.semaphoreTimeout };
    expect([world.answers('PC1', 'CAP1'), world.answers('CAP1', 'pc1')]).toEqual([timeout, timeout]);
    expect(world.connect('PC1', 'CAP1', 'SMSClient_ABC', 'secret')).toEqual(timeout);
    expect([world.answers('CAP1', 'CAP1').ok, world.answers('PC2', 'CAP1').ok]).toEqual([true, true]);
    world.network.change('PC1', 'CAP1', { held: false });
    expect(world.answers('PC1', 'CAP1').ok).toBe(true);
  });

  it('succeeds otherwise, also to itself', () => {
    const { world } = new WorldBench();
    expect([world.reach('PC1', 'CAP1').ok, world.reach('pc1', 'PC1').ok]).toEqual([true, true]);
  });
});
