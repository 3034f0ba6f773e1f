import type { Logger } from 'pino';
import type { Surroundings } from './surroundings.ts';

/** What every command works with. */
export interface Context extends Surroundings {
  readonly version: string;
  /** Sets the exit code; of several the last one counts. */
  exitWith(code: number): void;
  log(): Promise<Logger>;
}
