import type { Context } from './context.ts';
import { loadChosen } from './selection.ts';

/** Prints one line a scenario and one a variant. */
export async function listScenarios(context: Context, paths: readonly string[]): Promise<void> {
  const { scenarios } = await loadChosen(context, paths.length === 0 ? ['scenarios'] : paths);
  for (const { scenario } of scenarios) {
    context.write(`${scenario.kb ?? '-'}  ${scenario.title}\n  ${scenario.file}\n`);
    for (const { name, runs, exam } of scenario.variants) {
      const asked = exam.length === 0 ? '' : `  (exam of ${exam.length})`;
      context.write(`    ${name}: ${runs.map((run) => run.name).join(', ')}${asked}\n`);
    }
  }
}
