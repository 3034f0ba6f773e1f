import { sqlNumbers, type SiteDatabase, type SqlFailure, type SqlOutcome } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** Registry key and value that make server components write their SQL statements into their logs. */
const sqlTracing = { key: 'HKLM\\Software\\Microsoft\\SMS\\Tracing', value: 'SqlEnabled' } as const;

/** Runs an operation on the site database; with SQL tracing on, its statements appear in the component's log. */
export function onDatabase<T>(self: Self, operation: (database: SiteDatabase) => SqlOutcome<T>): SqlOutcome<T> {
  const { database } = self;
  // Not through self.registry: an explanation must not lead to a switch that only fills a log.
  const traces = self.computer.registry.getNumber(sqlTracing.key, sqlTracing.value) === 1;
  const observer = traces ? (sql: string): void => self.log(`SQL>>>${sql}`) : undefined;
  const outcome = database.traced(observer, () => operation(database));
  if (traces) logEnd(self, outcome);
  return outcome;
}

/** Whether SQL Server itself is the trouble, so that the same statement may succeed later. */
export function isOutage(failure: SqlFailure): boolean {
  return failure.number === sqlNumbers.offline || failure.number === sqlNumbers.logFull;
}

/** The lines that follow the statements, as Q256073 and Q249582 show them. */
function logEnd(self: Self, outcome: SqlOutcome<unknown>): void {
  if (outcome.ok) self.log('SQL>>>>> Done.');
  else self.log(`SQL>>> ${outcome.failure.message}`);
}
