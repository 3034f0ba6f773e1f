import { firstDifference, withBadComponents } from '../analysis/index.ts';
import { RandomStreams, traceLine } from '../kernel/index.ts';
import { perform, sameCase, type Case, type Performance, type RunTools } from '../runner/index.ts';
import { shuffleKeys } from '../scenario/index.ts';
import type { Context } from './context.ts';
import { exitCodeOf, exitCodes, gravest } from './exit-codes.ts';
import type { CaseOptions } from './options.ts';
import { headsElsewhere, type Elsewhere } from './other-process.ts';
import { chooseCases } from './selection.ts';
import { runTools } from './workshop.ts';

/** The options of `smsim check-determinism`. */
export interface DeterminismOptions extends CaseOptions {
  readonly node: readonly string[];
  readonly withABadComponent: boolean;
}

/** A way to run a case again that must not change its trace. */
interface Way {
  readonly name: string;
  run(): Performance;
}

/** Runs every case in every way that must not matter; exit code 6 where a head differs. */
export async function checkDeterminism(
  context: Context,
  paths: readonly string[],
  options: DeterminismOptions,
): Promise<void> {
  const chosen = await chooseCases(context, paths, options);
  const tools = await toolsOf(options);
  const reversed = { ...tools, sqlEngine: (await runTools({ reverseUnorderedSelects: true })).sqlEngine };
  const elsewhere = options.withABadComponent ? [] : await headsElsewhere(context, paths, options);
  const codes: number[] = [];
  for (const one of chosen) {
    if (context.interrupted.aborted) break;
    codes.push(checkCase(context, one, { tools, reversed }, elsewhere));
    await new Promise((resolve) => void setImmediate(resolve));
  }
  const different = codes.filter((code) => code === exitCodes.notDeterministic).length;
  const cases = `${codes.length} ${codes.length === 1 ? 'case' : 'cases'}`;
  context.write(`${cases}, ${different === 0 ? 'all deterministic' : `${different} not deterministic`}\n`);
  context.exitWith(context.interrupted.aborted ? exitCodes.interrupted : gravest(codes));
}

async function toolsOf(options: DeterminismOptions): Promise<RunTools> {
  const tools = await runTools();
  return options.withABadComponent ? { ...tools, products: tools.products.map(withBadComponents) } : tools;
}

function checkCase(
  context: Context,
  one: Case,
  { tools, reversed }: { readonly tools: RunTools; readonly reversed: RunTools },
  elsewhere: readonly Elsewhere[],
): number {
  const reference = perform(one, tools, {});
  const { scenario, variant, release, seed, head, verdict } = reference.result;
  const differences = waysOf(one, reference, tools, reversed).flatMap((way) => differing(reference, way));
  for (const other of elsewhere) {
    const found = other.headOf(reference.result);
    if (found !== head) differences.push(`${other.name}: head ${found ?? '(no such run)'}`);
  }
  reference.close();
  const name = `${scenario} (${variant} on ${release}, seed ${seed})`;
  context.write(`${differences.length === 0 ? 'same' : 'DIFFERENT'}  ${name}  ${head.slice(0, 16)}\n`);
  for (const difference of differences) context.write(`  ${difference}\n`);
  const faults = verdict === 'fault' || verdict === 'limit' ? [exitCodeOf([verdict])] : [];
  return gravest([differences.length === 0 ? exitCodes.asExpected : exitCodes.notDeterministic, ...faults]);
}

function waysOf(one: Case, reference: Performance, tools: RunTools, reversed: RunTools): readonly Way[] {
  const { firstTurn } = reference;
  const lastTurn = Math.max(firstTurn, reference.result.turns);
  const saveAt = new RandomStreams(one.seed).stream('turn of save and restore').integer(firstTurn, lastTurn);
  const shuffled = (): Case => sameCase(one, (text) => shuffleKeys(text, one.seed), tools.products);
  return [
    { name: 'again in the same process', run: () => perform(one, tools, {}) },
    { name: `saved and restored at turn ${saveAt}`, run: () => perform(one, tools, { saveAt }) },
    { name: 'YAML keys shuffled', run: () => perform(shuffled(), tools, {}) },
    { name: 'unordered selects reversed', run: () => perform(one, reversed, {}) },
  ];
}

function differing(reference: Performance, way: Way): readonly string[] {
  const other = way.run();
  other.close();
  if (other.result.head === reference.result.head) return [];
  const difference = firstDifference(reference.records.map(traceLine), other.records.map(traceLine));
  if (difference === undefined) return [`${way.name}: head ${other.result.head}`];
  const { record, first, second } = difference;
  return [`${way.name}: different at record ${record}`, `  first  ${first}`, `  then   ${second}`];
}
