import type { CaseResult } from '../runner/index.ts';

/** What a reporter turns into text. */
export interface Report {
  /** Of smsim. */
  readonly version: string;
  readonly results: readonly CaseResult[];
  /** Real time that the runs took, in milliseconds; only the summary shows it, because it differs every time. */
  readonly elapsed: number;
  /** Runs that Ctrl-C kept from being made. */
  readonly notRun: number;
}

/** How a terminal shows what matters; the identity where there are no colours. */
export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  faint(text: string): string;
}

/** Verdicts to text, ending with a line break. */
export type Reporter = (report: Report, paint: Paint) => string;

/** Text without colours: for files, pipes and tests. */
export const plain: Paint = { good: (text) => text, bad: (text) => text, faint: (text) => text };
