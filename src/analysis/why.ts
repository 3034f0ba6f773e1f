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

/** Moves and answers inside one turn only repeat what the file, log or message beside them says. */
function withoutEchoes(chain: readonly TraceRecord[]): readonly TraceRecord[] {
  const telling = new Set(chain.filter((record) => !isEcho(record)).map(turnOf));
  const last = chain.at(-1);
  const echoes = new Map<string, TraceRecord>();
  for (const record of chain) if (isEcho(record) && !telling.has(turnOf(record))) echoes.set(turnOf(record), record);
  return chain.filter((record) => record === last || !isEcho(record) || echoes.get(turnOf(record)) === record);
}

function isEcho(record: TraceRecord): boolean {
  return record.kind === 'transition' || record.kind === 'answer';
}

function turnOf(record: TraceRecord): string {
  return `${record.turn} ${record.process}`;
}

function link(record: TraceRecord): Link {
  return { turn: record.turn, record: record.record, time: record.time, text: inWords(record) };
}
