import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilmPage } from '../../../src/desk/film/film.ts';
import { smsim, type Outcome } from '../../cli/desk.ts';

const tour = 'scenarios/tour/01-hardware-resync-waits-for-ccim.yaml';
const kb = 'scenarios/sms20/Q242951-orphaned-software-records.yaml';
let folder = '';
let trace = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-report-'));
  await mkdir(path.join(folder, 'built', 'desk'), { recursive: true });
  await writeFile(path.join(folder, 'built', 'desk', 'viewer.html'), '<title>smsim</title><body><!-- films -->');
  await writeFile(path.join(folder, 'built', 'desk', 'layouts.json'), '{"layouts":{}}');
  const file = path.join(folder, 'trace.ndjson');
  await smsim(['run', tour, '--variant', 'procedure', '--trace', file]);
  trace = await readFile(file, 'utf8');
});

afterAll(() => rm(folder, { recursive: true }));

const page = (): string => path.join(folder, 'page.html');

async function report(...given: readonly string[]): Promise<Outcome> {
  return smsim(['report', ...given, '-o', page()], { program: path.join(folder, 'built', 'cli', 'main.js') });
}

async function written(): Promise<FilmPage> {
  const html = await readFile(page(), 'utf8');
  const data = /id="films">([^<]*)</.exec(html)?.[1] ?? '';
  return JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString('utf8')) as FilmPage;
}

async function traceFile(name: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, trace);
  return file;
}

describe('smsim report', () => {
  it('writes the page of a scenario and says what is in it', async () => {
    const { code, output } = await report(tour);
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/page\.html: \d+ KB\n {2}A hardware resync.*\n.*as expected/),
    ]);
    const { films, alignment } = await written();
    expect(films).toHaveLength(1);
    expect(alignment).toEqual([]);
    expect(films[0]?.scenario).toMatchObject({ file: tour, release: '2.0 SP3', verdict: 'as expected' });
  });

  it.each([
    ['variants', ['without cause'], { variant: ['symptom', 'without cause'], release: ['2.0', '2.0'] }],
    ['releases', ['SP4'], { variant: ['symptom', 'symptom'], release: ['2.0', '2.0 SP4'] }],
  ])('shows two %s side by side, aligned from the start', async (_name, [against = ''], { variant, release }) => {
    const { code } = await report(kb, '--variant', 'symptom', '--against', against);
    const { films, alignment } = await written();
    expect([code, films.map(({ scenario }) => scenario.variant)]).toEqual([0, variant]);
    expect(films.map(({ scenario }) => scenario.release)).toEqual(release);
    expect(alignment[0]).toEqual(films.map(({ clock }) => clock.firstTurn + 1));
  });

  it('runs again what a trace file tells of', async () => {
    const { code } = await report(await traceFile('whole.ndjson'));
    const { films } = await written();
    expect([code, films[0]?.scenario.file]).toEqual([0, tour]);
  });
});

describe('smsim report refuses', () => {
  const cutAt = (bytes: number) => (text: string) => text.slice(0, bytes);

  it.each([
    ['a trace that was cut', cutAt(5000), /line \d+ is no JSON object/],
    [
      'a trace without its last line',
      (text: string) => text.split('\n').slice(0, -2).join('\n'),
      /does not hold the head/,
    ],
    [
      'a trace that lacks a record',
      (text: string) => text.split('\n').toSpliced(9, 1).join('\n'),
      /line 10 .* record 9/,
    ],
    ['a file that is no trace', () => 'hello', /the first line is no trace header/],
    ['an empty file', () => '', /the file is empty/],
  ])('%s, and says where it is damaged', async (_name, damage, complaint) => {
    const file = await traceFile('damaged.ndjson');
    await writeFile(file, damage(trace));
    await rm(page(), { force: true });
    const { code, complaints } = await report(file);
    expect([code, complaints]).toEqual([2, expect.stringMatching(complaint)]);
    expect(await readdir(folder)).not.toContain('page.html');
  });

  it('a trace that this smsim does not run, with exit code 6 and the line', async () => {
    const file = await traceFile('other.ndjson');
    const lines = trace.split('\n');
    const other = lines.map((line, index) => (index === 7 ? line.replace('"detail":"', '"detail":"x') : line));
    await writeFile(file, other.join('\n').replace(/"head":"..../, '"head":"zzzz'));
    await rm(page(), { force: true });
    const { code, output } = await report(file);
    expect([code, output]).toEqual([6, expect.stringContaining('line 8 differs; nothing was written')]);
    expect(await readdir(folder)).not.toContain('page.html');
  });

  it.each([
    ['a scenario that is not there', ['no-such.yaml'], 'no scenario file at no-such.yaml'],
    ['an unknown release', [tour, '--release', 'SP9'], 'unknown release "SP9"'],
    ['to compare with what is neither', [tour, '--against', 'SP9'], 'takes a release or a variant, not "SP9"'],
    ['to compare with all releases', [tour, '--against', 'all'], 'one release is needed'],
  ])('%s', async (_name, given, complaint) => {
    const { code, complaints } = await report(...given);
    expect([code, complaints]).toEqual([2, expect.stringContaining(complaint)]);
  });

  it('options beside a trace', async () => {
    const { code, complaints } = await report(await traceFile('whole.ndjson'), '--seed', '4');
    expect([code, complaints]).toEqual([2, expect.stringContaining('it says itself')]);
  });

  it('to write where a folder is', async () => {
    const { code, complaints } = await smsim(['report', tour, '-o', folder], {
      program: path.join(folder, 'built', 'cli', 'main.js'),
    });
    expect([code, complaints]).toEqual([2, expect.stringContaining('cannot write')]);
  });

  it('to work where smsim was not built', async () => {
    const { code, complaints } = await smsim(['report', tour, '-o', page()], {
      program: path.join(folder, 'a', 'b.js'),
    });
    expect([code, complaints]).toEqual([2, expect.stringContaining('npm run build')]);
  });

  it('to go on after Ctrl-C, and leaves no half page', async () => {
    await rm(page(), { force: true });
    const { code } = await smsim(['report', tour, '-o', page()], {
      program: path.join(folder, 'built', 'cli', 'main.js'),
      interrupted: AbortSignal.abort(),
    });
    expect([code, await readdir(folder)]).toEqual([130, expect.not.arrayContaining(['page.html'])]);
  });
});
