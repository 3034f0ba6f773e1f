import type { Provenance } from '../world/index.ts';

/** An assumption that a run rests on. */
export interface Assumption {
  /** The transition, timing, default or format: `Copy Queue: delay "retry"`. */
  readonly name: string;
  readonly note: string;
  /** File formats are listed, never judged. */
  readonly judged: boolean;
}

/** The assumed ones among all that a run has rested on, in the order of first use. */
export function assumptionsOf(foundations: Iterable<readonly [string, Provenance]>): readonly Assumption[] {
  return [...foundations]
    .filter(([, provenance]) => provenance.standing === 'assumed')
    .map(([name, provenance]) => ({ name, note: provenance.note ?? provenance.source, judged: !isFormat(name) }));
}

function isFormat(name: string): boolean {
  return /\bformat\b/i.test(name);
}
