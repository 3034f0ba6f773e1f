import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { firstDifference } from '../analysis/index.ts';
import { traceLine } from '../kernel/index.ts';
import { readTrace } from '../runner/index.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { playCase } from './play-case.ts';
import { chooseCase } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { runTools } from './workshop.ts';

/** Runs again what a trace file tells of; the first record that differs is printed, and the exit code is 6. */
export async function replayTrace(context: Context, file: string): Promise<void> {
  const text = await readFile(path.resolve(context.workingFolder, file), 'utf8').catch((error: unknown) => {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const trace = readTrace(text);
  if (typeof trace === 'string') throw new UsageError(`${file} is no trace file: ${trace}`);
  const { scenario, release, variant, seed, version, shuffleTies } = trace.header;
  const chosen = await chooseCase(context, scenario, { release: [release], variant: [variant], seed });
  const { records, result } = await playCase(
    context,
    chosen,
    await runTools(),
    shuffleTies === undefined ? {} : { shuffleTies },
  );
  const difference = firstDifference(trace.lines, records.map(traceLine));
  if (difference === undefined && trace.head === result.head) {
    context.write(`the same ${records.length} records, head ${result.head}\n`);
    return;
  }
  if (version !== context.version) context.write(`the trace was written by smsim ${version}\n`);
  const place = difference === undefined ? 'the head' : `record ${difference.record}`;
  const { first, second } = difference ?? { first: trace.head, second: result.head };
  context.write(`different at ${place}\n  in the file  ${first}\n  now          ${second}\n`);
  context.exitWith(exitCodes.notDeterministic);
}
