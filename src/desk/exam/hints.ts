import { why, type History, type Link } from '../../analysis/index.ts';
import type { TraceRecord } from '../../kernel/index.ts';
import type { Asked } from '../../scenario/index.ts';
import { timeWords } from './answer-key.ts';

/** More of them would tell the answer rather than lead to it. */
const mostHints = 4;

/** As many links as a person reads as the explanation of one answer. */
const mostLinks = 12;

/** A link with its time, as an exam shows it. */
export function linkWords({ time, text, times, readBy }: Link, zone: string): string {
  const repeats = times > 1 ? `  (${times} times)` : '';
  const read = readBy === undefined ? '' : `, which ${readBy.process} reads`;
  return `${timeWords(time, zone)}  ${text}${repeats}${read}`;
}

/** A link as a hint; where a time is asked for, without its own. */
export function hintWords({ kind }: Asked, link: Link, zone: string): string {
  return kind === 'time of' ? link.text : linkWords(link, zone);
}

/**
 * Why the answer came about: the last links of its chain of causes, the answer itself at the end. What happens after
 * the next question is left out, for that asks about it.
 */
export function explanationOf(history: History, answer: TraceRecord, nextAsked: number): readonly Link[] {
  const chain = why(history, answer);
  return chain.filter(({ record }) => record <= nextAsked || record === answer.record).slice(-mostLinks);
}

/**
 * Steps from the question to the answer, one link of the chain of causes each: first what happens between the two, and
 * where nothing does, what led to the question. Nothing that names the answer is among them.
 */
export function hintsOf(chain: readonly Link[], asked: number, answer: TraceRecord, key: string): readonly Link[] {
  const open = chain.filter((link) => link.turn !== answer.turn && !names(link.text, key));
  const between = open.filter((link) => link.record > asked);
  return (between.length > 0 ? between : open).slice(-mostHints);
}

function names(text: string, key: string): boolean {
  const last = key.slice(key.lastIndexOf('\\') + 1).toLowerCase();
  return text.toLowerCase().includes(last);
}
