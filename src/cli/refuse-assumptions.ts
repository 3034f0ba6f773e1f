import { assumptionsOf, type Assumption } from '../analysis/index.ts';
import type { CaseResult } from '../runner/index.ts';

/**
 * The results under strict provenance: a run that rests on an assumption is not as expected, whatever else it shows.
 * The mismatch stands at the head of the scenario file, because no line of it asked for the assumption.
 */
export function refusingAssumptions(results: readonly CaseResult[]): readonly CaseResult[] {
  return results.map((result) => {
    const names = assumptionsOf(result.foundations).filter(({ judged }) => judged);
    return names.length === 0 ? result : refused(result, names);
  });
}

/** Every assumption that some runs rest on, each once, with what was chosen. */
export function assumptionLines(results: readonly CaseResult[]): readonly string[] {
  const all = new Map(results.flatMap((result) => result.foundations));
  return assumptionsOf(all).map(({ name, note, judged }) => {
    return `${judged ? 'assumed' : 'assumed format (not judged)'}  ${name}: ${note}`;
  });
}

function refused(result: CaseResult, assumptions: readonly Assumption[]): CaseResult {
  const count = `${assumptions.length} ${assumptions.length === 1 ? 'assumption' : 'assumptions'}`;
  const mismatch = {
    expectation: 'rests on no assumption (--strict-provenance)',
    actual: `${count}: ${assumptions.map(({ name }) => name).join('; ')}`,
    ...{ line: 1, column: 1, turn: result.turns, time: result.end },
  };
  const verdict = result.verdict === 'as expected' ? 'mismatch' : result.verdict;
  return { ...result, mismatches: [...result.mismatches, mismatch], verdict };
}
