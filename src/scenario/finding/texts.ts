import { asList, oneOrMore } from '../one-or-more.ts';
import { matches, patternText } from '../patterns.ts';

/** One text to look for, or several that all have to be there. */
export function textsToFind() {
  return oneOrMore(patternText());
}

/** What `textsToFind` gives. */
export type Texts = string | readonly string[] | undefined;

/** Whether a text has everything it should have; nothing asked is nothing missing. */
export function hasAll(wanted: Texts, text: string): boolean {
  return listOf(wanted).every((pattern) => matches(pattern, text));
}

/** Whether a text has anything it should not have. */
export function hasAny(unwanted: Texts, text: string): boolean {
  return listOf(unwanted).some((pattern) => matches(pattern, text));
}

/** A text between quotation marks on one line, cut where it is long. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s*\r?\n\s*/g, ' | ').trim();
  return `"${line.length > longest ? `${line.slice(0, longest - 3)}...` : line}"`;
}

const longest = 160;

/** The text that comes nearest to what was looked for: most words in common, the last of several; undefined of none. */
export function nearest(wanted: Texts, texts: readonly string[]): string | undefined {
  const words = new Set(listOf(wanted).flatMap(wordsOf));
  let best: string | undefined;
  let most = 0;
  for (const text of texts) {
    const common = new Set(wordsOf(text).filter((word) => words.has(word))).size;
    if (common >= most) [best, most] = [text, common];
  }
  return best;
}

function listOf(texts: Texts): readonly string[] {
  return texts === undefined ? [] : asList(texts);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
