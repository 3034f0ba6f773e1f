import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, builtProgram, smsimProcess } from './build.ts';
import { smsim } from './desk.ts';

const good = 'test/cli/scenarios/as-expected.yaml';

beforeAll(() => build(), 120_000);

describe('the built program', () => {
  it('tells its version and loads nothing else for it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'smsim-loaded-'));
    const { code, output } = await smsimProcess(['--version'], { environment: { NODE_V8_COVERAGE: folder } });
    expect([code, output]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
    const loaded = await filesLoaded(folder);
    expect(loaded).toContain('cli/main.js');
    expect(loaded.filter((file) => !file.startsWith('cli/'))).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('finds the heads that the sources find', async () => {
    const given = ['run', good, '--reporter', 'json'];
    expect((await smsimProcess(given)).output).toBe((await smsim(given)).output);
  });

  it('passes its own exit code on', async () => {
    expect((await smsimProcess(['run', 'test/cli/scenarios/mismatch.yaml'])).code).toBe(1);
    expect((await smsimProcess(['rum'])).code).toBe(2);
  });

  it('finds the same heads for the tour in another zone and language', async () => {
    const given = ['run', 'scenarios/tour', '--reporter', 'json'];
    const environment = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect((await smsimProcess(given, { environment })).output).toBe((await smsim(given)).output);
  });

  it('is deterministic in a second process, another zone and language, and on another Node', async () => {
    const given = ['check-determinism', good, '--node', process.execPath];
    const { code, output } = await smsim(given, { program: builtProgram });
    expect([code, output]).toEqual([0, expect.stringContaining('1 case, all deterministic')]);
  });

  it.runIf(process.platform !== 'win32')(
    'ends at Ctrl-C with what is known so far',
    async () => {
      const { code, output } = await smsimProcess(['run', good, '--seeds', '500'], {
        heard: (complaint, signal) => {
          if (complaint.includes('50 of 500')) signal('SIGINT');
        },
      });
      expect(code).toBe(130);
      expect(output).toMatch(/^\d+ runs, \d+ as expected, \d+ not run: interrupted\n/);
    },
    60_000,
  );
});

/** The files of the built program that Node loaded, by its own account, below the folder of the build. */
async function filesLoaded(folder: string): Promise<readonly string[]> {
  const [report = ''] = await readdir(folder);
  const { result } = JSON.parse(await readFile(path.join(folder, report), 'utf8')) as {
    readonly result: readonly { readonly url: string }[];
  };
  const root = pathToFileURL(path.join(builtProgram, '..', '..') + path.sep).href;
  return result.filter(({ url }) => url.startsWith(root)).map(({ url }) => url.slice(root.length));
}
