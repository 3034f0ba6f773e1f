import { open, readFile } from 'node:fs/promises';
import { UsageError } from './surroundings.ts';

/** One run of a pass, as the ledger keeps it. */
export interface RunEntry {
  readonly entry: 'run';
  readonly pass: number;
  readonly file: string;
  readonly variant: string;
  readonly release: string;
  readonly seed: number;
  readonly verdict: string;
  readonly turns: number;
  readonly head: string;
  /** Of a run that failed: the first thing that was not as expected, and the command that shows it again. */
  readonly found?: string;
  readonly again?: string;
}

/** A pass that has come to its end, or was ended. */
export interface PassEntry {
  readonly entry: 'pass';
  readonly pass: number;
  /** UTC. */
  readonly begun: string;
  readonly ended: string;
  /** Version of smsim. */
  readonly smsim: string;
  readonly seed: number;
  readonly runs: number;
  readonly failed: number;
  readonly interrupted: boolean;
}

/** A time of the schedule at which no pass began, because one was still running or the machine was asleep. */
export interface SkippedEntry {
  readonly entry: 'skipped';
  readonly at: string;
  readonly reason: string;
}

export type LedgerEntry = RunEntry | PassEntry | SkippedEntry;

/** What a ledger holds, and which of its lines are none. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Counted from 1; the last one of a ledger that broke off, as a rule. */
  readonly unreadable: readonly number[];
}

/**
 * Appends entries, one line of JSON each, in a single write that is on the disk before this returns. A line that a
 * power cut left half written stays alone on its line.
 */
export async function appendToLedger(file: string, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  try {
    const ledger = await open(file, 'a+');
    try {
      const { size } = await ledger.stat();
      const last = size === 0 ? '\n' : (await ledger.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString('latin1');
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      await ledger.appendFile(last === '\n' ? lines : `\n${lines}`);
      await ledger.sync();
    } finally {
      await ledger.close();
    }
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads a ledger; undefined where there is none. */
export async function readLedger(file: string): Promise<Ledger | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const entries: LedgerEntry[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = entryOf(line);
    if (entry === undefined) unreadable.push(index + 1);
    else entries.push(entry);
  }
  return { entries, unreadable };
}

function entryOf(line: string): LedgerEntry | undefined {
  try {
    const value = JSON.parse(line) as Partial<LedgerEntry> | null;
    return ['run', 'pass', 'skipped'].includes(value?.entry ?? '') ? (value as LedgerEntry) : undefined;
  } catch {
    return undefined;
  }
}
