import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Reporter } from './report.ts';
import { summaryReport } from './summary.ts';

export { plain } from './report.ts';
export type { Paint, Report, Reporter } from './report.ts';

/** Every reporter by the name that `--reporter` takes. */
export const reporters = {
  summary: summaryReport,
  json: jsonReport,
  junit: junitReport,
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = keyof typeof reporters;
