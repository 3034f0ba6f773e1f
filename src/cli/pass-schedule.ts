import { createTask, validateDetailed } from 'node-cron';
import { UsageError } from './surroundings.ts';

/** What happens at the times of a schedule. */
export interface Scheduled {
  /** Never called while the pass before it is still running. */
  pass(): Promise<void>;
  /** A time came at which no pass could begin. */
  skipped(reason: string): Promise<void>;
}

/** A schedule that has begun. */
export interface RunningSchedule {
  /** When the next pass is due, as this machine writes times of its zone. */
  next(): string;
  end(): Promise<void>;
}

/** Starts a schedule; tests hand in their own. */
export type Schedule = (expression: string, scheduled: Scheduled) => RunningSchedule;

/** A pass keeps this process busy for seconds at a time; a time that comes meanwhile is late and not missed. */
const tolerance = 60 * 60 * 1000;

/** The times of a cron expression by the clock of this machine, kept by node-cron. */
export function cronSchedule(expression: string, { pass, skipped }: Scheduled): RunningSchedule {
  const { valid, errors } = validateDetailed(expression);
  if (!valid) {
    const told = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new UsageError(`--every "${expression}" is no cron expression (${told}); write "0 2 * * *" for two at night`);
  }
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
  const task = createTask(expression, pass, { noOverlap: true, missedExecutionTolerance: tolerance, logger: silent });
  task.on('execution:overlap', () => skipped('the pass before it was still running'));
  task.on('execution:missed', () => skipped('the machine was busy or asleep'));
  void task.start();
  return {
    next: () => task.getNextRun()?.toString() ?? 'never',
    end: async () => {
      await task.destroy();
    },
  };
}
