import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smsim } from './desk.ts';

describe('smsim reference', () => {
  let folder = '';
  /** A library of its own: whatever the real one holds is not this test's concern. */
  let library = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'smsim-reference-'));
    library = path.join(folder, 'scenarios');
    await mkdir(library);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const type = (...given: readonly string[]) => smsim(['reference', ...given], { workingFolder: folder, library });

  it('writes the pages once, and finds them up to date afterwards', async () => {
    expect((await type('--to', 'pages')).output).toContain('written  pages/components/copy-queue.md\n');
    expect((await type('--to', 'pages')).output).toMatch(/^(\d+) pages, \1 of them up to date\n$/);
    expect((await type('--to', 'pages', '--check')).code).toBe(0);
  });

  it('with --check writes nothing and ends with 1 where a page is another', async () => {
    const { code, output } = await type('--to', 'pages', '--check');
    expect(code).toBe(1);
    expect(output).toContain('not up to date  pages/steps.md\n');
    expect(await readdir(folder)).toEqual(['scenarios']);
  });

  it('removes a generated page without a place, and no other', async () => {
    await type('--to', 'pages');
    const made = await readFile(path.join(folder, 'pages', 'steps.md'), 'utf8');
    await writeFile(path.join(folder, 'pages', 'gone.md'), made);
    await writeFile(path.join(folder, 'pages', 'notes.md'), '# Notes\n');
    const { output } = await type('--to', 'pages');
    expect(output).toContain('removed  pages/gone.md\n');
    const left = await readdir(path.join(folder, 'pages'));
    expect(left).not.toContain('gone.md');
    expect(left).toContain('notes.md');
  });

  it('reads pages with the line ends of Windows', async () => {
    await type('--to', 'pages');
    const page = path.join(folder, 'pages', 'events.md');
    await writeFile(page, (await readFile(page, 'utf8')).replaceAll('\n', '\r\n'));
    expect((await type('--to', 'pages', '--check')).code).toBe(0);
  });

  it('tells of every command and option', async () => {
    await type('--to', 'pages');
    const text = await readFile(path.join(folder, 'pages', 'command-line.md'), 'utf8');
    expect(text).toContain('## smsim check-determinism\n');
    expect(text).toContain('| `--strict-provenance` | fail (exit 1) when a run rests on an assumption, and name it |');
  });
});
