import { describe, expect, it } from 'vitest';
import { runTools } from '../../src/cli/workshop.ts';
import { perform, SettledSites, settleSeeds, type Case, type CaseResult } from '../../src/runner/index.ts';
import { allCases, shippedScenarios } from './shipped.ts';

const tools = { ...(await runTools()), settled: new SettledSites() };

/** Runs that belong together: a variant on a release, with all the seeds that its expectations speak of. */
function runsOf(cases: readonly Case[]): readonly (readonly [string, readonly Case[]])[] {
  const runs = new Map<string, Case[]>();
  for (const one of cases) {
    const name = `${one.variant.name} on ${one.run.name}`;
    runs.set(name, [...(runs.get(name) ?? []), one]);
  }
  return [...runs];
}

/** Plays a case with real time and real chance out of reach. */
function played(one: Case): { readonly one: Case; readonly result: CaseResult } {
  const performance = perform(one, tools, { strict: true });
  performance.close();
  return { one, result: performance.result };
}

function told({ verdict, seed, mismatches, breakdown }: CaseResult): string {
  const lines = mismatches.map(({ expectation, actual, line }) => `line ${line}: ${expectation}\n  ${actual}`);
  return [verdict, ...lines, breakdown?.message ?? ''].filter((line) => line !== '').join(`\nseed ${seed}, `);
}

/** A test for each run of the scenarios below a folder of the project, or of every n-th of them for one part of n. */
export async function playShipped(folder: string, part = { number: 1, of: 1 }): Promise<void> {
  const scenarios = (await shippedScenarios(folder)).filter((_, index) => index % part.of === part.number - 1);
  describe.each(scenarios.map((one) => [one.scenario.file, one] as const))('%s', (_file, loaded) => {
    it.each(runsOf(allCases(loaded)))('%s', (_name, cases) => {
      for (const result of settleSeeds(cases.map(played))) expect(told(result)).toBe('as expected');
    });
  });
}
