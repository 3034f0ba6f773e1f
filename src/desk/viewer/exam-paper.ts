import { computed, signal } from '@preact/signals';
import { isRight, pointsFor } from '../film/grade.ts';
import { reader, shown } from './desk-state.ts';
import { moment } from './clock.ts';

/** What a person has done with one question. */
export interface Answer {
  readonly given: string | null;
  readonly hints: number;
}

/** The film in whose exam somebody is. */
const examined = signal<number | null>(null);
/** Whether the exam is on: then nothing beyond the first open question is shown. */
export const examIsOn = computed(() => examined.value === shown.value);
export const examinee = signal('');
export const answers = signal<readonly Answer[]>([]);

const blank: Answer = { given: null, hints: 0 };

/** Index of the first question without an answer; -1 when all are answered. */
export const openQuestion = computed(() =>
  reader.value.film.exam.findIndex((_, index) => (answers.value[index]?.given ?? null) === null),
);

/** The last turn that may be shown: an exam hides what comes after the open question. */
export const lastShown = computed(() => {
  const { clock, exam } = reader.value.film;
  const open = exam[openQuestion.value];
  return examIsOn.value && open !== undefined ? open.turn : clock.lastTurn;
});

export function beginExam(): void {
  answers.value = reader.value.film.exam.map(() => blank);
  examined.value = shown.value;
}

export function takeHint(question: number): void {
  change(question, (answer) => ({ ...answer, hints: answer.hints + 1 }));
}

export function giveAnswer(question: number, given: string): void {
  change(question, (answer) => ({ ...answer, given }));
}

function change(question: number, how: (answer: Answer) => Answer): void {
  answers.value = answers.value.map((answer, index) => (index === question ? how(answer) : answer));
}

/** One line of the score sheet. */
export interface Mark {
  readonly ask: string;
  readonly given: string | null;
  readonly key: string;
  readonly right: boolean;
  readonly hints: number;
  readonly points: number;
  readonly of: number;
}

/** How the answers so far count. */
export const marks = computed<readonly Mark[]>(() =>
  reader.value.film.exam.map((question, index) => {
    const { given, hints } = answers.value[index] ?? blank;
    const askedAt = reader.value.local(reader.value.timeOf(question.turn));
    const right = given !== null && isRight(question, given, askedAt);
    const { ask, key, points: of } = question;
    return { ask, given, key, right, hints, points: pointsFor(question, right, hints), of };
  }),
);

/** The score sheet as text, to be copied. */
export function scoreSheet(): string {
  const { scenario } = reader.value.film;
  const head = [
    `Score sheet: ${scenario.title}`,
    `Name: ${examinee.value}`,
    `SMS ${scenario.release}, ${scenario.variant}, seed ${scenario.seed}`,
  ];
  const { points, of } = total();
  return [...head, '', ...marks.value.map(lineOf), '', `Total: ${points} of ${of}`].join('\n');
}

function lineOf({ ask, given, key, right, hints, points, of }: Mark, index: number): string {
  const time = moment(reader.value, reader.value.timeOf(reader.value.film.exam[index]?.turn ?? 0));
  const help = hints === 0 ? '' : `, hints: ${hints}`;
  const said = `${given ?? '(no answer)'}: ${right ? 'right' : `wrong, ${key}`}`;
  return `${index + 1}. ${time} ${ask}\n   ${said}${help}; ${points} of ${of}`;
}

export function total(): { readonly points: number; readonly of: number } {
  const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => a + b, 0) * 10) / 10;
  return { points: sum(marks.value.map((mark) => mark.points)), of: sum(marks.value.map((mark) => mark.of)) };
}
