import { findRecord, why } from '../analysis/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { playCase } from './play-case.ts';
import { chooseCase } from './selection.ts';
import { siteClock } from './site-clock.ts';
import { UsageError } from './surroundings.ts';
import { runTools } from './workshop.ts';

/** Prints the chain of causes of a turn, or of the last thing that a text names. */
export async function explain(context: Context, file: string, asked: string, options: CaseOptions): Promise<void> {
  const chosen = await chooseCase(context, file, options);
  const performance = await playCase(context, chosen, await runTools(), { explained: true });
  const record = findRecord(performance.records, asked);
  if (record === undefined) throw new UsageError(nothingFound(asked, performance.result.turns));
  const clock = siteClock(performance);
  for (const [index, link] of why(performance, record).entries()) {
    const lead = index === 0 ? 'because' : '     so';
    const repeats = link.times > 1 ? `  (${link.times} times)` : '';
    const read = link.readBy === undefined ? '' : `, which ${link.readBy.process} reads in turn ${link.readBy.turn}`;
    context.write(
      `${lead}  ${clock(link.time)}  turn ${String(link.turn).padStart(5)}  ${link.text}${repeats}${read}\n`,
    );
  }
}

function nothingFound(asked: string, turns: number): string {
  if (/^\d+$/.test(asked)) return `there is no turn ${asked}: this run has turns up to ${turns}`;
  return `no record of this run has the text "${asked}"; smsim trace --zoom turns shows all turns`;
}
