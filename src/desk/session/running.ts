import type { Instant, TraceRecord } from '../../kernel/index.ts';
import { isEvent, type EventPattern } from '../../scenario/index.ts';
import type { Session } from './session.ts';

/** How far a session is to go on. */
export type Goal =
  | { readonly kind: 'turns'; readonly turns: number }
  | { readonly kind: 'instant'; readonly until: Instant }
  /** To the first record of which this is true, and no further than `until`. */
  | { readonly kind: 'record'; readonly found: (record: TraceRecord) => boolean; readonly until: Instant };

/** A goal that an event of the scenario language reaches. */
export function eventGoal(session: Session, event: EventPattern, until: Instant): Goal {
  return { kind: 'record', found: (record) => isEvent(event, record, session.play.world), until };
}

/** A goal that the first record with a text in its process, subject or detail reaches. */
export function textGoal(text: string, until: Instant): Goal {
  const wanted = text.toLowerCase();
  const found = ({ process, subject, detail }: TraceRecord): boolean =>
    `${process} ${subject} ${detail}`.toLowerCase().includes(wanted);
  return { kind: 'record', found, until };
}

/** A run in slices, so that whoever asked for it can stop it between two of them. */
export class Running {
  /** The record that was waited for, once it is there. */
  found: TraceRecord | undefined;
  /** Turns taken so far. */
  turns = 0;
  readonly #session: Session;
  readonly #goal: Goal;

  constructor(session: Session, goal: Goal) {
    this.#session = session;
    this.#goal = goal;
  }

  /** Takes so many turns more; true while the goal is not reached. */
  goOn(turns: number): boolean {
    for (let taken = 0; taken < turns; taken++) if (!this.#takeTurn()) return false;
    return true;
  }

  #takeTurn(): boolean {
    const goal = this.#goal;
    if (goal.kind === 'turns' && this.turns === goal.turns) return false;
    const due = this.#session.nextDue;
    if (goal.kind !== 'turns' && (due === undefined || due > goal.until)) {
      this.#session.waitUntil(goal.until);
      return false;
    }
    const records = this.#session.step();
    if (records === undefined) return false;
    this.turns++;
    if (goal.kind === 'record') this.found = records.find(goal.found);
    return this.found === undefined;
  }
}
