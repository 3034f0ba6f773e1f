import type { Verdict } from '../runner/index.ts';

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

/** The exit code of some verdicts. */
export function exitCodeOf(verdicts: readonly Verdict[]): number {
  return gravest(verdicts.map((verdict) => codeOf[verdict]));
}
