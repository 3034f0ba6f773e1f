export { bookmarksIn, examIn, questionsIn } from './exam.ts';
export type { ExamQuestion, PlayedRun } from './exam.ts';
export { isReadable } from '../film/grade.ts';
export { linkWords } from './hints.ts';
export { paperOf } from './paper.ts';
export { graded, scoreSheet, sheetJson, sheetText } from './score-sheet.ts';
export type { ScoreSheet, SheetEntry, SheetHead } from './score-sheet.ts';
export { stopsIn, storyBetween } from './stops.ts';
export type { Stop } from './stops.ts';
