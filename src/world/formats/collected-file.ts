import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { bulkContent, textContent, textOf } from '../files/index.ts';
import type { Content } from '../files/index.ts';
import { escapedField, unescapedField } from './text-document.ts';
import { parseIsoTime } from './time-text.ts';

/** A file that a client sends whole, with its software inventory. */
export interface CollectedFile {
  /** Full path on the client. */
  readonly path: string;
  readonly modified: Instant;
  readonly content: Content;
}

const word = 'COLLECTED FILE';

/** The line of a collected file in a `.sic` or `.sid`, its text in the line; bytes without text are told apart. */
export function collectedFileRow({ path, modified, content }: CollectedFile): string {
  const body = 'text' in content ? ['text', content.text] : ['bytes', content.token ?? ''];
  return [word, path, isoTime(modified), String(content.size), ...body].map(escapedField).join('\t');
}

/** The collected file of a line; undefined where the line is of something else. */
export function collectedFileOf(line: string): CollectedFile | undefined {
  if (!line.startsWith(`${word}\t`)) return undefined;
  const [, path = '', date = '', size = '', kind, body] = line.split('\t').map(unescapedField);
  const modified = parseIsoTime(date);
  if (!/^\d+$/.test(size) || modified === undefined || body === undefined) return undefined;
  if (kind === 'text') return { path, modified, content: { ...textContent(body), size: Number(size) } };
  return kind === 'bytes' ? { path, modified, content: bulkContent(Number(size), body) } : undefined;
}

/** The bytes of collected files that a report carries beyond its text. */
export function collectedBytes(files: readonly CollectedFile[]): number {
  return files.reduce((sum, { content }) => sum + Math.max(0, content.size - textOf(content).length), 0);
}
