import { beforeAll, describe, expect, it } from 'vitest';
import { build, builtProgram, smsimProcess } from './build.ts';
import { smsim } from './desk.ts';

const good = 'test/cli/scenarios/as-expected.yaml';

beforeAll(build, 120_000);

describe('the built program', () => {
  it('tells its version and loads nothing else for it', async () => {
    const begun = performance.now();
    const { code, output } = await smsimProcess(['--version']);
    expect([code, output]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
    // The budget is 150 ms; a busy machine gets room, a program that loads everything does not.
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('finds the heads that the sources find', async () => {
    const given = ['run', good, '--reporter', 'json'];
    expect((await smsimProcess(given)).output).toBe((await smsim(given)).output);
  });

  it('passes its own exit code on', async () => {
    expect((await smsimProcess(['run', 'test/cli/scenarios/mismatch.yaml'])).code).toBe(1);
    expect((await smsimProcess(['rum'])).code).toBe(2);
  });

  it('is deterministic in a second process, another zone and language, and on another Node', async () => {
    const given = ['check-determinism', good, '--node', process.execPath];
    const { code, output } = await smsim(given, { program: builtProgram });
    expect([code, output]).toEqual([0, expect.stringContaining('1 case, all deterministic')]);
  });

  it.runIf(process.platform !== 'win32')(
    'ends at Ctrl-C with what is known so far',
    async () => {
      const { code, output } = await smsimProcess(['run', good, '--seeds', '500'], (complaint, signal) => {
        if (complaint.includes('50 of 500')) signal('SIGINT');
      });
      expect(code).toBe(130);
      expect(output).toMatch(/^\d+ runs, \d+ as expected, \d+ not run: interrupted\n/);
    },
    60_000,
  );
});
