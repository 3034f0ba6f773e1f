import { runAll, type Breakdown, type Case, type CaseResult, type RunTools } from '../../runner/index.ts';
import { mismatchesOverSeeds, seedsOf, type Mismatch, type ScenarioPlay, type Variant } from '../../scenario/index.ts';
import type { Place } from './rows.ts';

/** What playing a cell has shown, whatever the article claims. */
export interface Measurement {
  /** What was not as the symptom, or the procedure, expects; empty: it shows. Undefined: not played. */
  readonly told: readonly Mismatch[] | undefined;
  /** What was not as the cure expects; undefined where nothing says what a cure is. */
  readonly cure: readonly Mismatch[] | undefined;
  /** What Setup said when it refused an upgrade. */
  readonly refusal: string | undefined;
  /** A limit or a fault of smsim ended a run. */
  readonly breakdown: Breakdown | undefined;
  readonly results: readonly CaseResult[];
}

/** What measuring needs. */
export interface Bench {
  readonly tools: RunTools;
  /** Instead of those of the variants. */
  readonly seed: number | undefined;
  readonly interrupted: AbortSignal;
}

/** Nothing is played where a procedure is not meant for a release. */
const unplayed: Measurement = {
  ...{ told: undefined, cure: undefined, refusal: undefined, breakdown: undefined, results: [] },
};

/** Plays a cell; undefined after an interruption. */
export async function measure(place: Place, bench: Bench): Promise<Measurement | undefined> {
  if (!place.meant) return unplayed;
  const { told, cure } = place.telling;
  const count = told.expectations.length;
  const together = cure !== undefined && haveSameSteps(told, cure);
  const variant = together ? { ...told, expectations: [...told.expectations, ...cure.expectations] } : told;
  const first = await playSeeds(place, variant, bench);
  if (first === undefined) return undefined;
  const own = mismatchesOverSeeds(first.plays, (number) => number < count);
  const measured = { told: own, refusal: first.refusal, breakdown: first.breakdown, results: first.results };
  if (cure === undefined) return { ...measured, cure: undefined };
  if (together) return { ...measured, cure: mismatchesOverSeeds(first.plays, (number) => number >= count) };
  const second = await playSeeds(place, cure, bench);
  if (second === undefined) return undefined;
  return {
    told: own,
    cure: mismatchesOverSeeds(second.plays),
    refusal: first.refusal ?? second.refusal,
    breakdown: first.breakdown ?? second.breakdown,
    results: [...first.results, ...second.results],
  };
}

/** Variants that differ in what they expect only can be played as one. */
function haveSameSteps(one: Variant, other: Variant): boolean {
  const rest = ({ added, seed, shuffleTies, traits }: Variant): string =>
    JSON.stringify([added.length, seed, shuffleTies, traits]);
  return one.steps === other.steps && one.added.length === 0 && rest(one) === rest(other);
}

interface Played {
  readonly plays: readonly ScenarioPlay[];
  readonly results: readonly CaseResult[];
  readonly refusal: string | undefined;
  readonly breakdown: Breakdown | undefined;
}

/** Plays a variant with each seed its expectations speak of. */
async function playSeeds(place: Place, variant: Variant, bench: Bench): Promise<Played | undefined> {
  const { loaded, run } = place;
  const seeds = seedsOf(variant, bench.seed ?? variant.seed);
  const cases: readonly Case[] = seeds.map((seed, index) => ({
    ...{ loaded, variant, run, seed, place: index, extra: index > 0, claim: undefined },
  }));
  const plays: ScenarioPlay[] = [];
  let refusal: string | undefined;
  const results = await runAll(
    cases,
    bench.tools,
    {},
    {
      interrupted: bench.interrupted,
      finished: async ({ play, records }) => {
        if (play !== undefined) plays.push(play);
        refusal ??= records.find(({ kind, subject }) => kind === 'window' && subject === 'SMS Setup')?.detail;
        await Promise.resolve();
      },
    },
  );
  if (results.length < cases.length) return undefined;
  const breakdown = results.find((result) => result.breakdown !== undefined)?.breakdown;
  return { plays, results, refusal, breakdown };
}
