import type { Instant } from './time.ts';

/** One entry of the history: what happened, when, by whom and because of which earlier entry. */
export interface TraceRecord {
  readonly record: number;
  readonly turn: number;
  /** Number of the record that led to this one; 0 for what the outside world does (scenario steps). */
  readonly cause: number;
  readonly time: Instant;
  /** `COMPUTER/component`, or `COMPUTER`, or `scenario`. */
  readonly process: string;
  readonly kind: TraceKind;
  /** What it is about: a path, a state, a registry value, a message. */
  readonly subject: string;
  readonly detail: string;
}

/** The kinds of records (docs/trace-format.md describes subject and detail of each). */
export const traceKinds = [
  'step',
  'delivery',
  'transition',
  'ignored',
  'undeliverable',
  'answer',
  'file',
  'registry',
  'database',
  'service',
  'process',
  'network',
  'traffic',
  'power',
  'user',
  'account',
  'log',
  'status',
  'event',
  'window',
  'setting',
  'trait',
  'draw',
  'note',
] as const;

export type TraceKind = (typeof traceKinds)[number];

/** Hashes a text to lower-case hexadecimal SHA-256; handed in, because the kernel uses no platform interface. */
export type Digest = (text: string) => string;

const blockSize = 256;
const quoteCacheLimit = 20_000;

/** Kinds whose subjects and details return: states, answers, messages, senders. Others name files and values. */
const recurring: ReadonlySet<TraceKind> = new Set(['delivery', 'transition', 'ignored', 'undeliverable', 'answer']);

/** The state of a trace in a checkpoint. */
export interface SavedTrace {
  readonly count: number;
  readonly head: string;
  readonly pending: readonly string[];
}

/**
 * The history of a run. Its head is a chain: `head = SHA-256(head + block of 256 records)`, each record one line of
 * JSON with fixed field order. Reading the head in mid-block hashes the partial block without advancing the chain.
 */
export class Trace {
  readonly #digest: Digest;
  readonly #sink: ((record: TraceRecord) => void) | undefined;
  readonly #quoted = new Map<string, string>();
  /** The lines of the block that is being filled, one text. */
  #block = '';
  #chain = '';
  #count = 0;
  /** What the records of one turn and process have in common, as it stands in their lines. */
  #turn = { number: -1, text: '' };
  #scene = { time: NaN, process: '', text: '' };
  /** The latest record as text: most records name it as their cause. */
  #latest = '0';

  /** `sink` sees every record as it is written; a run that keeps its history collects them there. */
  constructor(digest: Digest, sink?: (record: TraceRecord) => void) {
    this.#digest = digest;
    this.#sink = sink;
  }

  /** How many records were written. */
  get count(): number {
    return this.#count;
  }

  /** Writes a record and returns its number. */
  append(entry: Omit<TraceRecord, 'record'>): number {
    const record = ++this.#count;
    this.#block += this.#line(record, entry);
    if (record % blockSize === 0) this.#advance();
    this.#sink?.({ record, ...entry });
    return record;
  }

  /** The hash of everything written so far. */
  head(): string {
    return this.#block === '' ? this.#chain : this.#digest(this.#chain + this.#block);
  }

  save(): SavedTrace {
    const pending = this.#block === '' ? [] : this.#block.split(/(?<=\n)/);
    return { count: this.#count, head: this.#chain, pending };
  }

  restore(saved: SavedTrace): void {
    this.#count = saved.count;
    this.#latest = String(saved.count);
    this.#chain = saved.head;
    this.#block = saved.pending.join('');
  }

  #advance(): void {
    this.#chain = this.#digest(this.#chain + this.#block);
    this.#block = '';
  }

  #line(record: number, e: Omit<TraceRecord, 'record'>): string {
    const cause = e.cause === record - 1 ? this.#latest : String(e.cause);
    this.#latest = String(record);
    const returns = recurring.has(e.kind);
    const subject = returns ? this.#quote(e.subject) : JSON.stringify(e.subject);
    const detail = e.detail === '' ? '""' : returns ? this.#quote(e.detail) : JSON.stringify(e.detail);
    return (
      `{"record":${this.#latest}${this.#turnText(e.turn)}${cause}${this.#sceneText(e.time, e.process)}` +
      `${e.kind}","subject":${subject},"detail":${detail}}\n`
    );
  }

  #turnText(turn: number): string {
    if (this.#turn.number !== turn) this.#turn = { number: turn, text: `,"turn":${turn},"cause":` };
    return this.#turn.text;
  }

  #sceneText(time: Instant, process: string): string {
    if (this.#scene.time !== time || this.#scene.process !== process) {
      this.#scene = { time, process, text: `,"time":${time},"process":${this.#quote(process)},"kind":"` };
    }
    return this.#scene.text;
  }

  /** Quoting costs more than looking up. */
  #quote(text: string): string {
    const known = this.#quoted.get(text);
    if (known !== undefined) return known;
    const quoted = JSON.stringify(text);
    if (this.#quoted.size >= quoteCacheLimit) this.#quoted.clear();
    this.#quoted.set(text, quoted);
    return quoted;
  }
}

/** The line of a record as the trace file holds it, the same bytes that were hashed. */
export function traceLine(record: TraceRecord): string {
  return JSON.stringify({
    record: record.record,
    turn: record.turn,
    cause: record.cause,
    time: record.time,
    process: record.process,
    kind: record.kind,
    subject: record.subject,
    detail: record.detail,
  });
}
