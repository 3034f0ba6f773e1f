import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smsim } from './desk.ts';

const good = 'test/cli/scenarios/as-expected.yaml';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-cli-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('smsim run', () => {
  it.each([
    ['as expected', 'as-expected', 0, '1 run, 1 as expected'],
    ['a mismatch', 'mismatch', 1, 'found     note.txt holds "first"'],
    ['a claim contradicted', 'contradiction', 5, '1 contradicts the KB'],
  ])('ends %s with its own code', async (_name, file, code, told) => {
    const outcome = await smsim(['run', `test/cli/scenarios/${file}.yaml`]);
    expect(outcome.output).toContain(told);
    expect(outcome.code).toBe(code);
  });

  it('takes folders, and of several codes the gravest', async () => {
    const { code, output } = await smsim(['run', 'test/cli/scenarios']);
    expect(output).toContain('4 runs, 2 as expected, 1 mismatch, 1 contradicts the KB');
    expect(code).toBe(5);
  });

  it('gives the line of the scenario for what was not met', async () => {
    const { output } = await smsim(['run', 'test/cli/scenarios/mismatch.yaml']);
    expect(output).toContain('test/cli/scenarios/mismatch.yaml:9:5');
  });

  it('writes a whole json report and tells the summary', async () => {
    const { output } = await smsim(['run', good, '--reporter', 'json', '--out', path.join(folder, 'report.json')]);
    const report = JSON.parse(await readFile(path.join(folder, 'report.json'), 'utf8')) as {
      readonly results: readonly { readonly verdict: string; readonly head: string }[];
    };
    expect(report.results.map((result) => result.verdict)).toEqual(['as expected']);
    expect(report.results[0]?.head).toMatch(/^[0-9a-f]{64}$/);
    expect(output).toContain('1 run, 1 as expected');
  });

  it('plays as many seeds as it is told to', async () => {
    expect((await smsim(['run', good, '--seed', '5', '--seeds', '3'])).output).toContain('3 runs, 3 as expected');
  });

  it('runs under tripwires without touching one', async () => {
    const { code, complaints } = await smsim(['run', good, '--strict']);
    expect([code, complaints]).toEqual([0, '']);
  });

  it('lists the transitions that no run has taken', async () => {
    const { code, output } = await smsim(['run', good, '--coverage']);
    const [, taken, all] = /^transitions: (\d+) of (\d+) taken \(\d+\.\d %\)$/m.exec(output) ?? [];
    expect(output.match(/^ {2}not taken {2}\S.*: .* --.*--> .*$/gm)).toHaveLength(Number(all) - Number(taken));
    expect(Number(taken)).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  it('names every assumption when it is to accept none', async () => {
    const { code, output } = await smsim(['run', good, '--strict-provenance']);
    expect(output).toMatch(/^assumed {2}default of "/m);
    expect(output).toMatch(/^mismatch /);
    expect(output).toMatch(/^ {4}found {5}\d+ assumptions: .*default of "/m);
    expect(output).toContain('1 run, 1 mismatch');
    expect(code).toBe(1);
  });

  it('keeps whatever is no part of a report for programs out of it', async () => {
    const given = ['run', good, '--strict-provenance', '--coverage', '--reporter', 'json'];
    const { code, output, complaints } = await smsim(given);
    expect(JSON.parse(output)).toMatchObject({ summary: { verdicts: { mismatch: 1 } } });
    expect(complaints).toMatch(/^assumed {2}default of "/m);
    expect(complaints).toMatch(/^transitions: /m);
    expect(code).toBe(1);
  });

  it('runs a variant on the releases it is meant for, unless it is asked for by name', async () => {
    const file = 'test/cli/scenarios/contradiction.yaml';
    const refused = await smsim(['run', file, '--release', 'SP2']);
    expect([refused.code, refused.complaints]).toEqual([2, expect.stringContaining('"symptom", "corrected"')]);
    const forced = await smsim(['run', file, '--release', 'SP2', '--variant', 'corrected']);
    expect([forced.code, forced.output]).toEqual([0, expect.stringContaining('1 run, 1 as expected')]);
  });

  it('tells what is known so far when it is interrupted', async () => {
    const interrupted = AbortSignal.abort();
    const { code, output } = await smsim(['run', 'test/cli/scenarios'], { interrupted });
    expect(output).toContain('0 runs, 4 not run: interrupted');
    expect(code).toBe(130);
  });

  it.each([
    ['a release that does not exist', [good, '--release', 'SP9'], 'unknown release "SP9"'],
    ['a file that does not exist', ['nowhere.yaml'], 'no scenario file at nowhere.yaml'],
    ['one trace file for several runs', ['test/cli/scenarios', '--trace', 'x'], '--trace takes one run'],
  ])('refuses %s', async (_name, given, complaint) => {
    const { code, complaints } = await smsim(['run', ...given]);
    expect([code, complaints]).toEqual([2, expect.stringContaining(complaint)]);
  });
});

describe('a scenario with mistakes', () => {
  it.each(['run', 'validate', 'list', 'trace'])(
    'is not touched by %s; every mistake is told at once',
    async (command) => {
      const { code, output, complaints } = await smsim([command, 'test/cli/wrong/wrong.yaml']);
      expect([code, output]).toEqual([2, '']);
      expect(complaints).toContain('test/cli/wrong/wrong.yaml:3:7');
      expect(complaints).toContain('there is no step "wriet"');
      expect(complaints).toContain('write 10s, 10m or 10h');
    },
  );
});

describe('smsim trace and why', () => {
  it('tells the story in the time of the site server, with what it rests on', async () => {
    const { code, output } = await smsim(['trace', good]);
    expect(output).toMatch(/1999-11-15 09:00:00 {2}turn +\d+ {2}the scenario: write/);
    expect(output).toContain('rests on');
    expect(code).toBe(0);
  });

  it('has a line for every turn when it is asked for', async () => {
    const story = await smsim(['trace', good]);
    const turns = await smsim(['trace', good, '--zoom', 'turns']);
    expect(turns.output.split('\n').length).toBeGreaterThan(story.output.split('\n').length);
    expect(turns.output).toContain('SMS_INBOX_MANAGER receives');
  });

  it('explains a file by the step that wrote it', async () => {
    const { output } = await smsim(['why', good, 'note.txt']);
    expect(output).toMatch(/^because .*the scenario: write .*second/);
    expect(output).toMatch(/ so .*written .*note\.txt/);
  });

  it('says when nothing is meant', async () => {
    const text = await smsim(['why', good, 'no such text']);
    expect([text.code, text.complaints]).toEqual([2, expect.stringContaining('has the text "no such text"')]);
    const turn = await smsim(['why', good, '99999']);
    expect([turn.code, turn.complaints]).toEqual([2, expect.stringContaining('there is no turn 99999')]);
  });
});

describe('smsim run --trace and replay', () => {
  it.each([
    ['as posted', []],
    ['with ties shuffled', ['--shuffle-ties', '7']],
  ])('find the same run again, %s', async (_order, more) => {
    const file = path.join(folder, 'same.ndjson');
    await smsim(['run', good, '--trace', file, ...more]);
    const { code, output } = await smsim(['replay', file]);
    expect([code, output]).toEqual([0, expect.stringMatching(/^the same \d+ records/)]);
  });

  it('name the first record that differs', async () => {
    const file = path.join(folder, 'other.ndjson');
    await smsim(['run', good, '--trace', file]);
    const lines = (await readFile(file, 'utf8')).split('\n');
    const changed = lines.map((line, index) => (index === 7 ? line.replace('"turn":', '"turn":9') : line));
    await writeFile(file, changed.join('\n'));
    const { code, output } = await smsim(['replay', file]);
    expect([code, output]).toEqual([6, expect.stringContaining('different at record 7')]);
  });

  it('name the head where only that differs', async () => {
    const file = path.join(folder, 'head.ndjson');
    await smsim(['run', good, '--trace', file]);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"head":"..../, '"head":"zzzz'));
    const { code, output } = await smsim(['replay', file]);
    expect([code, output]).toEqual([6, expect.stringContaining('different at the head')]);
  });
});

describe('smsim query', () => {
  it('asks the site database', async () => {
    const { output } = await smsim(['query', good, "select 'x' as a, 1 as b"]);
    expect(output).toBe('a  b\n-  -\nx  1\n\n(1 row)\n');
  });

  it.each([
    ['what is not SQL', ['selec'], 'syntax error'],
    ['a site that does not exist', ['select 1', '--site', 'XYZ'], 'there is ABC'],
    ['a time that cannot be read', ['select 1', '--at', 'noon'], '"noon" is no time'],
    [
      'a time after the end',
      ['select 1', '--at', 'day 9 08:00'],
      '--at 1999-11-23 08:00:00 is after the end of the run',
    ],
    ['a time before the start', ['select 1', '--at', '1999-11-01 08:00'], 'is before the start of the scenario'],
  ])('refuses %s', async (_name, given, complaint) => {
    const { code, complaints } = await smsim(['query', good, ...given]);
    expect([code, complaints]).toEqual([2, expect.stringContaining(complaint)]);
  });
});

describe('a command about one run', () => {
  it.each([
    ['trace', [good]],
    ['why', [good, 'note.txt']],
    ['query', [good, 'select 1']],
    ['query at a time', [good, 'select 1', '--at', '11:00']],
    ['tool', [good, 'SRV1', 'readsche', '0001170000080000']],
    ['export', [good, '--at', 'end', '--to', 'never']],
  ])('%s ends with 130 when it is interrupted, and tells nothing', async (name, given) => {
    const [command = ''] = name.split(' ');
    const outcome = await smsim([command, ...given], { interrupted: AbortSignal.abort() });
    expect(outcome).toMatchObject({ code: 130, output: '', complaints: 'interrupted; nothing was written\n' });
  });
});

describe('smsim export', () => {
  it('writes the world as it is after all that happened by then', async () => {
    const noteAt = async (at: string): Promise<string> => {
      const to = path.join(folder, `at ${at.replace(':', '')}`);
      expect((await smsim(['export', good, '--at', at, '--to', to])).code).toBe(0);
      return readFile(path.join(to, 'SRV1', 'C', 'note.txt'), 'utf8');
    };
    expect(await noteAt('09:00')).toBe('first');
    expect(await noteAt('09:59')).toBe('first');
    expect(await noteAt('10:00')).toBe('second');
    expect(await noteAt('end')).toBe('second');
  });

  it('writes registry, event log and site database beside the drives', async () => {
    const to = path.join(folder, 'whole');
    await smsim(['export', good, '--at', 'end', '--to', to]);
    expect((await readdir(path.join(to, 'SRV1'))).toSorted()).toEqual(
      ['C', 'D', 'SMS_ABC.sqlite', 'event-log.txt', 'registry.reg'].toSorted(),
    );
    expect(await readFile(path.join(to, 'SRV1', 'registry.reg'), 'latin1')).toMatch(
      /^REGEDIT4\r\n[^]*\[HKEY_LOCAL_MACHINE\\Software\\Microsoft\\SMS\\Identification\]/,
    );
    const image = await readFile(path.join(to, 'SRV1', 'SMS_ABC.sqlite'));
    expect(image.subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
  });

  it('refuses a folder that holds something', async () => {
    const { code, complaints } = await smsim(['export', good, '--at', 'end', '--to', folder]);
    expect([code, complaints]).toEqual([2, expect.stringContaining('is not empty')]);
  });
});

describe('smsim check-determinism', () => {
  it('catches components that draw real chance', async () => {
    const { code, output } = await smsim(['check-determinism', good, '--with-a-bad-component']);
    expect(output).toContain('again in the same process: different at record');
    expect(code).toBe(6);
  });
});

describe('smsim init', () => {
  it('writes a scenario that runs as it says, and never overwrites', async () => {
    const file = path.join(folder, 'mine.yaml');
    expect((await smsim(['init', file])).code).toBe(0);
    expect((await smsim(['run', file])).output).toContain('1 run, 1 as expected');
    const again = await smsim(['init', file]);
    expect([again.code, again.complaints]).toEqual([2, expect.stringContaining('never overwrites')]);
  });
});

describe('smsim schema', () => {
  it('writes both schemas and knows when they are up to date', async () => {
    const given = ['schema', '--to', folder];
    expect((await smsim([...given, '--check'])).code).toBe(1);
    expect((await smsim(given)).output).toBe(
      `written  ${folder}/scenario.schema.json\nwritten  ${folder}/sites/site.schema.json\n`,
    );
    expect((await smsim([...given, '--check'])).code).toBe(0);
    const schema = JSON.parse(await readFile(path.join(folder, 'scenario.schema.json'), 'utf8')) as object;
    expect(schema).toHaveProperty('properties.steps');
  });
});
