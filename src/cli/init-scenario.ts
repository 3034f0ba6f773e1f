import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from './context.ts';
import { writeWhole } from './output-file.ts';
import { starterScenario } from './starter-scenario.ts';
import { UsageError } from './surroundings.ts';

/** Writes the starter scenario to a new file; a file that is there stays as it is. */
export async function initScenario(context: Context, file: string): Promise<void> {
  const target = path.resolve(context.workingFolder, file);
  const exists = (await stat(target).catch(() => undefined)) !== undefined;
  if (exists) throw new UsageError(`${file} exists; init never overwrites`);
  const schema = path.relative(path.dirname(target), path.join(context.library, 'scenario.schema.json'));
  await writeWhole(target, starterScenario(schema.replaceAll('\\', '/')));
  context.write(`written  ${file}\nplay it with: npx smsim run ${file}\n`);
}
