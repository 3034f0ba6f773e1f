import path from 'node:path';
import type { CaseResult } from '../runner/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import type { CaseOptions } from './options.ts';
import type { Schedule } from './pass-schedule.ts';
import { appendToLedger, readLedger } from './soak-ledger.ts';
import { soakPass } from './soak-pass.ts';
import { ledgerSummary } from './soak-summary.ts';
import { UsageError } from './surroundings.ts';

/** The options of `smsim soak`. */
export interface SoakOptions extends CaseOptions {
  readonly every?: string;
  readonly once: boolean;
  readonly summary: boolean;
  readonly seeds: number;
  readonly ledger: string;
}

/** Runs scenarios with ever new seeds, once or by a schedule, or tells what a ledger has of it. */
export async function soakScenarios(
  context: Context,
  paths: readonly string[],
  options: SoakOptions,
  schedule: Schedule,
): Promise<void> {
  const { every, once, summary } = options;
  const ways = [every !== undefined, once, summary].filter(Boolean).length;
  if (ways !== 1) throw new UsageError('soak takes one of --every, --once and --summary');
  if (summary) return tellLedger(context, options);
  if (every !== undefined) return soakBySchedule(context, paths, options, schedule, every);
  const { results, interrupted } = await soakPass(context, paths, options);
  await tellLedger(context, options);
  exitBy(context, results, interrupted);
}

/** Runs passes at the times of the schedule until Ctrl-C; then the pass at hand breaks off and the ledger is told. */
async function soakBySchedule(
  context: Context,
  paths: readonly string[],
  options: SoakOptions,
  schedule: Schedule,
  every: string,
): Promise<void> {
  const ledger = path.resolve(context.workingFolder, options.ledger);
  let ended: Promise<void> = Promise.resolve();
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => (fail = reject));
  const task = schedule(every, {
    pass: () => (ended = passThrough(context, paths, options).catch(fail)),
    skipped: (reason) => appendToLedger(ledger, [{ entry: 'skipped', at: context.today(), reason }]),
  });
  context.complain(`next pass: ${task.next()}; Ctrl-C ends it\n`);
  try {
    await Promise.race([aborted(context.interrupted), failed]);
  } finally {
    await task.end();
  }
  await ended;
  context.write(ledgerSummary(options.ledger, (await readLedger(ledger)) ?? { entries: [], unreadable: [] }));
  context.exitWith(exitCodes.interrupted);
}

async function passThrough(context: Context, paths: readonly string[], options: SoakOptions): Promise<void> {
  const { results } = await soakPass(context, paths, options);
  const failed = results.filter(({ verdict }) => verdict !== 'as expected').length;
  context.complain(`${context.today()}  ${results.length} runs, ${failed} failed\n`);
}

async function tellLedger(context: Context, { ledger }: SoakOptions): Promise<void> {
  const read = await readLedger(path.resolve(context.workingFolder, ledger));
  if (read === undefined) throw new UsageError(`there is no ledger ${ledger} yet`);
  context.write(ledgerSummary(ledger, read));
}

function exitBy(context: Context, results: readonly CaseResult[], interrupted: boolean): void {
  context.exitWith(exitCodeOf(results.map(({ verdict }) => verdict)));
  if (interrupted) context.exitWith(exitCodes.interrupted);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
