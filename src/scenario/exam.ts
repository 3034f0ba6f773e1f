import type { Duration } from '../kernel/index.ts';
import type { EventPattern } from './events.ts';
import type { FilePlace } from './scenario.ts';
import type { Moment } from './times.ts';

/** Where something stands in a run: at a time, or after the turn in which something happens first. */
export type MarkedMoment = { readonly at: Moment } | { readonly when: EventPattern };

/** A moment of the run that the scenario marks. */
export interface Bookmark {
  readonly moment: MarkedMoment;
  readonly note: string;
  readonly place: FilePlace;
}

/** A question of the exam; the run holds the answer. */
export interface Question {
  readonly moment: MarkedMoment;
  readonly ask: string;
  readonly asked: Asked;
  readonly points: number;
  /** How many to choose from; 0: the answer is typed. */
  readonly choices: number;
  readonly place: FilePlace;
}

/** What a question asks for. */
export type Asked =
  | {
      readonly kind: 'next file';
      /** Of several the first to come. */
      readonly files: readonly NonNullable<EventPattern['file']>[];
    }
  | {
      readonly kind: 'next state';
      readonly computer: string | undefined;
      readonly component: string;
      /** Undefined: every state counts. */
      readonly among: readonly string[] | undefined;
    }
  | { readonly kind: 'time of'; readonly event: EventPattern; readonly tolerance: Duration }
  | { readonly kind: 'next line'; readonly line: NonNullable<EventPattern['log line']> }
  | {
      readonly kind: 'row';
      readonly site: string | undefined;
      readonly sql: string;
      readonly moment: MarkedMoment;
      /** Gives further wrong choices in its first column. */
      readonly among: string | undefined;
    };
