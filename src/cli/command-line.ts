import { CommanderError } from 'commander';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { buildProgram } from './program.ts';
import { Interrupted, InvalidScenarios, UsageError, type Surroundings } from './surroundings.ts';
import { toolLog, type LogLevel } from './tool-log.ts';
import { version } from './version.ts';

/** Runs one command line and returns its exit code; never ends the process, never throws. */
export async function runCommandLine(given: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: number = exitCodes.asExpected;
  let level: LogLevel = 'warn';
  const context: Context = {
    ...surroundings,
    version: version(),
    exitWith: (wanted) => {
      code = wanted;
    },
    log: () => toolLog(surroundings, level),
  };
  const program = buildProgram(context, (wanted) => {
    level = wanted;
  });
  try {
    await program.parseAsync([...given], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, surroundings);
  }
}

function failed(error: unknown, surroundings: Surroundings): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.asExpected : exitCodes.usage;
  }
  if (error instanceof InvalidScenarios) surroundings.complain(`${error.mistakes.join('\n\n')}\n\n`);
  if (error instanceof UsageError) {
    surroundings.complain(`error: ${error.message}\n`);
    return exitCodes.usage;
  }
  if (error instanceof Interrupted) {
    surroundings.complain(`${error.message}\n`);
    return exitCodes.interrupted;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  surroundings.complain(`smsim failed; this is a fault of smsim itself:\n${told}\n`);
  return exitCodes.fault;
}
