import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from './context.ts';
import { UsageError } from './surroundings.ts';

/** Writes the starter scenario to a new file; a file that is there stays as it is. */
export async function initScenario(context: Context, file: string): Promise<void> {
  const target = path.resolve(context.workingFolder, file);
  const handle = await open(target, 'wx').catch((error: unknown) => {
    const exists = (error as { readonly code?: string }).code === 'EEXIST';
    throw new UsageError(exists ? `${file} exists; init never overwrites` : `cannot write ${file}: ${String(error)}`);
  });
  try {
    await handle.writeFile(starter(path.dirname(target), context.library));
  } finally {
    await handle.close();
  }
  context.write(`written  ${file}\nplay it with: smsim run ${file}\n`);
}
