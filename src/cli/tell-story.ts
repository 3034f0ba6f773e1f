import { assumptionsOf, story, type Zoom } from '../analysis/index.ts';
import type { Performance } from '../runner/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf } from './exit-codes.ts';
import { keepFaults } from './fault-files.ts';
import type { CaseOptions } from './options.ts';
import { playCase } from './play-case.ts';
import { siteClock } from './site-clock.ts';
import { chooseCase } from './selection.ts';
import { runTools } from './workshop.ts';

/** Plays one case and tells its story and its assumptions. */
export async function traceScenario(
  context: Context,
  file: string,
  options: CaseOptions & { readonly zoom: Zoom },
): Promise<void> {
  const chosen = await chooseCase(context, file, options);
  const performance = await playCase(context, chosen, await runTools(), { explained: true });
  tellStory(context, performance, options.zoom);
  tellFoundations(context, performance);
  await keepFaults(context, [performance.result]);
  context.exitWith(exitCodeOf([performance.result.verdict]));
}

/** Prints a heading, the lines of the story and the verdict. */
export function tellStory(context: Context, performance: Performance, zoom: Zoom): void {
  const { scenario, variant, release, seed, verdict, mismatches, breakdown } = performance.result;
  const clock = siteClock(performance);
  context.write(`${scenario}\n  ${variant} on ${release}, seed ${seed}\n\n`);
  for (const { time, turn, text, times } of story(performance, zoom)) {
    const repeats = times > 1 ? `  (${times} times)` : '';
    context.write(`  ${clock(time)}  turn ${String(turn).padStart(5)}  ${text}${repeats}\n`);
  }
  context.write(`\n  ${verdict}, ${performance.result.turns} turns\n`);
  for (const one of mismatches)
    context.write(`    line ${one.line}: expected ${one.expectation}, found ${one.actual}\n`);
  if (breakdown !== undefined) context.write(`    ${breakdown.message}\n`);
}

function tellFoundations(context: Context, performance: Performance): void {
  const assumptions = assumptionsOf(performance.result.foundations);
  const judged = assumptions.filter((assumption) => assumption.judged);
  context.write(`\n  rests on ${judged.length === 0 ? 'no assumptions' : `${judged.length} assumptions:`}\n`);
  for (const { name, note } of judged) context.write(`    ${name}: ${note}\n`);
  for (const { name, note } of assumptions) {
    if (!judged.some((one) => one.name === name)) context.write(`    assumed format, not judged: ${name}: ${note}\n`);
  }
}
