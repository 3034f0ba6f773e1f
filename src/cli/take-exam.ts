import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { paperOf, scoreSheet, sheetJson, sheetText, stopsIn, type SheetHead } from '../desk/exam/index.ts';
import type { Case, Performance } from '../runner/index.ts';
import type { Context } from './context.ts';
import { ExamDesk } from './exam-desk.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import type { CaseOptions } from './options.ts';
import { writeWhole } from './output-file.ts';
import { playCase } from './play-case.ts';
import { chooseCases } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { typedLines } from './typed-lines.ts';
import { runTools } from './workshop.ts';

/** The options of `smsim exam`. */
export interface ExamOptions extends CaseOptions {
  readonly answers?: string;
  readonly sheet?: string;
}

/** Plays the scenario to its end, asks its questions one after the other, and tells the score. */
export async function takeExam(context: Context, file: string, options: ExamOptions): Promise<void> {
  const one = await choosePaper(context, file, options);
  const answers = await answersOf(context, options);
  const performance = await playCase(context, one, await runTools(), { explained: true });
  try {
    if (refuseUnsound(context, performance)) await examine(context, one, performance, { ...options, answers });
  } finally {
    performance.close();
  }
}

/** The first case with questions that fits the options, with the seed's names and times. */
async function choosePaper(context: Context, file: string, options: ExamOptions): Promise<Case> {
  const { seed, ...choice } = options;
  const cases = await chooseCases(context, [file], choice);
  const one = cases.find(({ variant }) => variant.exam.length > 0);
  if (one !== undefined) return paperOf(one, seed ?? one.variant.seed);
  const names = [...new Set(cases.map(({ variant }) => `"${variant.name}"`))].join(', ');
  throw new UsageError(`${file} asks no questions in ${names}; smsim list shows which scenarios do`);
}

async function answersOf(context: Context, { answers }: ExamOptions): Promise<Readable> {
  if (answers === undefined) return context.input();
  try {
    return Readable.from([await readFile(path.resolve(context.workingFolder, answers), 'utf8')]);
  } catch (error) {
    throw new UsageError(`cannot read ${answers}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A paper whose questions the run does not answer is no paper; false, and the exit code of a mismatch. */
function refuseUnsound(context: Context, { result }: Performance): boolean {
  const missing = result.mismatches.filter(({ unmarked }) => unmarked === true);
  if (missing.length === 0 && result.breakdown === undefined) return true;
  for (const { line, column, expectation, actual } of missing) {
    context.complain(`${result.file}:${line}:${column} ${expectation}: ${actual}\n`);
  }
  if (result.breakdown !== undefined) context.complain(`${result.breakdown.message}\n`);
  context.exitWith(result.breakdown === undefined ? exitCodes.mismatch : exitCodeOf([result.verdict]));
  return false;
}

async function examine(
  context: Context,
  one: Case,
  performance: Performance,
  { answers, sheet }: Pick<ExamOptions, 'sheet'> & { readonly answers: Readable },
): Promise<void> {
  const stops = stopsIn(performance, one.seed);
  const lines = typedLines(answers, context.interrupted);
  const desk = new ExamDesk(context, performance, lines, answers !== context.input() || !context.typing);
  desk.open(stops);
  for (const stop of stops) if (!(await desk.stopAt(stop))) break;
  lines.close();
  const questions = stops.flatMap(({ what }) => ('question' in what ? [what.question] : []));
  const told = scoreSheet(headOf(context, performance), questions, desk.entries);
  context.write(`\n${sheetText(told)}`);
  if (sheet !== undefined) {
    const text = sheet.endsWith('.json') ? sheetJson(told) : sheetText(told);
    await writeWhole(path.resolve(context.workingFolder, sheet), text);
  }
  if (context.interrupted.aborted) context.exitWith(exitCodes.interrupted);
}

function headOf({ version: smsim }: Context, { result }: Performance): SheetHead {
  const { scenario, file, variant, release, seed } = result;
  return { smsim, scenario, file, variant, release, seed };
}
