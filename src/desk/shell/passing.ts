import { inWords } from '../../analysis/index.ts';
import type { TraceRecord } from '../../kernel/index.ts';
import type { Session } from '../session/index.ts';
import { shown } from './clock.ts';

/** Kinds of which a person who watches wants to hear. */
const told: ReadonlySet<TraceRecord['kind']> = new Set([
  ...(['step', 'file', 'status', 'service', 'window', 'event', 'power', 'network', 'user', 'database'] as const),
]);

/** Lines at a time; a bystander reads no more. */
const most = 6;

/** What happened since a turn, for somebody who watches time pass; empty where that is nothing to speak of. */
export function passingText(session: Session, before: number): string {
  const { records } = session;
  const since = records.slice(records.findLastIndex((record) => record.turn <= before) + 1);
  const worth = since.filter(({ kind, detail }) => told.has(kind) && !/^(?:opened|closed|refused)/.test(detail));
  const lines = worth.slice(0, most).map((record) => `${shown(session, record.time)}  ${inWords(record)}`);
  return [...lines, ...(worth.length > most ? [`  and ${worth.length - most} more`] : [])].join('\n');
}
