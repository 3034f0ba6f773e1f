import type { Instant, TraceRecord } from '../kernel/index.ts';
import { MomentWatch, type Sighting } from './moment-watch.ts';
import type { Play } from './play.ts';
import { QuestionWatch, type QuestionState } from './question-watch.ts';
import type { FilePlace, Variant } from './scenario.ts';
import type { Calendar } from './times.ts';

/** Where the bookmarks and questions of a variant were found in its run, in their order; null before. */
export interface MarksState {
  readonly bookmarks: readonly (Sighting | null)[];
  readonly exam: readonly QuestionState[];
}

/** A bookmark or question that the run does not come to: the scenario promises more than happens. */
export interface MissingMark {
  readonly label: string;
  readonly place: FilePlace;
  readonly reason: string;
}

/** Follows a run past the bookmarks and questions of its scenario; changes nothing in it. */
export class Marks {
  readonly #variant: Variant;
  readonly #bookmarks: readonly MomentWatch[];
  readonly #questions: readonly QuestionWatch[];

  constructor(variant: Variant, play: Play, calendar: Calendar) {
    this.#variant = variant;
    this.#bookmarks = variant.bookmarks.map(({ moment }) => new MomentWatch(moment, play, calendar));
    this.#questions = variant.exam.map((question) => new QuestionWatch(question, play, calendar));
  }

  get state(): MarksState {
    return {
      bookmarks: this.#bookmarks.map(({ seen }) => seen ?? null),
      exam: this.#questions.map(({ state }) => state),
    };
  }

  set state({ bookmarks, exam }: MarksState) {
    for (const [index, watch] of this.#bookmarks.entries()) watch.seen = bookmarks[index] ?? undefined;
    for (const [index, watch] of this.#questions.entries()) watch.state = exam[index] ?? watch.state;
  }

  /** Time is about to go on to `next`. */
  timePasses(next: Instant): void {
    for (const watch of this.#bookmarks) watch.timePasses(next);
    for (const watch of this.#questions) watch.timePasses(next);
  }

  /** A turn has been taken and has written these records. */
  turnTaken(records: readonly TraceRecord[]): void {
    for (const watch of this.#bookmarks) watch.turnTaken(records);
    for (const watch of this.#questions) watch.turnTaken(records);
  }

  /** What a run that is over has not come to. */
  get missing(): readonly MissingMark[] {
    const bookmarks = this.#bookmarks.flatMap(({ seen }, index) => {
      const bookmark = this.#variant.bookmarks[index];
      if (seen !== undefined || bookmark === undefined) return [];
      const reason = 'the run never comes to that moment';
      return [{ label: `bookmark "${bookmark.note}"`, place: bookmark.place, reason }];
    });
    const questions = this.#questions.flatMap((watch) => {
      const reason = watch.lacks();
      const { ask, place } = watch.question;
      return reason === undefined ? [] : [{ label: `question "${ask}"`, place, reason }];
    });
    return [...bookmarks, ...questions];
  }
}
