import type { TraceKind, TraceRecord } from '../kernel/index.ts';
import { oneLine } from './case-context.ts';
import { isEvent, type EventPattern } from './events.ts';
import type { Play } from './play.ts';
import type { Condition } from './scenario.ts';
import type { Finding } from './verb.ts';

/** Puts the values of the run into the arguments of a verb; a condition asks for them each time it looks. */
export type ComputeValues = (given: unknown) => unknown;

/** What a condition finds now. */
export function lookAt(condition: Condition, play: Play, compute: ComputeValues): Finding {
  if (condition.kind === 'in order') return lookForOrder(condition.events, play);
  if (condition.kind === 'group') return count(condition, play, compute);
  const read = condition.verb.schema.safeParse(compute(condition.given));
  if (!read.success) return { met: false, actual: read.error.issues.map((issue) => issue.message).join('; ') };
  return condition.verb.check(play, read.data);
}

/** Kinds of records after which a condition may find something else; undefined: any. */
export function changesWith(condition: Condition): ReadonlySet<TraceKind> | undefined {
  if (condition.kind === 'in order') return undefined;
  if (condition.kind === 'verb')
    return condition.verb.changesWith === undefined ? undefined : new Set(condition.verb.changesWith);
  const all = condition.members.map(changesWith);
  return all.includes(undefined) ? undefined : new Set(all.flatMap((kinds) => [...(kinds ?? [])]));
}

/** Kinds of records that a condition reads from the history; undefined: any. */
export function readsHistory(condition: Condition): ReadonlySet<TraceKind> | undefined {
  if (condition.kind === 'in order') return undefined;
  if (condition.kind === 'verb') return condition.verb.looksAt === 'state' ? new Set() : changesWith(condition);
  const all = condition.members.map(readsHistory);
  return all.includes(undefined) ? undefined : new Set(all.flatMap((kinds) => [...(kinds ?? [])]));
}

function count(condition: Condition & { readonly kind: 'group' }, play: Play, compute: ComputeValues): Finding {
  const { quantity, members } = condition;
  const found = members.map((member) => ({ member, finding: lookAt(member, play, compute) }));
  const met = found.filter((one) => one.finding.met);
  const tooMany = met.length > quantity.most;
  const culprits = tooMany ? met : found.filter((one) => !one.finding.met);
  const shown = culprits.slice(0, 3).map((one) => `${one.member.label}: ${one.finding.actual}`);
  const which = tooMany ? 'met' : 'not met';
  const detail = culprits.length === 0 ? '' : `; ${which}: ${shown.join('; ')}${culprits.length > 3 ? '; ...' : ''}`;
  return { met: met.length >= quantity.least && !tooMany, actual: `${met.length} of ${members.length}${detail}` };
}

/** Each event is looked for after the record of the one before. */
function lookForOrder(events: readonly EventPattern[], play: Play): Finding {
  let next = 0;
  let last: TraceRecord | undefined;
  for (const record of play.history) {
    const event = events[next];
    if (event === undefined) break;
    if (!isEvent(event, record, play.world)) continue;
    last = record;
    next++;
  }
  const where = last === undefined ? 'from the start' : `after turn ${last.turn}`;
  const missing = eventWords(events[next]);
  return next === events.length
    ? { met: true, actual: 'in this order' }
    : { met: false, actual: `event ${next + 1} of ${events.length} is missing ${where}: ${missing}` };
}

/** `log line {file: Ccim32.log, text: cycle}` */
function eventWords(event: EventPattern | undefined): string {
  const [kind = '', given] = Object.entries(event ?? {})[0] ?? [];
  return oneLine(kind, given);
}
