import type { Delivery } from '../kernel/index.ts';
import type { Message } from '../world/index.ts';

/** Bounds that only a run without progress reaches. */
export interface Limits {
  readonly answersPerTurn: number;
  readonly turnsPerInstant: number;
  readonly queueLength: number;
}

export const defaultLimits: Limits = { answersPerTurn: 1000, turnsPerInstant: 100_000, queueLength: 5_000_000 };

/** A run went on without progress; carries what was waiting, so that the causes can be printed. */
export class LimitReached extends Error {
  readonly turn: number;
  readonly waiting: readonly Delivery<Message>[];

  constructor(what: string, turn: number, waiting: readonly Delivery<Message>[]) {
    super(`limit reached at turn ${turn}: too many ${what}`);
    this.name = 'LimitReached';
    this.turn = turn;
    this.waiting = waiting;
  }
}
