import { isRight, pointsFor } from '../film/grade.ts';
import type { ExamQuestion } from './exam.ts';

/** What the paper is: the run that the questions are about. */
export interface SheetHead {
  /** Version of smsim. */
  readonly smsim: string;
  readonly scenario: string;
  readonly file: string;
  readonly variant: string;
  readonly release: string;
  /** With it the same questions come again, with the same choices. */
  readonly seed: number;
}

/** One question with what was answered. */
export interface SheetEntry {
  readonly ask: string;
  /** Null where it was not answered. */
  readonly answer: string | null;
  readonly right: boolean;
  readonly key: string;
  /** How many were taken. */
  readonly hints: number;
  readonly points: number;
  readonly of: number;
}

/** A whole exam, answered as far as somebody came. */
export interface ScoreSheet extends SheetHead {
  readonly points: number;
  readonly of: number;
  readonly entries: readonly SheetEntry[];
}

/** Grades one answer; null: not answered. */
export function graded(question: ExamQuestion, answer: string | null, hints: number): SheetEntry {
  const { ask, key, points: of } = question;
  const right = answer !== null && isRight(question, answer, question.askedAt);
  return { ask, answer, right, key, hints, points: pointsFor(question, right, hints), of };
}

/** Adds up what was graded; questions that nobody came to count as not answered. */
export function scoreSheet(
  head: SheetHead,
  questions: readonly ExamQuestion[],
  entries: readonly SheetEntry[],
): ScoreSheet {
  const all = questions.map((question, index) => entries[index] ?? graded(question, null, 0));
  const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => a + b, 0) * 10) / 10;
  return { ...head, points: sum(all.map((one) => one.points)), of: sum(all.map((one) => one.of)), entries: all };
}

/** The sheet for programs. */
export function sheetJson(sheet: ScoreSheet): string {
  return `${JSON.stringify(sheet, null, 2)}\n`;
}

/** The sheet on paper. */
export function sheetText(sheet: ScoreSheet): string {
  const { scenario, file, variant, release, seed, entries } = sheet;
  const lines = entries.flatMap((entry, index) => entryLines(entry, index + 1));
  const right = entries.filter((entry) => entry.right).length;
  const open = entries.filter((entry) => entry.answer === null).length;
  const notAnswered = open === 0 ? '' : `, ${open} not answered`;
  const sum = `${sheet.points} of ${sheet.of} points, ${right} of ${entries.length} right${notAnswered}`;
  return [
    'Score sheet',
    `  ${scenario}`,
    `  ${file}, ${variant} on ${release}, seed ${seed}`,
    '',
    ...lines,
    '',
    sum,
    '',
  ].join('\n');
}

function entryLines(entry: SheetEntry, number: number): readonly string[] {
  const { ask, answer, right, key, hints, points, of } = entry;
  const helped = hints === 0 ? '' : `, with ${hints} ${hints === 1 ? 'hint' : 'hints'}`;
  const verdict = right ? 'right' : `wrong, it is ${key}`;
  const given = answer === null ? ['     not answered'] : [`     ${answer}`, `     ${verdict}${helped}`];
  return [`  ${number}. ${ask}  (${points} of ${of})`, ...given];
}
