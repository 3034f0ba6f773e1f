import { tally, verdicts, type CaseResult, type Mismatch, type Tally } from '../runner/index.ts';
import type { Paint, Report } from './report.ts';

/** What a person reads at the end: every run that did not go as expected, then one line of figures. */
export function summaryReport(report: Report, paint: Paint): string {
  const figures = tally(report.results);
  const bad = report.results.filter((result) => result.verdict !== 'as expected');
  const lines = [...bad.flatMap((result) => [...told(result, paint), '']), ...closing(report, figures, paint)];
  return `${lines.join('\n')}\n`;
}

function told(result: CaseResult, paint: Paint): readonly string[] {
  const { verdict, scenario, variant, release, seed, turns, head, file } = result;
  const lines = [
    `${paint.bad(verdict)}  ${scenario}`,
    paint.faint(`  ${variant} on ${release}, seed ${seed}, ${turns} turns, head ${head.slice(0, 16)}`),
    ...result.mismatches.flatMap((mismatch) => mismatchLines(file, mismatch)),
  ];
  if (result.breakdown === undefined) return lines;
  const place = `  ${file}: ${result.breakdown.message}`;
  return [...lines, place, ...result.breakdown.details.map((detail) => `    ${detail}`)];
}

function mismatchLines(file: string, mismatch: Mismatch): readonly string[] {
  return [
    `  ${file}:${mismatch.line}:${mismatch.column}`,
    `    expected  ${mismatch.expectation}`,
    `    found     ${mismatch.actual}  (turn ${mismatch.turn}, ${mismatch.time})`,
  ];
}

function closing(report: Report, figures: Tally, paint: Paint): readonly string[] {
  const counted = verdicts.filter((verdict) => figures.verdicts[verdict] > 0);
  const parts = counted.map((verdict) => {
    const text = `${figures.verdicts[verdict]} ${verdict}`;
    return verdict === 'as expected' ? paint.good(text) : paint.bad(text);
  });
  const runs = `${figures.runs} ${figures.runs === 1 ? 'run' : 'runs'}`;
  const left = report.notRun > 0 ? [paint.bad(`${report.notRun} not run: interrupted`)] : [];
  return [[runs, ...parts, ...left].join(', '), paint.faint(speed(report.elapsed, figures))];
}

function speed(elapsed: number, figures: Tally): string {
  const seconds = elapsed / 1000;
  const rate = (count: number): string => (seconds === 0 ? '-' : compact(count / seconds));
  const total = `${figures.turns} turns in ${seconds.toFixed(1)} s`;
  return `${total}: ${rate(figures.turns)} turns/s, ${rate(figures.runs)} runs/s`;
}

function compact(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
