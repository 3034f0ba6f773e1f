import { inWords } from '../../analysis/index.ts';
import type { TraceRecord } from '../../kernel/index.ts';
import type { Session } from '../session/index.ts';
import { shown } from './clock.ts';

/** Kinds that tell a person little beside the others of their turn. */
const quiet: ReadonlySet<TraceRecord['kind']> = new Set([
  'transition',
  'answer',
  'traffic',
  'undeliverable',
  'ignored',
]);

/** A turn in lines: its time and number, what came, and what that led to. */
export function turnText(session: Session, records: readonly TraceRecord[]): string {
  const [first] = records;
  if (first === undefined) return 'nothing waits';
  const worth = records.filter((record) => !quiet.has(record.kind));
  const heading = `${shown(session, first.time)}  turn ${first.turn}`;
  return [heading, ...worth.map((record) => `  ${inWords(record)}`)].join('\n');
}

/** The records of some turns, a block for each. */
export function turnsText(session: Session, from: number, to: number): string {
  const blocks: string[] = [];
  let turn: TraceRecord[] = [];
  for (const record of session.records) {
    if (record.turn < from || record.turn > to) continue;
    if (turn.length > 0 && turn[0]?.turn !== record.turn) {
      blocks.push(turnText(session, turn));
      turn = [];
    }
    turn.push(record);
  }
  if (turn.length > 0) blocks.push(turnText(session, turn));
  return blocks.join('\n');
}
