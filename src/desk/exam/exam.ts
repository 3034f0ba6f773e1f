import type { History, Link } from '../../analysis/index.ts';
import { RandomStreams, type Instant, type TraceRecord } from '../../kernel/index.ts';
import type { Asked, Question, QuestionState, ScenarioPlay } from '../../scenario/index.ts';
import { toLocal } from '../../world/index.ts';
import type { FilmBookmark, FilmQuestion } from '../film/film.ts';
import { wordsFor } from './answer-key.ts';
import { choicesFor } from './choices.ts';
import { explanationOf, hintsOf, hintWords } from './hints.ts';

/** A run that has come to its end, with everything to look back at. */
export interface PlayedRun extends History {
  /** Undefined where not even the play could be made: then nothing is asked. */
  readonly play: Pick<ScenarioPlay, 'marks' | 'variant' | 'world' | 'seed'> | undefined;
  /** Of the site server. */
  readonly zone: string;
}

/** A question with what only the terminal shows. */
export interface ExamQuestion extends FilmQuestion {
  /** By the clock on the wall beside the site server, in milliseconds. */
  readonly askedAt: Instant;
  readonly askedTime: Instant;
  /** The last record before the question. */
  readonly askedRecord: number;
  /**
   * Why the answer came about, the answer at the end; empty where nothing has changed since the question. What the next
   * question is about is not in it.
   */
  readonly explanation: readonly Link[];
}

/** The bookmarks that a run came to, in the order in which it did. */
export function bookmarksIn({ play }: PlayedRun): readonly FilmBookmark[] {
  const found = (play?.marks.state.bookmarks ?? []).flatMap((seen, index) => {
    const note = play?.variant.bookmarks[index]?.note;
    return seen === null || note === undefined ? [] : [{ turn: seen.turn, note }];
  });
  return found.toSorted((a, b) => a.turn - b.turn);
}

/** The questions that a run asked and answered, as a page holds them; the seed draws choices and their order. */
export function questionsIn(run: PlayedRun, seed = run.play?.seed ?? 1): readonly FilmQuestion[] {
  return examIn(run, seed).map(
    ({ askedAt: _at, askedTime: _time, askedRecord: _record, explanation: _links, ...question }) => question,
  );
}

/** The same with explanations, in the order in which they are asked. */
export function examIn(run: PlayedRun, seed = run.play?.seed ?? 1): readonly ExamQuestion[] {
  const { play } = run;
  if (play === undefined) return [];
  const chance = new RandomStreams(seed);
  const states = play.marks.state.exam;
  const questions = states.flatMap((state, index) => {
    const question = play.variant.exam[index];
    if (question === undefined) return [];
    const stream = chance.stream(`choices of question ${index + 1}`);
    return questionIn(run, play, { question, state, chance: stream, nextAsked: nextAsked(states, state) }) ?? [];
  });
  return questions.toSorted((a, b) => a.turn - b.turn);
}

/** The record after which the next question is asked. */
function nextAsked(states: readonly QuestionState[], { asked }: QuestionState): number {
  const later = states.flatMap((other) => other.asked?.record ?? []).filter((record) => record > (asked?.record ?? 0));
  return Math.min(Infinity, ...later);
}

interface Given {
  readonly question: Question;
  readonly state: QuestionState;
  readonly chance: ReturnType<RandomStreams['stream']>;
  readonly nextAsked: number;
}

function questionIn(
  run: PlayedRun,
  play: NonNullable<PlayedRun['play']>,
  { question, state, chance, nextAsked: next }: Given,
): ExamQuestion | undefined {
  const { asked, answered, values } = state;
  const answer = answered === null ? undefined : answerIn(run, question.asked, answered.record);
  if (asked === null || answered === null || answer === undefined) return undefined;
  const { zone } = run;
  const records = run.records.filter((record) => record.time >= run.start);
  const key = question.asked.kind === 'row' ? (values[0] ?? '') : wordsFor(question.asked.kind, answer, zone);
  const more = { records, world: play.world, zone, values: values.slice(1), chance };
  const isUnchanged = question.asked.kind === 'row' && state.before === key;
  const explanation = isUnchanged ? [] : explanationOf(run, answer, next);
  return {
    turn: asked.turn,
    ask: question.ask,
    kind: kinds[question.asked.kind],
    choices: choicesFor({ question, askedAt: asked.time, answer, key, ...more }),
    key,
    tolerance: question.asked.kind === 'time of' ? question.asked.tolerance : 0,
    hints: hintsOf(explanation, asked.record, answer, key).map((link) => hintWords(question.asked, link, zone)),
    points: question.points,
    answerTurn: answered.turn,
    askedAt: toLocal(zone, asked.time),
    askedTime: asked.time,
    askedRecord: asked.record,
    explanation,
  };
}

const kinds = {
  'next file': 'file',
  'next state': 'state',
  'time of': 'time',
  'next line': 'text',
  row: 'text',
} as const satisfies Readonly<Record<Asked['kind'], FilmQuestion['kind']>>;

/** The record that answers; of a row the last that was written to the site database before it was looked at. */
function answerIn({ records }: PlayedRun, asked: Asked, number: number): TraceRecord | undefined {
  const at = records[number - 1];
  if (asked.kind !== 'row') return at;
  return records.slice(0, number).findLast((record) => record.kind === 'database') ?? at;
}
