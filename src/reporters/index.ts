import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Paint, Reporter } from './report.ts';
import { bisectionTable } from './releases/bisection-table.ts';
import { bisectionJson, matrixJson } from './releases/json.ts';
import { matrixTable } from './releases/matrix-table.ts';
import type { BisectionReport, MatrixReport } from './releases/report.ts';
import { summaryReport } from './summary.ts';

export { plain } from './report.ts';
export type { Paint, Report, Reporter } from './report.ts';
export type { BisectionReport, MatrixReport, MeasuredRow } from './releases/report.ts';

/** What `--reporter` takes. */
export type ReporterName = 'summary' | 'json' | 'junit';

/** Every reporter by its name. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  summary: summaryReport,
  json: jsonReport,
  junit: junitReport,
};

/** What `--reporter` takes where releases are compared. */
export type TableName = 'table' | 'json';

/** The reporters of `smsim matrix`. */
export const matrixReporters: Readonly<Record<TableName, (report: MatrixReport, paint: Paint) => string>> = {
  table: matrixTable,
  json: matrixJson,
};

/** The reporters of `smsim bisect`. */
export const bisectionReporters: Readonly<Record<TableName, (report: BisectionReport, paint: Paint) => string>> = {
  table: bisectionTable,
  json: bisectionJson,
};
