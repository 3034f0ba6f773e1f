import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import type { CaseResult } from '../runner/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { UsageError } from './surroundings.ts';

/** The heads of the same cases as another process found them. */
export interface Elsewhere {
  readonly name: string;
  headOf(result: Pick<CaseResult, 'scenario' | 'release' | 'variant' | 'seed'>): string | undefined;
}

type Found = Pick<CaseResult, 'scenario' | 'release' | 'variant' | 'seed' | 'head'>;

/** A zone and a language in which dates, numbers and the order of letters are unlike those of most machines. */
const farAway = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

/** Runs the cases in a second process far away, and on each other Node that was named. */
export async function headsElsewhere(
  context: Context,
  paths: readonly string[],
  options: CaseOptions & { readonly node: readonly string[] },
): Promise<readonly Elsewhere[]> {
  const programs = [
    { name: 'a second process in another zone and language', program: process.execPath },
    ...options.node.map((program) => ({ name: program, program })),
  ];
  const elsewhere: Elsewhere[] = [];
  for (const { name, program } of programs) {
    const found = await headsFrom(context, program, [...paths, ...selected(options)]);
    const heads = new Map(found.map((one) => [caseName(one), one.head]));
    elsewhere.push({ name, headOf: (result) => heads.get(caseName(result)) });
  }
  return elsewhere;
}

async function headsFrom(context: Context, program: string, given: readonly string[]): Promise<readonly Found[]> {
  const command = [context.program, 'run', '--reporter', 'json', ...given];
  const options = { cwd: context.workingFolder, env: { ...process.env, ...farAway }, maxBuffer: 1 << 28 };
  const output = await promisify(execFile)(program, command, options).catch((error: unknown) =>
    outputOf(error, program),
  );
  return (JSON.parse(output.stdout) as { readonly results: readonly Found[] }).results;
}

/** A run with mismatches ends with its own exit code, but has told its heads. */
function outputOf(error: unknown, program: string): { readonly stdout: string } {
  const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
  if (stdout?.startsWith('{') === true) return { stdout };
  throw new UsageError(`cannot run smsim with ${program}: ${stderr ?? String(error)}`);
}

function selected({ release, variant, seed }: CaseOptions): readonly string[] {
  return [
    ...release.flatMap((name) => ['--release', name]),
    ...variant.flatMap((name) => ['--variant', name]),
    ...(seed === undefined ? [] : ['--seed', String(seed)]),
  ];
}

function caseName({ scenario, release, variant, seed }: Omit<Found, 'head'>): string {
  return JSON.stringify([scenario, release, variant, seed]);
}
