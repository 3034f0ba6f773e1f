import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SqlConnection, SqlEngine } from '../../src/world/index.ts';
import { projectFolder, smsim } from './desk.ts';

let broken = /broken engine/;

/** An engine with a mistake, which shows at some statements. */
function breaking(engine: SqlEngine): SqlEngine {
  return {
    open(image) {
      const connection = engine.open(image);
      return new Proxy(connection, {
        get(target, name: keyof SqlConnection) {
          const method = target[name].bind(target) as (...given: readonly unknown[]) => unknown;
          return (...given: readonly unknown[]) => {
            if (broken.test(String(given[0]))) throw new TypeError('the engine broke');
            return method(...given);
          };
        },
      });
    },
  };
}

vi.mock(import('../../src/cli/workshop.ts'), async (importOriginal) => {
  const { runTools } = await importOriginal();
  return {
    runTools: async (options) => {
      const tools = await runTools(options);
      return { ...tools, sqlEngine: breaking(tools.sqlEngine) };
    },
  };
});

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-breakdown-'));
});

afterAll(() => rm(folder, { recursive: true }));

const files = (...names: readonly string[]): readonly string[] =>
  names.map((name) => path.join(projectFolder, 'test', 'cli', `${name}.yaml`));

const contradiction = 'scenarios/contradiction';
const mismatch = 'scenarios/mismatch';
const limit = 'breaking/limit';
const fault = 'breaking/fault';

describe('smsim run, where several codes apply', () => {
  it.each([
    [[contradiction, mismatch], 5],
    [[limit, contradiction, mismatch], 4],
    [[limit, fault, contradiction, mismatch], 3],
  ])('%j end with %i', async (names, code) => {
    const outcome = await smsim(['run', ...files(...names)], { workingFolder: folder });
    expect(outcome.code).toBe(code);
    expect(outcome.output).toContain(`${names.length + 1} runs`);
  });

  it('says what was waiting when a limit was reached', async () => {
    const { code, output } = await smsim(['run', ...files(limit)], { workingFolder: folder });
    expect(code).toBe(4);
    expect(output).toContain('too many turns in one instant');
    expect(output).toMatch(/^ {4}event for scenario from scenario$/m);
  });
});

describe('a fault of smsim', () => {
  it.each([
    ['at a step', /broken engine/],
    ['while the site is set up', /insert/i],
  ])('%s is told with seed, turn and the file of its checkpoint', async (_when, statement) => {
    broken = statement;
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
    const { code, output, complaints } = await smsim(['run', ...files(fault), '--seed', '7'], {
      workingFolder: folder,
    });
    const [, turn, name = ''] = /^fault of smsim at seed 7, turn (\d+); checkpoint in (.*)$/m.exec(complaints) ?? [];
    expect([code, output]).toEqual([3, expect.stringContaining('the engine broke')]);
    expect(await readdir(folder)).toEqual([path.basename(name)]);
    const kept = JSON.parse(await readFile(path.join(folder, path.basename(name)), 'utf8')) as {
      readonly seed: number;
      readonly turn: number;
      readonly checkpoint: unknown;
    };
    expect([kept.seed, kept.turn, kept.checkpoint !== null]).toEqual([7, Number(turn), true]);
  });
});
