import { extensionOf, general, pathOf } from '../../analysis/index.ts';
import type { Instant, RandomStream, TraceRecord } from '../../kernel/index.ts';
import { answers, type Asked, type Question } from '../../scenario/index.ts';
import type { World } from '../../world/index.ts';
import { stateWords, timeWords, wordsFor } from './answer-key.ts';

/** A run and the place in it where a question is asked and answered. */
export interface Asking {
  readonly question: Question;
  /** Those since the scenario's start. */
  readonly records: readonly TraceRecord[];
  readonly world: World;
  readonly zone: string;
  readonly askedAt: Instant;
  readonly answer: TraceRecord;
  readonly key: string;
  /** Of a row: what else it could have said. */
  readonly values: readonly string[];
  readonly chance: RandomStream;
}

/** Something that could be taken for the answer; the lower its rank, the more it looks like it. */
interface Candidate {
  readonly words: string;
  readonly time: Instant;
  readonly rank: number;
}

/**
 * What to choose from, in a drawn order: the key, and wrong answers that the same run really has, those that look most
 * like it first. Empty where the answer is typed, or where the run has nothing that could be taken for it.
 */
export function choicesFor(asking: Asking): readonly string[] {
  const { question, key, chance } = asking;
  if (question.choices === 0) return [];
  const candidates = shuffled(candidatesFor(asking), chance).toSorted((a, b) => a.rank - b.rank);
  const wrong = apart(candidates, asking);
  return wrong.length === 0 ? [] : shuffled([key, ...wrong], chance);
}

function candidatesFor(asking: Asking): readonly Candidate[] {
  const { asked } = asking.question;
  if (asked.kind === 'next file') return files(asking, asked);
  if (asked.kind === 'next state') return states(asking, asked);
  if (asked.kind === 'time of') return times(asking);
  if (asked.kind === 'next line') return lines(asking);
  return asking.values.map((words) => ({ words, time: 0, rank: 0 }));
}

/** Files that came into being in the run; what comes in the same turn as the answer would be right as well. */
function files({ records, world, answer }: Asking, asked: Asked & { readonly kind: 'next file' }): Candidate[] {
  const anywhere: Asked = { ...asked, files: asked.files.map(({ change }) => ({ on: undefined, path: '*', change })) };
  const others = records.filter((one) => one.turn !== answer.turn && answers(anywhere, one, world));
  return others.map((record) => {
    return { words: wordsFor('next file', record, ''), time: record.time, rank: rankOf(record, answer, asked, world) };
  });
}

/** Files that the question speaks of, then those that look like the answer; logs are written all the time. */
function rankOf(record: TraceRecord, answer: TraceRecord, asked: Asked, world: World): number {
  const [extension, wanted] = [record, answer].map((one) => extensionOf(pathOf(one)));
  const told = record.record < answer.record ? 1 : 0;
  if (extension === '.log' && wanted !== '.log') return 6;
  if (answers(asked, record, world) || folderOf(record) === folderOf(answer)) return told;
  return (extension === wanted ? 2 : 4) + told;
}

/** States that the component enters in the run; then those of others. With a list, only those of the list. */
function states({ records }: Asking, { component, among }: Asked & { readonly kind: 'next state' }): Candidate[] {
  if (among !== undefined) return among.map((words) => ({ words, time: 0, rank: 0 }));
  const moves = records.filter((record) => record.kind === 'transition');
  return moves.map((record) => {
    const isOwn = record.process.slice(record.process.indexOf('/') + 1) === component;
    return { words: stateWords(record), time: record.time, rank: isOwn ? 0 : 1 };
  });
}

/** Times at which something else happens after the question; what people and programs tell of first. */
function times({ records, zone, askedAt, answer }: Asking): Candidate[] {
  const later = records.filter((record) => record.time > askedAt);
  return later.map((record) => {
    const isLike = record.kind === answer.kind || record.kind === 'log' || record.kind === 'step';
    return { words: timeWords(record.time, zone), time: record.time, rank: isLike ? 0 : 1 };
  });
}

/** Other lines of the same log; then those of other logs on the computer. */
function lines({ records, answer }: Asking): Candidate[] {
  const onSame = records.filter((record) => record.kind === 'log' && computerOf(record) === computerOf(answer));
  return onSame.map((record) => {
    const rank = record.subject === answer.subject ? 0 : 1;
    return { words: wordsFor('next line', record, ''), time: record.time, rank };
  });
}

/** Leaves out what cannot be told from the key or from a choice before it. */
function apart(candidates: readonly Candidate[], { question, key, answer }: Asking): readonly string[] {
  const taken: Candidate[] = [{ words: key, time: answer.time, rank: 0 }];
  for (const candidate of candidates) {
    if (taken.length === question.choices) break;
    if (!taken.some((one) => isLike(question.asked, one, candidate))) taken.push(candidate);
  }
  return taken.slice(1).map(({ words }) => words);
}

function isLike(asked: Asked, one: Candidate, other: Candidate): boolean {
  if (asked.kind === 'next file') return shapeOf(one.words) === shapeOf(other.words);
  if (asked.kind === 'next line') return general(one.words) === general(other.words);
  if (asked.kind !== 'time of') return one.words === other.words;
  return Math.abs(one.time - other.time) <= 2 * asked.tolerance;
}

/** Drawn names say nothing; what tells files apart is then the folder and the extension. */
function shapeOf(words: string): string {
  const at = words.lastIndexOf('\\');
  const name = words.slice(at + 1);
  const shape = /\d/.test(name) ? name.slice(name.lastIndexOf('.')) : name;
  return `${words.slice(0, at)} ${shape}`.toLowerCase();
}

function folderOf(record: TraceRecord): string {
  return record.subject.slice(0, record.subject.lastIndexOf('\\')).toUpperCase();
}

function computerOf(record: TraceRecord): string {
  return record.process.split('/', 1)[0] ?? '';
}

/** Fisher and Yates. */
function shuffled<Value>(values: readonly Value[], chance: RandomStream): readonly Value[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = chance.integer(0, last);
    [order[last], order[other]] = [order[other] as Value, order[last] as Value];
  }
  return order;
}
