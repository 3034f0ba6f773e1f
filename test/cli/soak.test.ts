import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { cronSchedule, type Scheduled } from '../../src/cli/pass-schedule.ts';
import { appendToLedger, readLedger, type LedgerEntry } from '../../src/cli/soak-ledger.ts';
import { soakScenarios } from '../../src/cli/soak-scenarios.ts';
import { UsageError } from '../../src/cli/surroundings.ts';
import { projectFolder, smsim } from './desk.ts';

const library = 'test/cli/scenarios';
let folder = '';
let ledger = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smsim-soak-'));
});

beforeEach(() => {
  ledger = path.join(folder, `${Math.random()}.ndjson`);
});

afterAll(() => rm(folder, { recursive: true }));

const once = (more: readonly string[] = []) => smsim(['soak', library, '--once', '--ledger', ledger, ...more]);

const runsIn = async (): Promise<readonly (readonly unknown[])[]> => {
  const { entries = [] } = (await readLedger(ledger)) ?? {};
  return entries.flatMap((entry) => (entry.entry === 'run' ? [[entry.pass, entry.seed, entry.verdict]] : []));
};

describe('smsim soak --once', () => {
  it('keeps every run, each failure with what shows it again, and ends with the code of the gravest', async () => {
    const { code, output } = await once();
    expect(code).toBe(5);
    expect(await runsIn()).toEqual([
      [1, 1, 'as expected'],
      [1, 1, 'contradicts the KB'],
      [1, 1, 'as expected'],
      [1, 1, 'mismatch'],
    ]);
    expect(output).toContain('1 pass, 4 runs, 2 failed');
    expect(output).toContain(`smsim run ${library}/mismatch.yaml --variant procedure --release 2.0 --seed 1`);
  });

  it('takes new seeds in each pass', async () => {
    await once(['--variant', 'procedure', '--seeds', '2']);
    await once(['--variant', 'procedure']);
    const seeds = (await runsIn()).map(([pass, seed]) => `pass ${String(pass)} seed ${String(seed)}`);
    expect([...new Set(seeds)]).toEqual(['pass 1 seed 1', 'pass 1 seed 2', 'pass 2 seed 3']);
  });

  it('shows a failure again by the command that it gives', async () => {
    const { output } = await once(['--variant', 'procedure', '--seed', '40']);
    const [, command = ''] = /^ {2}smsim (run .*)$/m.exec(output) ?? [];
    expect(command).toContain('--seed 40');
    expect((await smsim(command.split(' '))).code).toBe(1);
  });

  it('breaks off between runs when it is interrupted, and keeps what was run', async () => {
    const controller = new AbortController();
    const given = ['soak', library, '--once', '--ledger', ledger];
    const running = smsim(given, { interrupted: controller.signal, complain: () => undefined, today: () => 'now' });
    setTimeout(() => controller.abort(), 0);
    const { code, output } = await running;
    expect([code, output]).toEqual([130, expect.stringContaining('interrupted')]);
  });

  it.each([
    ['no way to run', [], 'one of --every, --once and --summary'],
    ['two ways to run', ['--once', '--summary'], 'one of --every, --once and --summary'],
    [
      'a ledger that is not there',
      ['--summary', '--ledger', 'nowhere.ndjson'],
      'there is no ledger nowhere.ndjson yet',
    ],
    ['what is no cron expression', ['--every', '61 * * * *'], '--every "61 * * * *" is no cron expression (minute: '],
  ])('refuses %s', async (_what, given, complaint) => {
    const { code, complaints } = await smsim(['soak', library, ...given]);
    expect([code, complaints]).toEqual([2, expect.stringContaining(complaint)]);
  });
});

describe('a ledger', () => {
  const skipped = (at: string): LedgerEntry => ({ entry: 'skipped', at, reason: 'a test' });

  it('leaves half a line alone and says so', async () => {
    await appendToLedger(ledger, [skipped('1')]);
    await appendFile(ledger, '{"entry":"run","pa');
    await appendToLedger(ledger, [skipped('2'), skipped('3')]);
    expect(await readLedger(ledger)).toEqual({ entries: ['1', '2', '3'].map(skipped), unreadable: [2] });
    const { output } = await smsim(['soak', '--summary', '--ledger', ledger]);
    expect(output).toContain('line 2 is not whole and was left out');
  });

  it('holds whole lines however many write to it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_none, n) => appendToLedger(ledger, [skipped(String(n))])));
    const lines = (await readFile(ledger, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toHaveLength(20);
  });

  it('is told with passes that have no end', async () => {
    await once(['--variant', 'procedure']);
    const lines = (await readFile(ledger, 'utf8')).trimEnd().split('\n').slice(0, -1);
    const cut = `${ledger}.cut`;
    await appendFile(cut, `${lines.join('\n')}\n`);
    const { output } = await smsim(['soak', '--summary', '--ledger', cut]);
    expect(output).toContain('pass 1 has no end: 2 runs');
  });
});

describe('the schedule', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 10, 21, 12) }));
  afterEach(() => vi.useRealTimers());

  const hours = 3600_000;

  it('begins a pass at each of its times, and no more of them when it has ended', async () => {
    const begun: string[] = [];
    const schedule = cronSchedule('0 2 * * *', {
      pass: async () => void begun.push(new Date().toString().slice(8, 21)),
      skipped: async () => undefined,
    });
    expect(schedule.next()).toContain('Nov 22 2026 02:00:00');
    await vi.advanceTimersByTimeAsync(48 * hours);
    await schedule.end();
    await vi.advanceTimersByTimeAsync(48 * hours);
    expect(begun).toEqual(['22 2026 02:00', '23 2026 02:00']);
  });

  it('does not begin a pass while another one runs, and tells', async () => {
    const happened: string[] = [];
    const schedule = cronSchedule('0 * * * *', {
      pass: () => new Promise((resolve) => setTimeout(() => (happened.push('pass'), resolve()), 1.5 * hours)),
      skipped: async (reason) => void happened.push(reason),
    });
    await vi.advanceTimersByTimeAsync(2.9 * hours);
    await schedule.end();
    expect(happened).toEqual(['the pass before it was still running', 'pass']);
  });
});

describe('smsim soak --every', () => {
  /** A machine whose schedule is worked by hand. */
  function machine() {
    const controller = new AbortController();
    const written: string[] = [];
    const codes: number[] = [];
    const context = {
      ...{ write: (text: string) => written.push(text), complain: () => undefined, terminal: false, columns: 80 },
      ...{ workingFolder: projectFolder, library: path.join(projectFolder, 'scenarios'), version: '0', clock: () => 0 },
      ...{ today: () => '1999-11-15T09:00:00.000Z', interrupted: controller.signal },
      exitWith: (code: number) => void codes.push(code),
    } as unknown as Context;
    const options = { every: '0 2 * * *', once: false, summary: false, seeds: 1, ledger, release: [], variant: [] };
    let scheduled: Scheduled | undefined;
    let ended = false;
    const soaking = soakScenarios(context, [`${library}/as-expected.yaml`], options, (_every, given) => {
      scheduled = given;
      return { next: () => 'tonight', end: async () => void (ended = true) };
    });
    const run = { pass: () => scheduled?.pass(), skipped: () => scheduled?.skipped('busy'), isEnded: () => ended };
    return { ...run, soaking, written, codes, interrupt: () => controller.abort(), options };
  }

  it('makes a pass each time it is told to, with new seeds, until Ctrl-C', async () => {
    const { pass, skipped, soaking, interrupt, isEnded, codes, written } = machine();
    await pass();
    await pass();
    await skipped();
    interrupt();
    await soaking;
    expect(await runsIn()).toEqual([
      [1, 1, 'as expected'],
      [2, 2, 'as expected'],
    ]);
    expect([isEnded(), codes]).toEqual([true, [130]]);
    expect(written.join('')).toContain('2 passes, 2 runs, 0 failed');
    expect(written.join('')).toContain('skipped: busy');
  });

  it('lets the pass at hand write down what it has when Ctrl-C comes', async () => {
    const { pass, soaking, interrupt } = machine();
    const running = pass();
    interrupt();
    await Promise.all([running, soaking]);
    const { entries = [] } = (await readLedger(ledger)) ?? {};
    expect(entries.at(-1)).toMatchObject({ entry: 'pass', interrupted: true, runs: 0 });
  });

  it('has nothing to tell when Ctrl-C comes before the first pass', async () => {
    const { soaking, interrupt, written } = machine();
    interrupt();
    await soaking;
    expect(written.join('')).toContain('0 passes, 0 runs, 0 failed');
  });

  it('ends with the mistake when a pass cannot be made', async () => {
    const { pass, soaking, options } = machine();
    Object.assign(options, { variant: ['symptom'] });
    await pass();
    await expect(soaking).rejects.toBeInstanceOf(UsageError);
  });
});
