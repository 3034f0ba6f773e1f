import path from 'node:path';
import type { CaseResult } from '../runner/index.ts';
import type { Context } from './context.ts';
import { writeWhole } from './output-file.ts';

/** Writes a checkpoint file into the working folder for each run in which smsim itself failed, and says where it is. */
export async function keepFaults(context: Context, results: readonly CaseResult[]): Promise<void> {
  for (const result of results) {
    if (result.verdict !== 'fault' || result.breakdown === undefined) continue;
    const { scenario, file, release, variant, seed, turns, breakdown } = result;
    const name = `smsim-fault-${path.parse(file).name}-${variant}-${release}-${seed}.json`.replaceAll(/[^\w.-]+/g, '-');
    const about = { version: context.version, scenario, file, release, variant, seed, turn: turns };
    const state = breakdown.checkpoint ?? 'null';
    const head = JSON.stringify({ ...about, message: breakdown.message, stack: breakdown.details });
    await writeWhole(path.join(context.workingFolder, name), `${head.slice(0, -1)},"checkpoint":${state}}\n`);
    context.complain(`fault of smsim at seed ${seed}, turn ${turns}; checkpoint in ${name}\n`);
  }
}
