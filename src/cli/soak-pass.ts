import path from 'node:path';
import { runAll, SettledSites, type Case, type CaseResult } from '../runner/index.ts';
import type { Context } from './context.ts';
import { keepFaults } from './fault-files.ts';
import { progress } from './progress.ts';
import { appendToLedger, readLedger, type Ledger, type RunEntry } from './soak-ledger.ts';
import { chooseCases } from './selection.ts';
import type { SoakOptions } from './soak-scenarios.ts';
import { runTools } from './workshop.ts';

/** What a pass came to. */
export interface PassOutcome {
  readonly results: readonly CaseResult[];
  readonly interrupted: boolean;
}

/**
 * Runs every chosen case once, with seeds that the ledger does not have yet. What a scenario came to is in the ledger
 * before the next one begins; the scenarios are read anew, so that a pass at night finds what was changed by day.
 */
export async function soakPass(context: Context, paths: readonly string[], options: SoakOptions): Promise<PassOutcome> {
  const file = path.resolve(context.workingFolder, options.ledger);
  const ledger = (await readLedger(file)) ?? { entries: [], unreadable: [] };
  const pass = lastPass(ledger) + 1;
  const seed = Math.max(options.seed ?? 1, lastSeed(ledger) + 1);
  const cases = await chooseCases(context, paths.length === 0 ? ['scenarios'] : paths, { ...options, seed });
  const begun = context.today();
  const results = await runEach(context, cases, async (played) => {
    await appendToLedger(
      file,
      played.map((result) => runEntry(pass, result)),
    );
  });
  const interrupted = results.length < cases.length;
  const failed = results.filter(({ verdict }) => verdict !== 'as expected').length;
  const told = { pass, begun, ended: context.today(), smsim: context.version, seed, runs: results.length, failed };
  await appendToLedger(file, [{ entry: 'pass', ...told, interrupted }]);
  return { results, interrupted };
}

/** Scenario by scenario: an expectation over several seeds is judged when all of them have been played. */
async function runEach(
  context: Context,
  cases: readonly Case[],
  keep: (results: readonly CaseResult[]) => Promise<void>,
): Promise<readonly CaseResult[]> {
  const tools = { ...(await runTools()), settled: new SettledSites() };
  const bar = progress(context);
  const results: CaseResult[] = [];
  for (const scenario of new Set(cases.map(({ loaded }) => loaded.scenario))) {
    if (context.interrupted.aborted) break;
    const own = cases.filter(({ loaded }) => loaded.scenario === scenario);
    const before = results.length;
    const played = await runAll(
      own,
      tools,
      {},
      {
        interrupted: context.interrupted,
        finished: async ({ result }, done) => bar.step(before + done, cases.length, result.scenario),
      },
    );
    await keep(played);
    await keepFaults(context, played);
    results.push(...played);
  }
  bar.end();
  return results;
}

function runEntry(pass: number, result: CaseResult): RunEntry {
  const { file, variant, release, seed, verdict, turns, head, mismatches, breakdown } = result;
  const [first] = mismatches;
  const told = first === undefined ? undefined : `expected ${first.expectation}, found ${first.actual}`;
  const found = breakdown?.message ?? told;
  const again = `smsim run ${quoted(file)} --variant ${quoted(variant)} --release ${quoted(release)} --seed ${seed}`;
  return {
    entry: 'run',
    ...{ pass, file, variant, release, seed, verdict, turns, head },
    ...(verdict === 'as expected' ? {} : { ...(found === undefined ? {} : { found }), again }),
  };
}

function quoted(text: string): string {
  return /\s/.test(text) ? `"${text}"` : text;
}

function lastPass({ entries }: Ledger): number {
  return entries.reduce((last, entry) => (entry.entry === 'skipped' ? last : Math.max(last, entry.pass)), 0);
}

function lastSeed({ entries }: Ledger): number {
  return entries.reduce((last, entry) => (entry.entry === 'run' ? Math.max(last, entry.seed) : last), 0);
}
