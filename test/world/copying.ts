import { expect } from 'vitest';
import { WorldBench } from './world-bench.ts';

export const source = 'C:\\Smsdisc.ddr';
export const target = '\\\\CAP1\\CAP_ABC\\ddr.box\\1.ddr';
export const landed = 'C:\\CAP_ABC\\ddr.box\\1.ddr';
export const bytes = 10_000;

/** PC1 copies 10,000 bytes to CAP1 at 1,000 bytes a second: ten seconds, no latency. */
export function copying(more: Parameters<WorldBench['copy']>[2] = {}): WorldBench {
  const bench = new WorldBench();
  for (const other of ['PC1', 'PC2']) bench.world.network.change(other, 'CAP1', { bytesPerSecond: 1000, latency: 0 });
  bench.write('PC1', source, bytes);
  expect(bench.copy(source, target, more).ok).toBe(true);
  return bench;
}

/** Changes the link between PC1 and CAP1 under the copy. */
export function change(bench: WorldBench, link: Parameters<WorldBench['world']['network']['change']>[2]): void {
  bench.world.network.change('PC1', 'CAP1', link);
  bench.world.transfers.linkChanged();
}

/** What a reader on PC2 gets for the target: 0 or an error. */
export function readError(bench: WorldBench): number {
  const outcome = bench.access('PC2').read(target);
  return outcome.ok ? 0 : outcome.error;
}
