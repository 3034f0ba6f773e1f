import { describe, expect, it } from 'vitest';
import { withBadComponents } from '../src/analysis/index.ts';
import { runTools } from '../src/cli/workshop.ts';
import { RandomStreams } from '../src/kernel/index.ts';
import { perform, sameCase, type Case, type PerformOptions, type RunTools } from '../src/runner/index.ts';
import { shuffleKeys } from '../src/scenario/index.ts';
import { allCases, shippedScenarios } from './library/shipped.ts';

const tools = await runTools();
const reversed = await runTools({ reverseUnorderedSelects: true });

/**
 * Every case of the tour, one of each article of SMS 2.0 and of every fifth of SMS 1.2, whose runs last for weeks:
 * `smsim check-determinism scenarios` checks all of them.
 */
const tour = (await shippedScenarios('scenarios/tour')).flatMap(allCases);
const sms12 = (await shippedScenarios('scenarios/sms12')).filter((_one, index) => index % 5 === 0);
const library = [...(await shippedScenarios('scenarios/sms20')), ...sms12];
const articles = library.flatMap((one) => allCases(one).slice(0, 1));
const named = (cases: readonly Case[]): readonly (readonly [string, Case])[] =>
  cases.map((one) => [`${one.loaded.scenario.title}, ${caseName(one)}`, one]);

interface Ending {
  readonly head: string;
  readonly turns: number;
  readonly verdict: string;
}

function ending(one: Case, with_: RunTools, options: PerformOptions = {}): Ending {
  const performance = perform(one, with_, options);
  performance.close();
  const { head, turns, verdict } = performance.result;
  return { head, turns, verdict };
}

function caseName(one: Case): string {
  return `${one.variant.name} on ${one.run.name}`;
}

interface Reference {
  readonly expected: Ending;
  /** A turn after the scenario's start, drawn by the seed. */
  readonly saveAt: number;
  readonly shuffled: Case;
}

function referenceOf(one: Case): Reference {
  const reference = perform(one, tools, {});
  reference.close();
  const { head, turns, verdict } = reference.result;
  const stream = new RandomStreams(one.seed).stream('turn of save and restore');
  const saveAt = stream.integer(reference.firstTurn, Math.max(reference.firstTurn, turns));
  const shuffled = sameCase(one, (text) => shuffleKeys(text, 7), tools.products);
  return { expected: { head, turns, verdict }, saveAt, shuffled };
}

describe('the same head', () => {
  it.each(named(articles))('in every way at once: %s', { timeout: 300_000 }, (_name, one) => {
    const { expected, saveAt, shuffled } = referenceOf(one);
    expect(ending(shuffled, reversed, { saveAt }), `saved and restored at turn ${saveAt}`).toEqual(expected);
  });

  it.each(named(tour))('%s', { timeout: 300_000 }, (_name, one) => {
    const { expected, saveAt, shuffled } = referenceOf(one);
    expect(ending(one, tools), 'again').toEqual(expected);
    expect(ending(one, tools, { saveAt }), `saved and restored at turn ${saveAt}`).toEqual(expected);
    expect(ending(shuffled, tools), 'YAML keys shuffled').toEqual(expected);
    expect(ending(one, reversed), 'unordered selects reversed').toEqual(expected);
  });
});

it('does not follow from a component that draws real chance: the check catches it', () => {
  const bad = { ...tools, products: tools.products.map(withBadComponents) };
  const [one] = tour;
  if (one === undefined) throw new Error('the tour is empty');
  expect(ending(one, bad).head).not.toBe(ending(one, bad).head);
});

it.each(tour.map((one) => [caseName(one), one] as const))('a tour scenario passes however ties fall: %s', (_n, one) => {
  for (const shuffleTies of [3, 4]) expect(ending(one, tools, { shuffleTies }).verdict).toBe('as expected');
});
