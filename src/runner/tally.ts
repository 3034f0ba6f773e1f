import { verdicts, type CaseResult, type Verdict } from './result.ts';

/** Figures over many results; all of them the same on every machine. */
export interface Tally {
  readonly runs: number;
  readonly turns: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** Counts results. */
export function tally(results: readonly CaseResult[]): Tally {
  const counts = verdicts.map((verdict) => [verdict, results.filter((r) => r.verdict === verdict).length] as const);
  return {
    runs: results.length,
    turns: results.reduce((sum, result) => sum + result.turns, 0),
    verdicts: Object.fromEntries(counts) as Record<Verdict, number>,
  };
}
