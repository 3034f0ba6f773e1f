import { tally, type CaseResult } from '../runner/index.ts';
import type { Report } from './report.ts';

/**
 * JUnit XML as CI servers read it: one suite a scenario file, one case a variant, release and seed. Times are left out,
 * as the schema allows, so that the same runs give the same bytes.
 */
export function junitReport(report: Report): string {
  const suites = new Map<string, CaseResult[]>();
  for (const result of report.results) suites.set(result.file, [...(suites.get(result.file) ?? []), result]);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="smsim"${counts(report.results)}>`,
    ...[...suites].flatMap(([file, results]) => suite(file, results)),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function suite(file: string, results: readonly CaseResult[]): readonly string[] {
  const name = escaped(results[0]?.scenario ?? file);
  return [
    `  <testsuite name="${name}" file="${escaped(file)}"${counts(results)}>`,
    ...results.flatMap(testCase),
    '  </testsuite>',
  ];
}

function counts(results: readonly CaseResult[]): string {
  const { runs, verdicts } = tally(results);
  const failures = verdicts.mismatch + verdicts['contradicts the KB'];
  return ` tests="${runs}" failures="${failures}" errors="${verdicts.limit + verdicts.fault}"`;
}

function testCase(result: CaseResult): readonly string[] {
  const name = `${result.variant} on ${result.release}, seed ${result.seed}`;
  const open = `    <testcase classname="${escaped(result.scenario)}" name="${escaped(name)}"`;
  const outcome = outcomeOf(result);
  return outcome === undefined ? [`${open}/>`] : [`${open}>`, outcome, '    </testcase>'];
}

function outcomeOf(result: CaseResult): string | undefined {
  if (result.verdict === 'as expected') return undefined;
  const element = result.verdict === 'limit' || result.verdict === 'fault' ? 'error' : 'failure';
  const lines = result.mismatches.map((m) => `${result.file}:${m.line}:${m.column} ${m.expectation}: ${m.actual}`);
  const told = result.breakdown === undefined ? lines : [result.breakdown.message, ...result.breakdown.details];
  const attributes = `type="${escaped(result.verdict)}" message="${escaped(told[0] ?? result.verdict)}"`;
  return `      <${element} ${attributes}>${escaped(told.join('\n'))}</${element}>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no control characters but tab and line ends, and no half of a pair; others become `?`. */
function escaped(text: string): string {
  const allowed = [...text].map((character) =>
    /[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(character) ? character : '?',
  );
  return allowed.join('').replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
