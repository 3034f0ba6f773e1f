import type { Context } from './context.ts';
import { loadChosen } from './selection.ts';

/** Prints one line a scenario and one a variant. */
export async function listScenarios(context: Context, paths: readonly string[]): Promise<void> {
  const { scenarios } = await loadChosen(context, paths.length === 0 ? ['scenarios'] : paths);
  for (const { file, title, kb, variants } of scenarios) {
    context.write(`${kb ?? '-'}  ${title}\n  ${file}\n`);
    for (const variant of variants) context.write(`    ${variant.name}: ${variant.releases.join(', ')}\n`);
  }
}
