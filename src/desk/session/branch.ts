import type { Instant, TraceRecord } from '../../kernel/index.ts';
import type { Touch } from '../../runner/index.ts';
import type { Step } from '../../scenario/index.ts';
import { Checkpoints } from './checkpoints.ts';

/** Something that was done in a session: steps that were posted after a turn. */
export interface Deed {
  /** The last turn before it. */
  readonly turn: number;
  readonly now: Instant;
  readonly steps: readonly Step[];
  /** As it was typed. */
  readonly text: string;
}

/** A moment of a branch. */
export interface Position {
  readonly turn: number;
  readonly now: Instant;
  /** How many deeds have been done. */
  readonly deeds: number;
}

/** One course of a session: its deeds, everything that was recorded, and the checkpoints to go back to. */
export class Branch {
  readonly name: string;
  readonly checkpoints: Checkpoints;
  /** Every record up to `lastTurn`, those before the scenario's start included. */
  records: TraceRecord[];
  looks: Touch[];
  writes: Touch[];
  deeds: Deed[];
  /** How far it has been played. */
  lastTurn: number;
  /** Where one stands in it while another branch is looked at. */
  position: Position;

  constructor(name: string, position: Position, from?: Branch) {
    this.name = name;
    this.position = position;
    this.lastTurn = position.turn;
    const { turn } = position;
    this.checkpoints = from?.checkpoints.upTo(turn) ?? new Checkpoints();
    this.records = from?.records.filter((record) => record.turn <= turn) ?? [];
    const last = this.records.at(-1)?.record ?? 0;
    this.looks = from?.looks.filter(({ record }) => record <= last) ?? [];
    this.writes = from?.writes.filter(({ record }) => record <= last) ?? [];
    this.deeds = from?.deeds.slice(0, position.deeds) ?? [];
  }

  /** Keeps a record, unless it is played again. */
  note(record: TraceRecord): void {
    if (record.record > this.records.length) this.records.push(record);
  }

  /** Forgets what was played and done after a position; returns how many deeds that were. */
  cutAfter({ turn, deeds }: Position): number {
    const dropped = this.deeds.length - deeds;
    const end = this.records.findIndex((record) => record.turn > turn);
    if (end >= 0) this.records.length = end;
    const last = this.records.at(-1)?.record ?? 0;
    this.looks = this.looks.filter(({ record }) => record <= last);
    this.writes = this.writes.filter(({ record }) => record <= last);
    this.deeds.length = deeds;
    this.checkpoints.cutAfter(turn);
    this.lastTurn = turn;
    return dropped;
  }
}
