import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole, writeWholeFolder } from '../../src/cli/output-file.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-output-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('an output file', () => {
  it('is whole, and nothing is left beside it', async () => {
    await writeWhole(path.join(folder, 'deep', 'report.json'), 'text');
    expect(await readdir(path.join(folder, 'deep'))).toEqual(['report.json']);
    expect(await readFile(path.join(folder, 'deep', 'report.json'), 'utf8')).toBe('text');
  });

  it('that cannot take its place leaves nothing behind', async () => {
    await writeWhole(path.join(folder, 'taken', 'file'), 'text');
    await expect(writeWhole(path.join(folder, 'taken'), 'text')).rejects.toThrow('cannot write');
    expect(await readdir(folder)).toEqual(['taken']);
  });
});

describe('an output folder', () => {
  it('appears only when it is whole', async () => {
    const target = path.join(folder, 'out');
    await writeWholeFolder(target, async (beside) => {
      expect(await readdir(folder)).not.toContain('out');
      await writeFile(path.join(beside, 'a'), 'a');
    });
    expect(await readdir(folder)).toEqual(['out']);
    expect(await readdir(target)).toEqual(['a']);
  });

  it('leaves nothing behind when filling it fails', async () => {
    const fail = () => Promise.reject(new Error('no more room'));
    await expect(writeWholeFolder(path.join(folder, 'out'), fail)).rejects.toThrow('no more room');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused where something lies in it', async () => {
    await writeFile(path.join(folder, 'mine.txt'), 'mine');
    await expect(writeWholeFolder(folder, () => Promise.resolve())).rejects.toThrow('is not empty');
    expect(await readdir(folder)).toEqual(['mine.txt']);
  });
});
