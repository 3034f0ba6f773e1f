import { traceLine, type TraceRecord } from '../kernel/index.ts';

/** The first line of a trace file: what has to be run to get the same trace again. */
export interface TraceHeader {
  /** Of smsim. */
  readonly version: string;
  /** Path of the scenario file, as it was given. */
  readonly scenario: string;
  readonly release: string;
  readonly variant: string;
  readonly seed: number;
  /** Seed that permuted what happened at one instant, where the command line gave one. */
  readonly shuffleTies?: number;
}

/** A trace as its file holds it. */
export interface TraceFile {
  readonly header: TraceHeader;
  /** The lines of the records, as they were hashed. */
  readonly lines: readonly string[];
  readonly head: string;
}

/** So many records are one piece of a trace. */
const pieceLength = 10_000;

/**
 * NDJSON: the header, one line a record, and the head as the last line. In pieces, to be written one after the other,
 * because a long trace is longer than a text can be.
 */
export function* tracePieces(header: TraceHeader, records: readonly TraceRecord[], head: string): Iterable<string> {
  yield `${JSON.stringify(header)}\n`;
  for (let from = 0; from < records.length; from += pieceLength) {
    const piece = records.slice(from, from + pieceLength).map(traceLine);
    yield `${piece.join('\n')}\n`;
  }
  yield `${JSON.stringify({ head })}\n`;
}

/** Reads a trace file; a text says what is wrong with it. */
export function readTrace(text: string): TraceFile | string {
  const lines = text.split('\n');
  const check = new TraceCheck();
  for (const line of lines) {
    const complaint = check.take(line);
    if (complaint !== undefined) return complaint;
  }
  const whole = check.end();
  return typeof whole === 'string' ? whole : { ...whole, lines: lines.filter((line) => line !== '').slice(1, -1) };
}

/** Reads a trace file line by line, so that one of any length can be looked through; keeps no records. */
export class TraceCheck {
  #line = 0;
  #last = 0;
  #records = 0;
  #header: TraceHeader | undefined;
  #head: string | undefined;

  /** Takes the next line, without its end; a text says where the file is damaged, and how. */
  take(line: string): string | undefined {
    this.#line++;
    if (line === '') return undefined;
    const place = `line ${(this.#last = this.#line)}`;
    const value = parsed(line);
    if (this.#header === undefined) {
      if (!isHeader(value)) return 'the first line is no trace header (version, scenario, release, variant, seed)';
      this.#header = value;
      return undefined;
    }
    if (this.#head !== undefined) return `${place} stands behind the head, which is the last line of a trace`;
    if (typeof value?.['head'] === 'string') this.#head = value['head'];
    else if (value === undefined) return `${place} is no JSON object: ${line.slice(0, 60)}`;
    else if (value['record'] !== ++this.#records) return `${place} does not hold record ${this.#records}`;
    return undefined;
  }

  /** The file has ended. */
  end(): { readonly header: TraceHeader; readonly head: string } | string {
    if (this.#header === undefined) return 'the first line is no trace header: the file is empty';
    if (this.#head === undefined) return `the last line, ${this.#last}, does not hold the head: the file is not whole`;
    return { header: this.#header, head: this.#head };
  }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is TraceHeader {
  const header = (value ?? {}) as Record<string, unknown>;
  const texts = ['version', 'scenario', 'release', 'variant'].every((name) => typeof header[name] === 'string');
  return texts && Number.isInteger(header['seed']) && Number.isInteger(header['shuffleTies'] ?? 0);
}
