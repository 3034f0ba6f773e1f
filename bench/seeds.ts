import { sms20 } from '../src/catalogue/index.ts';
import { sha256 } from '../src/cli/digest.ts';
import { casesOf, loadScenarios, perform, SettledSites, type RunTools } from '../src/runner/index.ts';
import type { SqlEngine } from '../src/world/index.ts';

/** What many runs of one scenario did, and what they cost on this machine. */
export interface SeedRuns {
  readonly runs: number;
  /** Of all runs together. */
  readonly turns: number;
  readonly seconds: number;
}

/** Runs the first variant of a scenario file on its first release with so many seeds in a row. */
export async function runSeeds(sqlEngine: SqlEngine, file: string, seeds: number): Promise<SeedRuns> {
  const tools: RunTools = { products: [sms20], sqlEngine, digest: sha256, settled: new SettledSites() };
  const reading = { workingFolder: process.cwd(), library: 'scenarios', products: [sms20] };
  const { scenarios, diagnostics } = await loadScenarios([file], reading);
  const [loaded] = scenarios;
  if (loaded === undefined) throw new Error(`${file}: ${diagnostics.map(({ message }) => message).join(', ')}`);
  const [first] = casesOf(loaded, { releases: [], variants: [], seeds: 1 });
  if (first === undefined) throw new Error(`${file} has no cases`);
  let turns = 0;
  const began = performance.now();
  for (let seed = 1; seed <= seeds; seed++) {
    const done = perform({ ...first, seed }, tools, {});
    turns += done.result.turns;
    done.close();
  }
  return { runs: seeds, turns, seconds: (performance.now() - began) / 1000 };
}
