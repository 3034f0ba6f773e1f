import { pathOf } from '../../analysis/index.ts';
import { isoTime, type Instant, type TraceRecord } from '../../kernel/index.ts';
import type { Asked } from '../../scenario/index.ts';
import { toLocal } from '../../world/index.ts';

/** A file as questions word it: `\\SMSSRV1 C:\SMS\inboxes\dataldr.box\1.MIF`. */
export function fileWords(record: TraceRecord): string {
  return `\\\\${record.subject.slice(0, record.subject.indexOf(':'))} ${pathOf(record)}`;
}

/** The state that a transition enters. */
export function stateWords(record: TraceRecord): string {
  return record.subject.slice(record.subject.lastIndexOf('--> ') + 4);
}

/** A line of a log as a person reads it. */
export function lineWords(record: TraceRecord): string {
  return record.detail.replaceAll('~', ' ').replaceAll(/\s+/g, ' ').trim();
}

/** An instant by the clock on the wall beside the site server. */
export function timeWords(time: Instant, zone: string): string {
  return isoTime(toLocal(zone, time)).slice(0, 19).replace('T', ' ');
}

/** How a record answers a question of this kind; a row's value is no record. */
export function wordsFor(kind: Exclude<Asked['kind'], 'row'>, record: TraceRecord, zone: string): string {
  if (kind === 'next file') return fileWords(record);
  if (kind === 'next state') return stateWords(record);
  return kind === 'time of' ? timeWords(record.time, zone) : lineWords(record);
}
