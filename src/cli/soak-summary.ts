import type { Ledger, LedgerEntry, PassEntry, RunEntry } from './soak-ledger.ts';

/** A ledger in a few lines: its passes, and each failure once with the command that shows it again. */
export function ledgerSummary(file: string, { entries, unreadable }: Ledger): string {
  const passes = entries.filter((entry) => entry.entry === 'pass');
  const runs = entries.filter((entry) => entry.entry === 'run');
  const failures = failuresOf(runs);
  const failed = runs.filter((run) => run.verdict !== 'as expected').length;
  const passCount = new Set(runs.map(({ pass }) => pass)).size;
  return [
    `${file}: ${counted(passCount, 'pass', 'passes')}, ${counted(runs.length, 'run')}, ${failed} failed`,
    ...entries.flatMap(passLine),
    ...unfinished(runs, passes),
    ...failures.flatMap(failureLines),
    ...unreadable.map((line) => `  line ${line} is not whole and was left out`),
    '',
  ].join('\n');
}

function passLine(entry: LedgerEntry): readonly string[] {
  if (entry.entry === 'skipped') return [`  ${entry.at}  skipped: ${entry.reason}`];
  if (entry.entry !== 'pass') return [];
  const { pass, begun, ended, seed, runs, failed, interrupted } = entry;
  const how = interrupted ? ', interrupted' : '';
  return [`  ${begun} to ${ended}  pass ${pass}, seed ${seed}: ${counted(runs, 'run')}, ${failed} failed${how}`];
}

/** A pass whose process was ended has runs and no end. */
function unfinished(runs: readonly RunEntry[], passes: readonly PassEntry[]): readonly string[] {
  const ended = new Set(passes.map(({ pass }) => pass));
  const open = [...new Set(runs.map(({ pass }) => pass))].filter((pass) => !ended.has(pass));
  return open.map((pass) => {
    const count = runs.filter((run) => run.pass === pass).length;
    return `  pass ${pass} has no end: ${counted(count, 'run')}`;
  });
}

interface Failure {
  readonly first: RunEntry;
  readonly seeds: readonly number[];
}

/** The same failure with several seeds is told once, with the first seed that showed it. */
function failuresOf(runs: readonly RunEntry[]): readonly Failure[] {
  const failures = new Map<string, { readonly first: RunEntry; readonly seeds: number[] }>();
  for (const run of runs) {
    if (run.verdict === 'as expected') continue;
    const { file, variant, release, verdict, found = '' } = run;
    const key = JSON.stringify([file, variant, release, verdict, found.split(', found ', 1)]);
    const known = failures.get(key);
    if (known === undefined) failures.set(key, { first: run, seeds: [run.seed] });
    else known.seeds.push(run.seed);
  }
  return [...failures.values()];
}

function failureLines({ first, seeds }: Failure): readonly string[] {
  const { verdict, file, variant, release, found, again } = first;
  const shown = seeds.slice(0, 8).join(', ');
  const more = seeds.length > 8 ? `, and ${seeds.length - 8} more` : '';
  return [
    `${verdict}  ${file}, ${variant} on ${release}, seed ${shown}${more}`,
    ...(found === undefined ? [] : [`  ${found}`]),
    ...(again === undefined ? [] : [`  ${again}`]),
  ];
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
