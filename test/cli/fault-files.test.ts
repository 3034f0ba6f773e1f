import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { keepFaults } from '../../src/cli/fault-files.ts';
import type { CaseResult } from '../../src/runner/index.ts';

const result: CaseResult = {
  ...{ scenario: 'A fault', file: 'my/fault.yaml', kb: null, release: '2.0 SP1', variant: 'symptom', verdict: 'fault' },
  ...{ seed: 7, turns: 42, head: 'ab', end: '', mismatches: [], foundations: [], edges: [] },
  breakdown: { kind: 'fault', message: 'it broke', details: ['at here'], checkpoint: '{"turn":41}' },
};

it('leaves a file with seed, turn, stack and checkpoint of each fault, and says where', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'smsim-fault-'));
  const complaints: string[] = [];
  const complain = (text: string): void => void complaints.push(text);
  await keepFaults({ version: '1.0.0', workingFolder: folder, complain } as unknown as Context, [
    result,
    { ...result, verdict: 'mismatch' },
  ]);
  const [file = '', ...more] = await readdir(folder);
  expect(more).toEqual([]);
  expect(complaints.join('')).toBe(`fault of smsim at seed 7, turn 42; checkpoint in ${file}\n`);
  expect(JSON.parse(await readFile(path.join(folder, file), 'utf8'))).toMatchObject({
    ...{ version: '1.0.0', file: 'my/fault.yaml', release: '2.0 SP1', seed: 7, turn: 42, message: 'it broke' },
    ...{ stack: ['at here'], checkpoint: { turn: 41 } },
  });
  await rm(folder, { recursive: true });
});
