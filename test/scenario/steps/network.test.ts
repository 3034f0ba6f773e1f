import { describe, expect, it } from 'vitest';
import { defaultLink } from '../../../src/world/index.ts';
import { second } from '../../../src/kernel/index.ts';
import { StepBench } from './step-bench.ts';

const reaches = (bench: StepBench, from: string, to: string): boolean => bench.world.reach(from, to).ok;

describe('cut and heal', () => {
  it('one link, or all links of a computer', () => {
    const bench = new StepBench();
    bench.done('cut: { between: [PC1, CAP1] }');
    expect([reaches(bench, 'PC1', 'CAP1'), reaches(bench, 'PC1', 'SMSSRV1')]).toEqual([false, true]);
    bench.done('heal: { between: [PC1, CAP1] }', 'cut: PC1');
    expect([reaches(bench, 'PC1', 'CAP1'), reaches(bench, 'PC1', 'SMSSRV1')]).toEqual([false, false]);
    bench.done('heal: PC1');
    expect([reaches(bench, 'PC1', 'CAP1'), reaches(bench, 'PC1', 'SMSSRV1')]).toEqual([true, true]);
  });

  it('heal all ends a partition and every cut', () => {
    const bench = new StepBench();
    bench.done('partition: [[SMSSRV1, CAP1], [PC1]]', 'cut: { between: [SMSSRV1, CAP1] }');
    expect([reaches(bench, 'PC1', 'CAP1'), reaches(bench, 'PC2', 'CAP1')]).toEqual([false, false]);
    bench.done('heal: all');
    expect([reaches(bench, 'PC1', 'CAP1'), reaches(bench, 'SMSSRV1', 'CAP1')]).toEqual([true, true]);
  });
});

describe('copies under way', () => {
  /** PC1 copies 10 KB to the CAP at 1 KB a second, which takes ten seconds. */
  function copying(): StepBench {
    const bench = new StepBench();
    bench.done('slow: { between: [PC1, CAP1], per second: 1 KB }', "write: { on: PC1, path: 'C:\\big', size: 10 KB }");
    bench.done('service: { on: PC1, name: SMS Client Service, do: start }');
    const process = [...bench.simulation.processes.values()].find((one) => one.computer.name === 'PC1');
    process?.copy('C:\\big', 'C:\\own');
    const request = { process: 'somebody', computer: 'PC1', source: 'C:\\big', target: '\\\\CAP1\\CAP_ABC\\big' };
    const access = process?.files;
    if (access === undefined) throw new Error('no process on PC1');
    bench.world.accounts.set('SYSTEM', { groups: ['Administrators'] });
    expect(bench.world.transfers.start({ ...request, access }).ok).toBe(true);
    return bench;
  }

  it('a cut leaves a partial file', () => {
    const bench = copying();
    bench.pass(5 * second);
    bench.done('cut: { between: [PC1, CAP1] }');
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\big')?.size).toBeLessThan(10 * 1024);
    bench.pass(60 * second);
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\big')?.size).toBeLessThan(10 * 1024);
  });

  it('a held link loses nothing', () => {
    const bench = copying();
    bench.pass(5 * second);
    bench.done('hold: { between: [PC1, CAP1] }');
    bench.pass(60 * second);
    expect(bench.world.transfers.active().map((copy) => copy.to)).toContain('CAP1');
    bench.done('release: { between: [PC1, CAP1] }');
    bench.pass(60 * second);
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\big')?.size).toBe(10 * 1024);
  });

  it('all links of a computer are held and released alike', () => {
    const bench = copying();
    bench.done('hold: PC1');
    bench.pass(60 * second);
    bench.done('release: { links: PC1 }');
    bench.pass(60 * second);
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\big')?.size).toBe(10 * 1024);
  });
});

describe('slow', () => {
  it('changes speed and latency and keeps what it does not name', () => {
    const bench = new StepBench();
    bench.done('slow: { of: PC1, per second: 3 KB }', 'slow: { between: [PC1, CAP1], latency: 200ms }');
    expect(bench.world.network.link('PC1', 'CAP1')).toEqual({ ...defaultLink, bytesPerSecond: 3072, latency: 200 });
    expect(bench.world.network.link('PC1', 'CAP2').latency).toBe(defaultLink.latency);
    expect(bench.play('slow: { of: PC1, per second: 0 bytes }')).toEqual([
      'a link of 0 bytes per second is cut: use cut',
    ]);
  });
});
