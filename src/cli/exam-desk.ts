import {
  graded,
  isReadable,
  linkWords,
  storyBetween,
  type ExamQuestion,
  type SheetEntry,
  type Stop,
} from '../desk/exam/index.ts';
import type { Performance } from '../runner/index.ts';
import type { Context } from './context.ts';
import { paint } from './paint.ts';
import { siteClock } from './site-clock.ts';
import type { TypedLines } from './typed-lines.ts';

/** The desk at which an exam is taken: tells what happens up to each stop, asks, grades, explains. */
export class ExamDesk {
  /** What was answered so far, in the order of the questions. */
  readonly entries: SheetEntry[] = [];
  readonly #context: Context;
  readonly #run: Performance;
  readonly #lines: TypedLines;
  /** Whether what comes in has to be shown, because nobody sees it being typed. */
  readonly #echoes: boolean;
  readonly #clock: (time: number) => string;
  #before: Stop | undefined;
  #questions = 0;
  /** What an explanation has told, no later one tells again. */
  readonly #explained = new Set<number>();

  constructor(context: Context, run: Performance, lines: TypedLines, echoes: boolean) {
    this.#context = context;
    this.#run = run;
    this.#lines = lines;
    this.#echoes = echoes;
    this.#clock = siteClock(run);
  }

  /** Says what the exam is about. */
  open(stops: readonly Stop[]): void {
    const { scenario, variant, release, seed } = this.#run.result;
    const questions = stops.flatMap(({ what }) => ('question' in what ? [what.question] : []));
    this.#questions = questions.length;
    const points = questions.reduce((sum, question) => sum + question.points, 0);
    const count = `${questions.length} ${questions.length === 1 ? 'question' : 'questions'}, ${pointsWords(points)}`;
    this.#tell('', scenario, `  ${variant} on ${release}, seed ${seed}: ${count}`);
    this.#tell('  Answer with a number or in words; ? for a hint, q to end.');
  }

  /** Goes on to a stop; false when nothing more is answered. */
  async stopAt(stop: Stop): Promise<boolean> {
    const story = storyBetween(this.#run, this.#before, stop);
    if (this.#before === undefined || story.length > 0) this.#tell('');
    this.#tell(...story.map(({ time, text, times }) => this.#line(time, text, times)));
    this.#before = stop;
    if ('note' in stop.what) this.#tell(`  ${this.#clock(stop.time)}  * ${stop.what.note}`);
    return 'note' in stop.what ? !this.#context.interrupted.aborted : this.#ask(stop, stop.what.question);
  }

  async #ask(stop: Stop, question: ExamQuestion): Promise<boolean> {
    const { ask, points, choices } = question;
    const number = `Question ${this.entries.length + 1} of ${this.#questions}`;
    this.#tell('', `  It is ${this.#clock(stop.time).replace('T', ' ')}. ${number}, ${pointsWords(points)}`);
    this.#tell(`  ${ask}`, ...choices.map((choice, index) => `    ${index + 1}  ${choice}`));
    const { answer, hints } = await this.#answer(question);
    if (answer === undefined) return false;
    const entry = graded(question, answer, hints);
    this.entries.push(entry);
    this.#grade(question, entry);
    return true;
  }

  /** Asks until there is an answer that can be one; without one at the end of the input. */
  async #answer(question: ExamQuestion): Promise<{ readonly answer: string | undefined; readonly hints: number }> {
    let hints = 0;
    for (;;) {
      this.#context.write('  > ');
      const typed = (await this.#lines.next())?.trim();
      this.#context.write(this.#echoes || typed === undefined ? `${typed ?? ''}\n` : '');
      if (typed === undefined || /^(?:q|quit|exit)$/i.test(typed)) return { answer: undefined, hints };
      if (typed === '?') hints = this.#hint(question, hints);
      else if (typed !== '') {
        const answer = answerMeant(question, typed);
        if (answer !== undefined) return { answer, hints };
        this.#tell(`  ${unreadable(question, typed)}`);
      }
    }
  }

  #hint({ hints }: ExamQuestion, taken: number): number {
    const hint = hints[taken];
    if (hint === undefined) this.#tell(hints.length === 0 ? '  There is no hint.' : '  There are no more hints.');
    else this.#tell(`  hint ${taken + 1} of ${hints.length}: ${hint}`);
    return Math.min(taken + 1, hints.length);
  }

  #grade(question: ExamQuestion, { right, points, of, key }: SheetEntry): void {
    const { good, bad, faint } = paint(this.#context.colours);
    const exactly = right && question.choices.length > 0 ? '' : ` It is ${key}.`;
    const verdict = right ? good(`Right, ${points} of ${pointsWords(of)}.`) : bad('No.');
    this.#tell(`  ${verdict}${exactly}`);
    this.#tell(question.explanation.length === 0 ? '  Nothing has changed it since the question.' : '  Why:');
    const links = question.explanation.filter(({ record }) => !this.#explained.has(record));
    if (links.length < question.explanation.length) this.#tell(faint('    ...'));
    for (const link of links) {
      this.#explained.add(link.record);
      this.#tell(faint(`    ${linkWords(link, this.#run.zone)}`));
    }
  }

  #line(time: number, text: string, times: number): string {
    return `  ${this.#clock(time)}  ${text}${times > 1 ? `  (${times} times)` : ''}`;
  }

  #tell(...lines: readonly string[]): void {
    for (const line of lines) this.#context.write(`${line}\n`);
  }
}

function pointsWords(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}

/** The choice of a number or of its own words; typed words where there are no choices; undefined where it is none. */
function answerMeant(question: ExamQuestion, typed: string): string | undefined {
  const { choices } = question;
  if (choices.length === 0) return isReadable(question, typed) ? typed : undefined;
  if (/^\d+$/.test(typed)) return choices[Number(typed) - 1];
  return choices.find((choice) => choice.toLowerCase() === typed.toLowerCase());
}

function unreadable({ choices }: ExamQuestion, typed: string): string {
  if (choices.length > 0) return `There is no choice "${typed}"; type a number from 1 to ${choices.length}.`;
  return `"${typed}" is no time: write 09:05, 09:05:30 or 1999-11-16 09:05.`;
}
