import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Reporter } from './report.ts';
import { summaryReport } from './summary.ts';

export { plain } from './report.ts';
export type { Paint, Report, Reporter } from './report.ts';

/** What `--reporter` takes. */
export type ReporterName = 'summary' | 'json' | 'junit';

/** Every reporter by its name. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  summary: summaryReport,
  json: jsonReport,
  junit: junitReport,
};
