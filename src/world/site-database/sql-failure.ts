import { assumed, documented } from '../provenance.ts';
import type { SqlError } from './sql-engine.ts';

/** What SQL Server answers instead of a result. */
export interface SqlFailure {
  readonly number: SqlFailureNumber;
  readonly message: string;
}

/** The result of an operation on the site database. */
export type SqlOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: SqlFailure };

/** The numbers that components and users meet, as SQL Server counts them; `general` is what DB-Library puts on top. */
export const sqlNumbers = {
  offline: 17,
  invalidObject: 208,
  duplicateKey: 2627,
  logFull: 9002,
  general: 10007,
} as const;

type SqlFailureNumber = (typeof sqlNumbers)[keyof typeof sqlNumbers];

/** 208 and 10007 stand in Q298455, the sentence of 2627 in Q249582; 17 and 9002 are SQL Server's own. */
export const sqlFailureProvenance = documented('Q298455, Q249582', 'Invalid object, general error, duplicate key.');

/** No article quotes what an SMS component sees when its server is gone or its log is full. */
export const outageProvenance = assumed('Errors 17 and 9002 of SQL Server 7.0 for an outage and a full log.');

/** The answer of a server that cannot be reached. */
export const offlineFailure: SqlFailure = {
  number: sqlNumbers.offline,
  message: 'SQL Server does not exist or access denied.',
};

/** The answer of SQL Server 7.0 to a write while the transaction log has no room. */
export function logFullFailure(database: string): SqlFailure {
  const message = `The log file for database '${database}' is full.`;
  return { number: sqlNumbers.logFull, message };
}

/** The engine's complaint in SQL Server's words where we know them, in its own words otherwise. */
export function sqlFailure(error: SqlError): SqlFailure {
  if (error.number === sqlNumbers.logFull) return { number: error.number, message: error.message };
  const missing = /^no such table: (.+)$/.exec(error.message)?.[1];
  if (missing !== undefined) return { number: sqlNumbers.invalidObject, message: `Invalid object name '${missing}'.` };
  const table = /^UNIQUE constraint failed: (?:(\w+)\.|index '(\w+)_PK')/.exec(error.message)?.slice(1).find(Boolean);
  if (table === undefined) return { number: sqlNumbers.general, message: error.message };
  const rule = `Violation of PRIMARY KEY constraint '${table}_PK'.`;
  return { number: sqlNumbers.duplicateKey, message: `${rule} Cannot insert duplicate key in object '${table}'.` };
}
