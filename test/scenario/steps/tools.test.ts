import { describe, expect, it } from 'vitest';
import { StepBench } from './step-bench.ts';

describe('the tools of the time', () => {
  it('invsync is typed on the site server unless a step says otherwise', () => {
    const bench = new StepBench();
    bench.done('invsync: hw PC1', 'invsync: { on: CAP1, arguments: hw PC1 }');
    expect(bench.toolRuns).toEqual([
      expect.objectContaining({ computer: 'SMSSRV1', command: 'invsync hw PC1', exitCode: 1 }),
      expect.objectContaining({ computer: 'CAP1', exitCode: 1 }),
    ]);
    expect(bench.toolRuns[0]?.output).not.toBe(bench.toolRuns[1]?.output);
    expect(bench.recordsOf('note').map((record) => record.detail)).toContain('invsync hw PC1');
  });

  it('setevnt wakes the components of the client at which it is typed', () => {
    const bench = new StepBench();
    bench.done('setevnt: { on: PC1, arguments: /q }');
    expect(bench.toolRuns[0]).toMatchObject({ command: 'setevnt /q', output: '', exitCode: 1 });
    expect(bench.computer('PC1').dialogs).toEqual([]);
    bench.done('setevnt: { on: PC1 }');
    expect(bench.computer('PC1').dialogs).toHaveLength(1);
  });

  it('smscfg takes names of several words, in quotes or as a list', () => {
    const bench = new StepBench();
    bench.done(
      'smscfg: { on: PC1, arguments: start "Hardware Inventory Agent" }',
      'smscfg: { on: PC1, arguments: [start, Hardware Inventory Agent] }',
      'smscfg: { on: PC1, arguments: sites }',
    );
    expect(bench.toolRuns.map((run) => run.exitCode)).toEqual([1, 1, 0]);
    expect(bench.toolRuns[0]?.output).toBe(bench.toolRuns[1]?.output);
    expect(bench.toolRuns[2]?.output).toBe('ABC');
  });

  it('readsche explains a token', () => {
    const bench = new StepBench();
    bench.done("readsche: '00011700001000F0'", 'readsche: nonsense');
    expect(bench.toolRuns.map((run) => run.exitCode)).toEqual([0, 1]);
  });

  it('cliverify shows and changes how often the clients of one site verify their components', () => {
    const bench = new StepBench();
    const shown = (answer: string) =>
      expect(bench.toolRuns.at(-1)?.output.split('\n').slice(1).join('; ')).toBe(answer);
    bench.done('cliverify: SMSSRV1');
    shown('Periodically Verify Client Installation: on; Verify Interval: 30 days');
    bench.done('cliverify: smssrv1 every 15');
    shown('Periodically Verify Client Installation: on; Verify Interval: 15 days');
    bench.done('cliverify: SMSSRV1 off');
    shown('Periodically Verify Client Installation: off');
    bench.done('cliverify: { on: PC1, arguments: SMSSRV1 }');
    shown('Periodically Verify Client Installation: off');
    expect(bench.toolRuns.map((run) => run.exitCode)).toEqual([0, 0, 0, 0]);
    expect(bench.site.settings['Component verify interval (schedule)']).toBe('');
  });

  it.each([
    ['', 'Usage: cliverify site_server [every DAYS | off]'],
    ['SMSSRV1 sometimes', 'Usage: cliverify site_server [every DAYS | off]'],
    ['SMSSRV1 every', 'Usage: cliverify site_server [every DAYS | off]'],
    ['SMSSRV1 off 3', 'Usage: cliverify site_server [every DAYS | off]'],
    ['SMSSRV1 every 32', 'Verify Interval is 1 to 31 days.'],
    ['SMSSRV1 every 0', 'Verify Interval is 1 to 31 days.'],
    ['CAP1 off', 'CAP1 is not an SMS site server.'],
  ])('cliverify refuses "%s" and changes nothing', (typed, answer) => {
    const bench = new StepBench();
    bench.done(`cliverify: '${typed}'`);
    expect(bench.toolRuns.at(-1)).toMatchObject({ output: answer, exitCode: 1 });
    expect(bench.site.settings).toEqual({});
  });

  it('cliverify does not reach a site server that is off', () => {
    const bench = new StepBench();
    bench.done('power off: SMSSRV1', 'cliverify: { on: CAP1, arguments: SMSSRV1 off }');
    expect(bench.toolRuns.at(-1)).toMatchObject({ output: 'SMSSRV1 cannot be reached.', exitCode: 1 });
  });

  it('nobody types at a computer that is off', () => {
    const bench = new StepBench();
    bench.done('power off: SMSSRV1');
    expect(bench.play('invsync: hw PC1')).toEqual(['SMSSRV1 is off']);
    expect(bench.toolRuns).toEqual([]);
  });
});
