import path from 'node:path';
import { assumptionsOf, transitionCoverage } from '../analysis/index.ts';
import { reporters, type Report, type ReporterName } from '../reporters/index.ts';
import {
  runAll,
  traceText,
  type Case,
  type CaseResult,
  type Performance,
  type PerformOptions,
} from '../runner/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf, exitCodes, gravest } from './exit-codes.ts';
import { keepFaults } from './fault-files.ts';
import type { CaseOptions } from './options.ts';
import { writeWhole } from './output-file.ts';
import { paint } from './paint.ts';
import { progress } from './progress.ts';
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
  const report = await play(context, cases, options);
  await tell(context, report, options);
  await keepFaults(context, report.results);
  if (options.coverage) await tellCoverage(context, report.results);
  const verdict = exitCodeOf(report.results.map((result) => result.verdict));
  const rests = options.strictProvenance && tellAssumptions(context, report.results);
  context.exitWith(gravest([verdict, rests ? exitCodes.mismatch : exitCodes.asExpected]));
  if (report.notRun > 0) context.exitWith(exitCodes.interrupted);
}

async function play(context: Context, cases: readonly Case[], options: RunOptionsGiven): Promise<Report> {
  const tools = await runTools();
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
  const ties = options.shuffleTies === undefined ? {} : { shuffleTies: options.shuffleTies };
  return { strict: options.strict, ...ties };
}

async function keepTrace(context: Context, options: RunOptionsGiven, performance: Performance): Promise<void> {
  if (options.trace === undefined) return;
  const { file, release, variant, seed, head } = performance.result;
  const header = { version: context.version, scenario: file, release, variant, seed };
  await writeWhole(path.resolve(context.workingFolder, options.trace), traceText(header, performance.records, head));
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

/** One figure over all runs, and what scenarios could still be written about. */
async function tellCoverage(context: Context, results: readonly CaseResult[]): Promise<void> {
  const { product } = await runTools();
  const taken = new Set(results.flatMap((result) => result.edges));
  const coverage = transitionCoverage(product.components, taken);
  const share = ((100 * coverage.taken) / coverage.all).toFixed(1);
  context.write(`transitions: ${coverage.taken} of ${coverage.all} taken (${share} %)\n`);
  for (const { component, edges } of coverage.missing) {
    for (const edge of edges) context.write(`  not taken  ${component}: ${edge}\n`);
  }
}

/** Names every assumption once; whether one of them is judged. */
function tellAssumptions(context: Context, results: readonly CaseResult[]): boolean {
  const all = new Map(results.flatMap((result) => result.foundations));
  const assumptions = assumptionsOf(all);
  for (const { name, note, judged } of assumptions) {
    context.write(`${judged ? 'assumed' : 'assumed format (not judged)'}  ${name}: ${note}\n`);
  }
  return assumptions.some((assumption) => assumption.judged);
}
