import { assumed } from '../provenance.ts';
import { jobPriorities, type JobPriority } from '../site.ts';
import {
  endOfFile,
  escapedField,
  parsed,
  syntaxError,
  textDocument,
  textLines,
  unescapedField,
} from './text-document.ts';
import type { Parsed } from './text-document.ts';

/** Names of folders and files are known (Q288970, Q323614 by their titles), their layout is not. */
export const replicationProvenance = assumed(
  'A .rpl has one tab-separated line per file: destination, origin, priority, inbox, name, size and text.',
  'Q200852, Q234360',
);

/** A file on its way to an inbox of another site. */
export interface ReplicatedFile {
  /** Code of the site it is for. */
  readonly destination: string;
  /** Code of the site it comes from. */
  readonly origin: string;
  readonly priority: JobPriority;
  /** Folder below `inboxes` in which it is to lie: `dataldr.box`. */
  readonly inbox: string;
  readonly name: string;
  /** Bytes, which may be more than the text that stands for them. */
  readonly size: number;
  readonly text: string;
}

const fieldCount = 8;

/** The text of a `.rpl` with these files. */
export function printReplication(files: readonly ReplicatedFile[]): string {
  const lines = files.map(({ destination, origin, priority, inbox, name, size, text }) =>
    ['FILE', destination, origin, priority, inbox, name, String(size), text].map(escapedField).join('\t'),
  );
  return textDocument([...lines, 'END']);
}

/** Reads a `.rpl`; one without its END line was cut off. */
export function parseReplication(text: string): Parsed<readonly ReplicatedFile[]> {
  const lines = textLines(text);
  if (lines.at(-1) !== 'END') return endOfFile(Math.max(lines.length, 1));
  const files: ReplicatedFile[] = [];
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const file = fileOf(line);
    if (file === undefined) return syntaxError(index + 1, line);
    files.push(file);
  }
  return parsed(files);
}

function fileOf(line: string): ReplicatedFile | undefined {
  const fields = line.split('\t').map(unescapedField);
  const [kind, destination = '', origin = '', given, inbox = '', name = '', size, text = ''] = fields;
  const priority = jobPriorities.find((one) => one === given);
  if (kind !== 'FILE' || fields.length !== fieldCount || priority === undefined) return undefined;
  return { destination, origin, priority, inbox, name, size: Number(size), text };
}
