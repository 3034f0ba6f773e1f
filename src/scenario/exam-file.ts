import { z } from 'zod';
import { eventSchema, fileChanges } from './events.ts';
import { oneOrMore } from './one-or-more.ts';
import { patternText } from './patterns.ts';
import { componentName, computerName, siteCode } from './references.ts';
import { durationText, momentText } from './times.ts';

/** Where a bookmark, a question or a look at a row stands in the run; exactly one of the two. */
const place = {
  at: momentText().optional().describe('At this time'),
  when: eventSchema.optional().describe('After the turn in which this happens first'),
};

const variants = z.array(z.string()).min(1).optional().describe('Only in these variants; in all without it');

/** A moment of the run that is marked, with what is to be said about it. */
export const bookmarkSchema = z.strictObject({
  ...place,
  note: z.string().min(1).describe('What is to be seen here'),
  variants,
});

const nextFile = z.strictObject({
  on: computerName().optional().describe('Computer of local paths'),
  path: oneOrMore(z.string().min(1)).describe(
    'Local or UNC path, * and ? within a folder; a name alone means any folder. Of several the first to come',
  ),
  change: z.enum(fileChanges).default('appears').describe('What happens to it'),
});

const nextState = z.strictObject({
  computer: computerName().optional(),
  component: componentName(),
  among: z.array(z.string()).min(2).optional().describe('Only these states count; the others are passed through'),
});

const timeOf = z.strictObject({
  event: eventSchema,
  tolerance: durationText().default('5m').describe('How far off an answer may be'),
});

const nextLine = z.strictObject({
  computer: computerName().optional(),
  file: z.string().min(1).describe('Log file: Dataldr.log'),
  text: patternText().optional().describe('Only lines with this in them count'),
});

const row = z.strictObject({
  site: siteCode().optional().describe('Site code; the site of the scenario without it'),
  sql: z.string().min(1).describe('A select; what it says is the first column of its first row'),
  ...place,
  among: z.string().min(1).optional().describe('A select whose first column holds further wrong choices'),
});

/** What a question can ask for, by the key that asks for it; a question has one of them. */
export const askedShape = {
  'next file': nextFile.optional().describe('Which file appears next'),
  'next state': nextState.optional().describe('Which state a component enters next'),
  'time of': timeOf.optional().describe('When something happens next'),
  'next line': nextLine.optional().describe('What a log says next'),
  row: row.optional().describe('What a row of the site database says then'),
};

/** A question of the exam: where it is asked, in which words, and what the answer is read from. */
export const questionSchema = z.strictObject({
  ...place,
  ask: z.string().min(1).describe('The question in words'),
  ...askedShape,
  points: z.number().int().min(1).max(100).default(1),
  choices: z.number().int().min(0).max(9).default(4).describe('How many to choose from; 0: the answer is typed'),
  variants,
});

export type BookmarkFile = z.infer<typeof bookmarkSchema>;
export type QuestionFile = z.infer<typeof questionSchema>;
