import type { TraceRecord } from '../kernel/index.ts';
import { linksOf, type History, type Links } from './history.ts';
import { inWords } from './words.ts';

/** One link of a cause chain, for a person. */
export interface Link {
  readonly turn: number;
  readonly record: number;
  readonly time: number;
  readonly text: string;
}

/**
 * Why something came about: for each step of the scenario that had a part in it the shortest way from that step to the
 * record, all ways together in the order in which they happened. Where no step had a part, the chain of first causes.
 */
export function why(history: History, target: TraceRecord): readonly Link[] {
  const links = linksOf(history);
  const next = shortestWays(target, links);
  const roots = [...next.keys()].filter((record) => record.kind === 'step');
  const chain = new Set<TraceRecord>([target]);
  for (const root of roots.length > 0 ? roots : firstCauses(next, links)) {
    for (let at: TraceRecord | undefined = root; at !== undefined; at = next.get(at)) chain.add(at);
  }
  const ordered = [...chain].toSorted((a, b) => a.record - b.record);
  return withoutEchoes(ordered).map((record) => link(record));
}

/** The record that a person means: a turn by its number (its last record), or the last record with this text in it. */
export function findRecord(records: readonly TraceRecord[], asked: string): TraceRecord | undefined {
  if (/^\d+$/.test(asked)) return records.findLast((record) => record.turn === Number(asked));
  const wanted = asked.toLowerCase();
  return records.findLast((record) => `${inWords(record)} ${record.subject}`.toLowerCase().includes(wanted));
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

function firstCauses(next: ReadonlyMap<TraceRecord, unknown>, links: Links): readonly TraceRecord[] {
  return [...next.keys()].filter((record) => links(record).length === 0);
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
  if (record.kind === 'transition' || record.kind === 'answer') return 0;
  if (record.kind === 'delivery') return 1;
  return record.kind === 'log' || record.kind === 'note' ? 2 : 3;
}

function turnOf(record: TraceRecord): string {
  return `${record.turn} ${record.process}`;
}

function link(record: TraceRecord): Link {
  return { turn: record.turn, record: record.record, time: record.time, text: inWords(record) };
}
