import type { Logger } from 'pino';
import type { Surroundings } from './surroundings.ts';

/** How much smsim tells about itself on the standard error stream. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Diagnostics of the tool itself, as JSON lines; never mixed with results, traces or SMS logs. */
export async function toolLog(surroundings: Surroundings, level: LogLevel): Promise<Logger> {
  const { pino } = await import('pino');
  return pino({ level, base: null }, { write: (line: string) => surroundings.complain(line) });
}
