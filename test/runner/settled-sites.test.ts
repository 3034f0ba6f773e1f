import { describe, expect, it } from 'vitest';
import { runTools } from '../../src/cli/workshop.ts';
import { perform, SettledSites } from '../../src/runner/index.ts';
import { allCases, shippedScenarios } from '../library/shipped.ts';

const tools = await runTools();
const [scenario] = await shippedScenarios('scenarios/tour');
const cases = scenario === undefined ? [] : allCases(scenario);

describe('a site that has settled', () => {
  it('is where every run with the same site, releases and seed begins, with the same records and the same head', () => {
    const settled = new SettledSites();
    for (const one of [...cases, ...cases]) {
      const alone = perform(one, tools, {});
      const shared = perform(one, { ...tools, settled }, {});
      expect(shared.records).toEqual(alone.records);
      expect(shared.result).toEqual(alone.result);
      alone.close();
      shared.close();
    }
  });

  it('is another one for another seed', () => {
    const [one] = cases;
    if (one === undefined) throw new Error('the tour is empty');
    const settled = new SettledSites();
    const heads = [1, 2].map((seed) => {
      const performance = perform({ ...one, seed }, { ...tools, settled }, {});
      performance.close();
      return performance.result.head;
    });
    expect(heads[0]).not.toBe(heads[1]);
  });
});
