import type { Verdict } from '../runner/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf } from './exit-codes.ts';
import { playCase } from './play-case.ts';
import { chooseCases } from './selection.ts';
import { tellStory } from './tell-story.ts';
import { runTools } from './workshop.ts';

function whereNext(file: string): string {
  const commands = [
    [`npx smsim trace ${file} --zoom outline`, 'the same story in about thirty lines'],
    ['npx smsim list', 'every scenario that ships with smsim'],
    ['npx smsim run scenarios', 'all of them, with verdicts'],
    ['npx smsim init', 'a scenario of your own, with comments'],
    ['npx smsim --help', 'every command'],
  ] as const;
  const lines = commands.map(([command, meaning]) => `  ${command}\n      ${meaning}\n`);
  return `Where to look next\n${lines.join('')}`;
}

/** Plays the first two scenarios of the tour and tells their stories. */
export async function playTour(context: Context): Promise<void> {
  const cases = await chooseCases(context, ['scenarios/tour'], { release: [], variant: [] });
  const files = [...new Set(cases.map((one) => one.loaded.scenario.file))].slice(0, 2);
  const tools = await runTools();
  const verdicts: Verdict[] = [];
  for (const first of files.flatMap((file) => cases.find((one) => one.loaded.scenario.file === file) ?? [])) {
    const performance = await playCase(context, first, tools, { explained: true });
    tellStory(context, performance, 'story');
    context.write('\n');
    verdicts.push(performance.result.verdict);
  }
  context.write(whereNext(files[0] ?? 'scenarios/tour'));
  context.exitWith(exitCodeOf(verdicts));
}
