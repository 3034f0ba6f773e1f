import { describe, expect, it } from 'vitest';
import { runTools } from '../../src/cli/workshop.ts';
import { perform, SettledSites } from '../../src/runner/index.ts';
import { allCases, shippedScenarios } from '../library/shipped.ts';

const tools = await runTools();
const [scenario] = await shippedScenarios('scenarios/tour');
const cases = scenario === undefined ? [] : allCases(scenario);

describe('a site that has settled', () => {
  it('is where every run with the same site and releases begins, with the same records and the same head', () => {
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

  it('is one for all seeds of a variant, whose courses part at the start of the scenario', () => {
    const [one] = cases;
    if (one === undefined) throw new Error('the tour is empty');
    const settled = new SettledSites();
    const courses = [1, 2].map((seed) => {
      const { firstTurn, records, result, close } = perform({ ...one, seed }, { ...tools, settled }, {});
      close();
      return { before: records.filter(({ turn }) => turn <= firstTurn && turn > 0), head: result.head };
    });
    expect(courses[1]?.before).toEqual(courses[0]?.before);
    expect(courses[1]?.head).not.toBe(courses[0]?.head);
  });

  it('is the same whether it was taken over or set up for this seed', () => {
    const [one] = cases;
    if (one === undefined) throw new Error('the tour is empty');
    const settled = new SettledSites();
    perform(one, { ...tools, settled }, {}).close();
    const [alone, shared] = [tools, { ...tools, settled }].map((given) => perform({ ...one, seed: 7 }, given, {}));
    expect(shared?.result).toEqual(alone?.result);
    alone?.close();
    shared?.close();
  });
});
