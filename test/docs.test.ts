import { exec } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceKinds } from '../src/kernel/index.ts';
import { projectFiles } from './architecture/source-file.ts';
import { build } from './cli/build.ts';
import { projectFolder, smsim, type Outcome } from './cli/desk.ts';
import { blocksOf, outputPattern, pageText, typedIn, typedInto, wordsOf, type Block } from './docs/blocks.ts';

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
}

const pages = projectFiles().filter((file) => file === 'README.md' || /^docs\/.*\.md$/.test(file));
const written = pages.filter((page) => !page.startsWith('docs/reference/'));
const withCommands = written.filter((page) => blocksOf(pageText(page)).some((block) => typedIn(block).length > 0));
const scripts = (JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as Package).scripts;

describe('the manual', () => {
  it.each(pages)('%s links only to files that are there', (page) => {
    const links = [...withoutBlocks(pageText(page)).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)];
    const local = links.map(([, target]) => target ?? '').filter((target) => !/^[a-z]+:/.test(target));
    const broken = local.filter((target) => !existsSync(path.join(projectFolder, path.dirname(page), target)));
    expect(broken).toEqual([]);
  });

  it.each(traceKinds)('tells what a record of the kind "%s" is about', (kind) => {
    expect(pageText('docs/trace-format.md')).toContain(`\n| \`${kind}\` | `);
  });

  it('has a reference that is what smsim writes', async () => {
    const { code, output } = await smsim(['reference', '--check']);
    expect(output).toMatch(/^\d+ pages, \d+ of them up to date\n$/);
    expect(code).toBe(0);
  });
});

describe.each(withCommands)('%s', (page) => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'smsim-docs-'));
    // It starts the program again, which has to be there, as it is for a reader who has typed `npm start`.
    if (pageText(page).includes('npx smsim check-determinism')) await build('dist');
    if (/npx smsim (?:report|serve)/.test(pageText(page))) await buildPages();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('shows commands that do what it says', { timeout: 300_000 }, async () => {
    const blocks = blocksOf(pageText(page));
    for (const [index, block] of blocks.entries()) {
      if (block.language === 'yaml' && block.about !== '') await save(folder, block);
      const output = await typed(block, folder);
      const next = blocks[index + 1];
      if (next?.language === 'text' && next.about === 'output') {
        expect(output, `${page}:${next.line}`).toMatch(outputPattern(next.text));
      }
    }
  });
});

/** A command that says that Ctrl-C ends it is ended so. */
async function typedUntilCtrlC(given: readonly string[], folder: string): Promise<Outcome> {
  const controller = new AbortController();
  const [output, complaints]: [string[], string[]] = [[], []];
  const hear = (heard: string[]) => (text: string) => {
    heard.push(text);
    if (text.includes('Ctrl-C ends it')) setTimeout(() => controller.abort(), 0);
  };
  const signal = { interrupted: controller.signal, write: hear(output), complain: hear(complaints) };
  const { code } = await smsim(given, { workingFolder: folder, ...signal });
  return { code, output: output.join(''), complaints: complaints.join('') };
}

/** The pages of the desk, which `npm run build` makes and a report is made of; once is enough. */
async function buildPages(): Promise<void> {
  if (existsSync(path.join(projectFolder, 'dist', 'desk', 'layouts.json'))) return;
  await promisify(exec)('npm run -s build', { cwd: projectFolder });
}

/** Types the commands of a block one after another and gives what they printed. */
async function typed(block: Block, folder: string): Promise<string> {
  let output = '';
  const into = typedInto(block);
  if (into !== undefined) {
    const input = (): Readable => Readable.from([`${block.text}\n`]);
    const outcome = await smsim(into, { workingFolder: folder, input });
    output += `${outcome.output}${outcome.complaints}`.replaceAll('\r\n', '\n');
    expect(outcome.code, `line ${block.line}: ${block.about}\n${output}`).toBe(0);
  }
  for (const { command, code } of typedIn(block)) {
    const [program, ...given] = wordsOf(command);
    const place = `line ${block.line}: ${command}`;
    if (program === 'npm') {
      output += await npm(given, folder, place);
    } else {
      expect([program, given[0]], place).toEqual(['npx', 'smsim']);
      const outcome = await typedUntilCtrlC(given.slice(1), folder);
      output += outcome.output + outcome.complaints;
      expect(outcome.code, `${place}\n${output}`).toBe(code);
    }
  }
  return output;
}

/** Whether npm has such a command; of `npm start` also what comes of it. */
async function npm(given: readonly string[], folder: string, place: string): Promise<string> {
  const [name = '', script = name] = given;
  if (name === 'ci') {
    expect(existsSync(path.join(projectFolder, 'package-lock.json')), place).toBe(true);
    return '';
  }
  const line = scripts[script];
  expect(line, place).toBeDefined();
  const own = /node dist\/cli\/main\.js (.*)$/.exec(line ?? '')?.[1];
  if (own === undefined) return '';
  const outcome = await smsim(wordsOf(own), { workingFolder: folder });
  const output = outcome.output + outcome.complaints;
  expect(outcome.code, `${place}\n${output}`).toBe(0);
  return output;
}

async function save(folder: string, block: Block): Promise<void> {
  const file = path.join(folder, block.about);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${block.text}\n`);
}

function withoutBlocks(markdown: string): string {
  return markdown.replaceAll(/^```[^]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
}
