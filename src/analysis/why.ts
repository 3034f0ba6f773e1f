import type { Instant, TraceRecord } from '../kernel/index.ts';
import { linksOf, type History, type Links } from './history.ts';
import { general, inWords } from './words.ts';

/** One link of a cause chain, for a person. */
export interface Link {
  readonly turn: number;
  readonly record: number;
  readonly time: number;
  readonly text: string;
  /** How often this stood in the chain: what a cycle does again is told when it did so last. */
  readonly times: number;
  /** Who read what this wrote, where that, and no message, led on. */
  readonly readBy?: { readonly process: string; readonly turn: number };
}

/**
 * Why something came about: for each step of the scenario that had a part in it the shortest way from that step to the
 * record, all ways together in the order in which they happened. Where no step had a part, the chain of first causes.
 */
export function why(history: History, target: TraceRecord): readonly Link[] {
  return chainOf(target, linksOf(history), history.start);
}

/** The same of links that are known; `start` is where the scenario begins. */
export function chainOf(target: TraceRecord, links: Links, start: Instant): readonly Link[] {
  const next = shortestWays(target, links);
  const roots = [...next.keys()].filter((record) => record.kind === 'step');
  const chain = new Set<TraceRecord>(roots.length > 0 ? [target] : firstCauses(target, links, start));
  for (const root of roots) {
    for (let at: TraceRecord | undefined = root; at !== undefined; at = next.get(at)) chain.add(at);
  }
  const ordered = [...chain].toSorted((a, b) => a.record - b.record);
  const ways = roots.length > 0 ? next : new Map<TraceRecord, undefined>();
  return folded(withoutEchoes(ordered)).map(({ record, ...link }) => ({ ...link, ...readerOf(record, ways) }));
}

/**
 * The record that a person means: a turn by its number (its last record), or the last record with this text in it that
 * changed or told something.
 */
export function findRecord(records: readonly TraceRecord[], asked: string): TraceRecord | undefined {
  if (/^\d+$/.test(asked)) return records.findLast((record) => record.turn === Number(asked));
  const wanted = asked.toLowerCase();
  const named = records.filter((record) => `${inWords(record)} ${record.subject}`.toLowerCase().includes(wanted));
  return named.findLast((record) => rankOf(record) > 0) ?? named.at(-1);
}

/** Every record that had a part in the target, each with the next one on its shortest way there. */
function shortestWays(target: TraceRecord, links: Links): Map<TraceRecord, TraceRecord | undefined> {
  const next = new Map<TraceRecord, TraceRecord | undefined>([[target, undefined]]);
  const waiting = [target];
  for (let index = 0; index < waiting.length; index++) {
    const record = waiting[index] as TraceRecord;
    for (const cause of links(record)) {
      if (next.has(cause)) continue;
      next.set(cause, record);
      waiting.push(cause);
    }
  }
  return next;
}

/** Back from cause to cause, and no further than the first that was there before the scenario began. */
function firstCauses(target: TraceRecord, links: Links, start: Instant): readonly TraceRecord[] {
  const chain = [target];
  let [cause] = links(target);
  while (cause !== undefined) {
    chain.push(cause);
    if (target.time >= start && cause.time < start) break;
    [cause] = links(cause);
  }
  return chain;
}

/** Of what one process did in one turn only the weightiest links stay: a file says more than the log line about it. */
function withoutEchoes(chain: readonly TraceRecord[]): readonly TraceRecord[] {
  const most = new Map<string, number>();
  const lastOfRank = new Map<string, TraceRecord>();
  for (const record of chain) {
    most.set(turnOf(record), Math.max(most.get(turnOf(record)) ?? 0, rankOf(record)));
    lastOfRank.set(`${turnOf(record)} ${rankOf(record)}`, record);
  }
  const target = chain.at(-1);
  return chain.filter((record) => {
    if (record === target || record.kind === 'step') return true;
    const rank = rankOf(record);
    if (rank < (most.get(turnOf(record)) ?? 0) || record.process === 'world') return false;
    return rank >= 3 || lastOfRank.get(`${turnOf(record)} ${rank}`) === record;
  });
}

/** Opening files, moves and answers only carry the chain; log lines and messages tell more, changes most. */
function rankOf(record: TraceRecord): number {
  if (record.kind === 'file') return /^(?:opened|closed)/.test(record.detail) ? 0 : 4;
  if (record.kind === 'transition' || record.kind === 'answer' || record.kind === 'traffic') return 0;
  if (record.kind === 'delivery') return 1;
  return record.kind === 'log' || record.kind === 'note' ? 2 : 3;
}

function turnOf(record: TraceRecord): string {
  return `${record.turn} ${record.process}`;
}

/** The next link is no consequence of this one by itself, so it came by reading. */
function readerOf(
  record: TraceRecord,
  next: ReadonlyMap<TraceRecord, TraceRecord | undefined>,
): Pick<Link, 'readBy'> & { readonly record: number } {
  const reader = next.get(record);
  const read = reader !== undefined && reader.cause !== record.record;
  return { record: record.record, ...(read ? { readBy: { process: reader.process, turn: reader.turn } } : {}) };
}

/** As many changes of one kind as one program makes in one turn and a person reads one by one. */
const mostAlike = 3;

function folded(chain: readonly TraceRecord[]): readonly Folded[] {
  const bySort = new Map<string, { record: TraceRecord; times: number }>();
  const alike = new Map<string, number>();
  for (const record of chain) alike.set(likeness(record), (alike.get(likeness(record)) ?? 0) + 1);
  for (const record of chain) {
    const many = (alike.get(likeness(record)) ?? 0) > mostAlike;
    const sort = many ? likeness(record) : sortOf(record);
    const times = (bySort.get(sort)?.times ?? 0) + 1;
    bySort.delete(sort);
    bySort.set(sort, { record, times });
  }
  return [...bySort.values()].map(({ record, times }) => ({
    turn: record.turn,
    record,
    time: record.time,
    text: inWords(record),
    times,
  }));
}

/** A link with the whole record that it tells of. */
interface Folded extends Omit<Link, 'record' | 'readBy'> {
  readonly record: TraceRecord;
}

/** What one program does in one turn in the same words: it deletes files, it sets registry values. */
function likeness(record: TraceRecord): string {
  const { kind, detail } = record;
  const isChange = kind === 'file' || kind === 'registry';
  return isChange ? `${turnOf(record)} ${kind} ${detail.split(' ', 1)[0]}` : String(record.record);
}

/** Steps and files stand for themselves: their names tell them apart. */
function sortOf({ record, kind, process, subject, detail }: TraceRecord): string {
  if (kind === 'step') return String(record);
  if (kind === 'file') return `${process} ${subject} ${detail}`;
  return `${process} ${kind} ${general(subject)} ${general(detail)}`;
}
