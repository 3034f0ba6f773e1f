import { filePlace, type CaseContext } from './case-context.ts';
import type { BookmarkFile, QuestionFile } from './exam-file.ts';
import type { Asked, Bookmark, MarkedMoment, Question } from './exam.ts';
import { asList } from './one-or-more.ts';
import type { Frame } from './scenario-file.ts';
import { milliseconds, parseMoment } from './times.ts';

/** The bookmarks of a sound frame that are meant for a variant, by its name in the file. */
export function bookmarksOf({ source }: CaseContext, { bookmarks }: Frame, variant: string): readonly Bookmark[] {
  return (bookmarks ?? []).flatMap((given, index) => {
    const place = filePlace(source, ['bookmarks', index]);
    return isMeant(given, variant) ? [{ moment: momentOf(given), note: given.note, place }] : [];
  });
}

/** The questions of a sound frame that are meant for a variant, by its name in the file. */
export function examOf({ source }: CaseContext, { exam }: Frame, variant: string): readonly Question[] {
  return (exam ?? []).flatMap((given, index) => {
    if (!isMeant(given, variant)) return [];
    const { ask, points, choices } = given;
    const place = filePlace(source, ['exam', index]);
    return [{ moment: momentOf(given), ask, asked: askedIn(given), points, choices, place }];
  });
}

function isMeant({ variants }: BookmarkFile | QuestionFile, variant: string): boolean {
  return variants === undefined || variants.includes(variant);
}

function momentOf(given: Pick<BookmarkFile, 'at' | 'when'>): MarkedMoment {
  return given.when === undefined ? { at: parseMoment(given.at ?? '') ?? {} } : { when: given.when };
}

function askedIn(given: QuestionFile): Asked {
  const { 'next file': file, 'next state': state, 'time of': time, 'next line': line, row } = given;
  if (file !== undefined) {
    const { path, on, change } = file;
    return { kind: 'next file', files: asList(path).map((one) => ({ on, path: one, change })) };
  }
  if (state !== undefined) {
    return { kind: 'next state', computer: state.computer, component: state.component, among: state.among };
  }
  if (time !== undefined) return { kind: 'time of', event: time.event, tolerance: milliseconds(time.tolerance) };
  if (line !== undefined) {
    return { kind: 'next line', line: { computer: line.computer, file: line.file, text: line.text ?? '' } };
  }
  if (row === undefined) throw new Error(`"${given.ask}" passed the check and asks for nothing`);
  return { kind: 'row', site: row.site, sql: row.sql, moment: momentOf(row), among: row.among };
}
