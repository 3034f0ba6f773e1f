import { tally, type CaseResult } from '../runner/index.ts';
import type { Report } from './report.ts';

/** `{ version, results: [...], summary }`: the same bytes for the same runs, on every machine. */
export function jsonReport(report: Report): string {
  const { version, results } = report;
  return `${JSON.stringify({ version, results: results.map(plainResult), summary: tally(results) }, null, 2)}\n`;
}

function plainResult(result: CaseResult): unknown {
  const { scenario, file, kb, release, variant, verdict, seed, turns, head, mismatches } = result;
  return { scenario, file, kb, release, variant, verdict, seed, turns, head, mismatches };
}
