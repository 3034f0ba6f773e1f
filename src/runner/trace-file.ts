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

/** NDJSON: the header, one line a record, and the head as the last line. */
export function traceText(header: TraceHeader, records: readonly TraceRecord[], head: string): string {
  return [JSON.stringify(header), ...records.map(traceLine), JSON.stringify({ head }), ''].join('\n');
}

/** Reads a trace file; a text says what is wrong with it. */
export function readTrace(text: string): TraceFile | string {
  const lines = text.split('\n').filter((line) => line !== '');
  const header = parsed(lines[0]);
  const last = parsed(lines.at(-1));
  if (!isHeader(header)) return 'the first line is no trace header (version, scenario, release, variant, seed)';
  if (typeof last?.['head'] !== 'string') return 'the last line does not hold the head: the file is not whole';
  return { header, lines: lines.slice(1, -1), head: last['head'] };
}

function parsed(line: string | undefined): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line ?? '') as unknown;
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
