import type { TraceKind, TraceRecord } from '../../src/kernel/index.ts';

/** A record in short: number is its place in the list, turn is the number unless told. */
export interface Short {
  readonly kind: TraceKind;
  readonly process: string;
  readonly subject: string;
  readonly detail?: string;
  readonly cause?: number;
  readonly turn?: number;
}

/** A history written down by hand. */
export function records(...list: readonly Short[]): readonly TraceRecord[] {
  return list.map((short, index) => {
    const { kind, process, subject, detail = '', cause = 0, turn = index + 1 } = short;
    return { record: index + 1, turn, cause, time: index * 1000, process, kind, subject, detail };
  });
}
