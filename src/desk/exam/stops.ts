import { story, type StoryLine } from '../../analysis/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { examIn, type ExamQuestion, type PlayedRun } from './exam.ts';

/** A place in the run at which an exam stops: for a note, or for a question. */
export interface Stop {
  readonly turn: number;
  /** The last record before it. */
  readonly record: number;
  readonly time: Instant;
  readonly what: { readonly note: string } | { readonly question: ExamQuestion };
}

/** The bookmarks and questions of a run in the order in which it comes to them, notes before questions. */
export function stopsIn(run: PlayedRun, seed: number): readonly Stop[] {
  const seen = run.play?.marks.state.bookmarks ?? [];
  const notes = seen.flatMap((sighting, index): Stop[] => {
    const note = run.play?.variant.bookmarks[index]?.note;
    return sighting === null || note === undefined ? [] : [{ ...sighting, what: { note } }];
  });
  const questions = examIn(run, seed).map((question): Stop => {
    const { turn, askedRecord: record, askedTime: time } = question;
    return { turn, record, time, what: { question } };
  });
  return [...notes, ...questions].toSorted((a, b) => a.turn - b.turn);
}

/** What happened between two stops, or since the scenario's start. */
export function storyBetween(run: PlayedRun, before: Stop | undefined, stop: Stop): readonly StoryLine[] {
  const records = run.records.filter(({ turn }) => turn <= stop.turn);
  const start = before === undefined ? run.start : before.time + 1;
  return story({ ...run, records, start }, 'story').filter(({ turn }) => turn > (before?.turn ?? -1));
}
