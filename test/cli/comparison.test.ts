import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, smsim } from './desk.ts';

const cured = 'test/cli/releases/cured.yaml';
const contradiction = 'test/cli/scenarios/contradiction.yaml';
const procedure = 'test/cli/scenarios/as-expected.yaml';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-releases-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Saves the cured scenario with something changed and gives its path. */
async function changed(from: string | RegExp, to: string): Promise<string> {
  const text = await readFile(path.join(projectFolder, cured), 'utf8');
  const file = path.join(folder, 'changed.yaml');
  await writeFile(file, text.replace(from, to));
  return file;
}

describe('smsim matrix', () => {
  it('shows every release beside the claim of the article', async () => {
    const { code, output, complaints } = await smsim(['matrix', cured]);
    expect(output).toBe(`Q123456  A mistake of the first two releases
            2.0      2.0 SP1  2.0 SP2    2.0 SP3    2.0 SP4     2.0 SP4 HRP
  measured  symptom  symptom  cure       cure       cure        cure
  article   present  present  corrected  corrected  not stated  not stated

6 cells of 1 scenario, 2 symptom, 4 cure
6 runs, ${/(\d+) turns/.exec(output)?.[1]} turns in 0.0 s
`);
    expect([code, complaints]).toEqual([0, '']);
  });

  it('ends with 5 where a cell contradicts a claim without a reason', async () => {
    const { code, output } = await smsim(['matrix', contradiction]);
    expect(output).toContain('contradicts the KB on 2.0 SP1: the article says present, measured is cure');
    expect(output).toContain(`${contradiction}:10:9`);
    expect(code).toBe(5);
  });

  it('accepts a contradiction for which the scenario gives a reason, and no reason without one', async () => {
    const explained = await changed(
      'claims: { 2.0: present,',
      "'contradicts the KB': { RTM: this is a test }\nclaims: { 2.0: corrected,",
    );
    const accepted = await smsim(['matrix', explained]);
    expect([accepted.code, accepted.output]).toEqual([0, expect.stringContaining('    reason: this is a test\n')]);
    const needless = await smsim(['matrix', await changed('claims:', "'contradicts the KB': { SP2: none }\nclaims:")]);
    expect([needless.code, needless.output]).toEqual([1, expect.stringContaining('needless reason on 2.0 SP2')]);
  });

  it('plays procedures, too, and several scenarios after one another', async () => {
    const { output } = await smsim(['matrix', cured, procedure]);
    expect(output).toContain('  measured  as told     as told     as told     as told     as told     as told\n');
    expect(output).toContain('12 cells of 2 scenarios, 2 symptom, 4 cure, 6 as told\n');
  });

  it('writes a whole json report and shows the table', async () => {
    const file = path.join(folder, 'reports', 'matrix.json');
    const { output } = await smsim(['matrix', cured, '--reporter', 'json', '--out', file, '--seed', '7']);
    const report = JSON.parse(await readFile(file, 'utf8')) as {
      readonly rows: readonly { readonly cells: readonly { readonly runs: readonly { readonly seed: number }[] }[] }[];
    };
    expect(report).toMatchObject({ notRun: 0, summary: { runs: 6, cells: { symptom: 2, cure: 4 } } });
    expect(report.rows[0]?.cells.map(({ runs }) => runs.map(({ seed }) => seed))).toEqual(Array(6).fill([7]));
    expect(await readdir(path.dirname(file))).toEqual(['matrix.json']);
    expect(output).toContain('6 cells of 1 scenario');
  });

  it('shows a bar on a terminal only', async () => {
    const { output, complaints } = await smsim(['matrix', cured], { terminal: true });
    expect([output, complaints]).toEqual([
      expect.not.stringContaining('[##'),
      expect.stringContaining('1/6 A mistake'),
    ]);
  });

  it('tells what is known so far when it is interrupted', async () => {
    const { code, output } = await smsim(['matrix', cured], { interrupted: AbortSignal.abort() });
    expect([code, output]).toEqual([
      130,
      expect.stringContaining('0 cells of 1 scenario, 6 not measured: interrupted'),
    ]);
  });
});

describe('smsim bisect', () => {
  it('finds the first release that cures, in as few runs as that takes', async () => {
    const { code, output } = await smsim(['bisect', cured]);
    expect(output).toContain(`  first release that cures it: 2.0 SP2; the article says 2.0 SP2
    2.0          symptom  present
    2.0 SP1      symptom  present
    2.0 SP2      cure     corrected
  3 runs on 3 of 6 releases
  assumed, not played: `);
    expect(code).toBe(0);
  });

  it.each([
    ['no release', /1239\|1380/g, '[.]', 'no release cures it; the article says 2.0 SP2', 5],
    ['every release', /1239\|1380/g, 'x', 'every release cures it, from 2.0 on', 5],
  ])('says honestly that %s does', async (_what, from, to, told, code) => {
    const outcome = await smsim(['bisect', await changed(from, to)]);
    expect([outcome.output, outcome.code]).toEqual([expect.stringContaining(told), code]);
  });

  it('writes json', async () => {
    const { output } = await smsim(['bisect', cured, '--reporter', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      bisections: [{ first: '2.0 SP2', corrected: '2.0 SP2', assumed: ['2.0 SP3', '2.0 SP4', '2.0 SP4 HRP'] }],
      summary: { runs: 3 },
    });
  });

  it('ends with 130 when it is interrupted', async () => {
    const { code, output } = await smsim(['bisect', cured], { interrupted: AbortSignal.abort() });
    expect([code, output]).toEqual([130, expect.stringContaining('interrupted')]);
  });

  it.each([
    ['a procedure', procedure, 'tells no symptom that a release could cure'],
    ['several scenarios', 'test/cli/scenarios', 'holds 3'],
  ])('refuses %s', async (_what, file, complaint) => {
    const { code, complaints } = await smsim(['bisect', file]);
    expect([code, complaints]).toEqual([2, expect.stringContaining(complaint)]);
  });

  it('refuses a symptom of which nothing says what it would be like without', async () => {
    const { code, complaints } = await smsim(['bisect', await changed(/ {2}without cause:[^]*$/, '')]);
    expect([code, complaints]).toEqual([2, expect.stringContaining('does not say what a cure looks like')]);
  });
});
