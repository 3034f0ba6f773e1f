import path from 'node:path';
import { transitionCoverage } from '../analysis/index.ts';
import { reporters, type Report, type ReporterName } from '../reporters/index.ts';
import {
  runAll,
  tracePieces,
  type Case,
  type CaseResult,
  type Performance,
  type PerformOptions,
  SettledSites,
} from '../runner/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { keepFaults } from './fault-files.ts';
import type { CaseOptions } from './options.ts';
import { writeWhole } from './output-file.ts';
import { paint } from './paint.ts';
import { progress } from './progress.ts';
import { assumptionLines, refusingAssumptions } from './refuse-assumptions.ts';
import { chooseCases } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { runTools } from './workshop.ts';

/** The options of `smsim run`. */
export interface RunOptionsGiven extends CaseOptions {
  readonly seeds: number;
  readonly reporter: ReporterName;
  readonly out?: string;
  readonly trace?: string;
  readonly shuffleTies?: number;
  readonly strictProvenance: boolean;
  readonly strict: boolean;
  readonly coverage: boolean;
}

/** Plays every chosen case, tells the outcome and sets the exit code. */
export async function runScenarios(
  context: Context,
  paths: readonly string[],
  options: RunOptionsGiven,
): Promise<void> {
  const cases = await chooseCases(context, paths, options);
  if (options.trace !== undefined && cases.length > 1) {
    throw new UsageError(`--trace takes one run, but ${cases.length} were chosen; use --variant and --release`);
  }
  const played = await play(context, cases, options);
  const report = options.strictProvenance ? { ...played, results: refusingAssumptions(played.results) } : played;
  await tell(context, report, options);
  await keepFaults(context, report.results);
  const beside = besideReport(context, options);
  if (options.coverage) await tellCoverage(beside, report.results);
  if (options.strictProvenance) for (const line of assumptionLines(report.results)) beside(`${line}\n`);
  context.exitWith(exitCodeOf(report.results.map((result) => result.verdict)));
  if (report.notRun > 0) context.exitWith(exitCodes.interrupted);
}

async function play(context: Context, cases: readonly Case[], options: RunOptionsGiven): Promise<Report> {
  const tools = { ...(await runTools()), settled: new SettledSites() };
  const log = await context.log();
  const bar = progress(context);
  const begun = context.clock();
  const results = await runAll(cases, tools, runOptions(options), {
    interrupted: context.interrupted,
    finished: async (performance, done) => {
      const { foundations: _foundations, edges: _edges, ...told } = performance.result;
      log.debug(told, 'run ended');
      bar.step(done, cases.length, performance.result.scenario);
      await keepTrace(context, options, performance);
    },
  });
  bar.end();
  const elapsed = context.clock() - begun;
  return { version: context.version, results, elapsed, notRun: cases.length - results.length };
}

function runOptions(options: RunOptionsGiven): PerformOptions {
  return { strict: options.strict, ...ties(options) };
}

function ties({ shuffleTies }: RunOptionsGiven): { readonly shuffleTies?: number } {
  return shuffleTies === undefined ? {} : { shuffleTies };
}

async function keepTrace(context: Context, options: RunOptionsGiven, performance: Performance): Promise<void> {
  if (options.trace === undefined) return;
  const { file, release, variant, seed, head } = performance.result;
  const header = { version: context.version, scenario: file, release, variant, seed, ...ties(options) };
  await writeWhole(path.resolve(context.workingFolder, options.trace), tracePieces(header, performance.records, head));
}

async function tell(context: Context, report: Report, options: RunOptionsGiven): Promise<void> {
  const colours = paint(context.colours);
  if (options.out === undefined) {
    context.write(reporters[options.reporter](report, colours));
    return;
  }
  const text = reporters[options.reporter](report, paint(false));
  await writeWhole(path.resolve(context.workingFolder, options.out), text);
  context.write(reporters.summary(report, colours));
}

/** Where to tell more than the report: not into a report for programs that goes to the output itself. */
function besideReport(context: Context, { out, reporter }: RunOptionsGiven): Context['write'] {
  return out === undefined && reporter !== 'summary' ? context.complain : context.write;
}

/** One figure over all runs, and what scenarios could still be written about. */
async function tellCoverage(write: Context['write'], results: readonly CaseResult[]): Promise<void> {
  const { products } = await runTools();
  const taken = new Set(results.flatMap((result) => result.edges));
  const coverage = transitionCoverage(
    products.flatMap(({ components }) => components),
    taken,
  );
  const share = ((100 * coverage.taken) / coverage.all).toFixed(1);
  write(`transitions: ${coverage.taken} of ${coverage.all} taken (${share} %)\n`);
  for (const { component, edges } of coverage.missing) {
    for (const edge of edges) write(`  not taken  ${component}: ${edge}\n`);
  }
}
