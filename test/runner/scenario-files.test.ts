import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findScenarioFiles } from '../../src/runner/index.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-files-'));
  for (const name of [
    'lib/b.yaml',
    'lib/a.yml',
    'lib/note.txt',
    'lib/deep/c.yaml',
    'lib/sites/single.yaml',
    'top.yaml',
  ]) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), '');
  }
});

afterAll(() => rm(folder, { recursive: true }));

describe('naming scenario files', () => {
  it.each([
    ['a folder: every scenario below it, but no sites', ['lib'], ['lib/a.yml', 'lib/b.yaml', 'lib/deep/c.yaml']],
    ['a folder with a slash behind it', ['lib/deep/'], ['lib/deep/c.yaml']],
    ['a file', ['lib/b.yaml'], ['lib/b.yaml']],
    ['the working folder', ['.'], ['lib/a.yml', 'lib/b.yaml', 'lib/deep/c.yaml', 'top.yaml']],
    ['a glob', ['lib/*.yaml'], ['lib/b.yaml']],
    ['a glob from the working folder', ['./lib/*.yaml'], ['lib/b.yaml']],
    ['a glob as Windows writes it', ['.\\lib\\*.yaml', 'lib\\deep\\*'], ['lib/b.yaml', 'lib/deep/c.yaml']],
    ['a glob over folders', ['**/*.yaml'], ['lib/b.yaml', 'lib/deep/c.yaml', 'lib/sites/single.yaml', 'top.yaml']],
    ['the same file twice', ['lib/b.yaml', 'lib/*.yaml'], ['lib/b.yaml']],
  ])('%s', async (_name, given, files) => {
    expect(await findScenarioFiles(given, folder)).toEqual({ files, missing: [] });
  });

  it('says for which names there is nothing', async () => {
    const found = await findScenarioFiles(['lib/b.yaml', 'nowhere.yaml', 'none/*.yaml'], folder);
    expect(found).toEqual({ files: ['lib/b.yaml'], missing: ['nowhere.yaml', 'none/*.yaml'] });
  });
});
