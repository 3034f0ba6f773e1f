import type { Bisection, Place } from '../../analysis/index.ts';
import { cellTally, plainCell, type BisectionReport, type MatrixReport, type MeasuredRow } from './report.ts';

/** `{ version, rows: [...], notRun, summary }`: the same bytes for the same runs, on every machine. */
export function matrixJson({ version, rows, notRun }: MatrixReport): string {
  const summary = cellTally(rows.flatMap(({ cells }) => cells));
  return text({ version, rows: rows.map(plainRow), notRun, summary });
}

/** `{ version, bisections: [...], summary }`. */
export function bisectionJson({ version, bisections }: BisectionReport): string {
  const summary = cellTally(bisections.flatMap(({ cells }) => cells));
  return text({ version, bisections: bisections.map(plainBisection), summary });
}

function plainRow({ row, cells }: MeasuredRow): unknown {
  return { ...scenarioOf(row), mixed: row.mixed, cells: cells.map(plainCell) };
}

function plainBisection(one: Bisection): unknown {
  const { row, cells, searched, absent, first, interrupted } = one;
  const unplayed = searched.filter((place) => !cells.some((cell) => cell.place === place));
  return {
    ...scenarioOf(row),
    ...{ first: first?.run.name ?? null, interrupted },
    corrected: searched.find(({ claim }) => claim === 'corrected')?.run.name ?? null,
    cells: cells.map(plainCell),
    ...{ assumed: names(unplayed), absent: names(absent) },
  };
}

function scenarioOf({ loaded, label }: MeasuredRow['row']): object {
  const { title, file, kb } = loaded.scenario;
  return { scenario: title, file, kb: kb ?? null, row: label };
}

function names(places: readonly Place[]): readonly string[] {
  return places.map(({ run }) => run.name);
}

function text(report: unknown): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
