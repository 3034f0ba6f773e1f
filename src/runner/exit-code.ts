import { verdicts, type CaseResult, type Tally, type Verdict } from './result.ts';

/** The exit codes of the command line, by what they mean. */
export const exitCodes = {
  asExpected: 0,
  mismatch: 1,
  usage: 2,
  fault: 3,
  limit: 4,
  contradiction: 5,
  notDeterministic: 6,
  /** Ended by Ctrl-C, as shells report it. */
  interrupted: 130,
} as const;

const codeOf: Readonly<Record<Verdict, number>> = {
  'as expected': exitCodes.asExpected,
  mismatch: exitCodes.mismatch,
  'contradicts the KB': exitCodes.contradiction,
  limit: exitCodes.limit,
  fault: exitCodes.fault,
};

/** Of several codes the one that counts: usage before all, then 3, 6, 4, 5, 1. */
export function gravest(codes: readonly number[]): number {
  const { usage, fault, notDeterministic, limit, contradiction, mismatch } = exitCodes;
  const order: readonly number[] = [usage, fault, notDeterministic, limit, contradiction, mismatch];
  return order.find((code) => codes.includes(code)) ?? exitCodes.asExpected;
}

/** Counts results; the figures are the same on every machine. */
export function tally(results: readonly CaseResult[]): Tally {
  const counts = verdicts.map((verdict) => [verdict, results.filter((r) => r.verdict === verdict).length] as const);
  return {
    runs: results.length,
    turns: results.reduce((sum, result) => sum + result.turns, 0),
    verdicts: Object.fromEntries(counts) as Record<Verdict, number>,
    exitCode: gravest(results.map((result) => codeOf[result.verdict])),
  };
}
