import { beforeAll, describe, expect, it } from 'vitest';
import { sms20, type BuildChange } from '../src/catalogue/index.ts';
import { runTools } from '../src/cli/workshop.ts';
import { perform, type Case } from '../src/runner/index.ts';
import { allCases, shippedScenarios } from './library/shipped.ts';
import { witnesses, type Witness } from './library/witnesses.ts';

const scenarios = await shippedScenarios('scenarios/sms20');
const tools = await runTools();

/** The case of a witness. */
function caseOf({ article, variant, release }: Witness): Case {
  const cases = scenarios.filter((one) => one.scenario.kb === article).flatMap(allCases);
  const found = cases.find((one) => one.variant.name.startsWith(variant) && one.run.name === release);
  if (found === undefined) throw new Error(`${article} has no case ${variant} on ${release}`);
  return found;
}

function witnessOf({ component, trait, until = '' }: BuildChange): Witness | undefined {
  return witnesses.find((one) => one.component === component && one.trait === trait && one.until === until);
}

function told({ component, trait, from, until }: BuildChange): string {
  return `${component}: ${trait} (${from ?? 'the first build'} to ${until ?? 'the last'})`;
}

describe('without this change of a build, its scenario turns out otherwise', () => {
  it.each(sms20.changes.map((change) => [told(change), change] as const))('%s', (_name, change) => {
    const witness = witnessOf(change);
    if (witness === undefined) throw new Error('no scenario notices this change');
    const changes = sms20.changes.filter((one) => one !== change);
    const performance = perform(caseOf(witness), { ...tools, product: { ...sms20, changes } }, {});
    performance.close();
    expect(['mismatch', 'contradicts the KB']).toContain(performance.result.verdict);
  });

  it('and no scenario is named for a change that is not there', () => {
    expect(witnesses.filter((one) => !sms20.changes.some((change) => witnessOf(change) === one))).toEqual([]);
  });
});

describe('a scenario of an article', () => {
  let files: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [];
  beforeAll(() => {
    files = scenarios.map(({ scenario }) => [scenario.file, scenario.kb ?? '', scenario.claims]);
  });

  it('has the number of its article in its name', () => {
    for (const [file, article] of files) expect(file).toMatch(new RegExp(`/${article}-[a-z0-9-]+\\.yaml$`));
  });

  it('says of every release what the article says of it', () => {
    const releases = sms20.releases.map(({ name }) => name).toSorted();
    for (const [file, , claims] of files) {
      const plain = Object.keys(claims).filter((name) => !/ to |, clients /.test(name));
      expect([file, plain.toSorted()]).toEqual([file, releases]);
    }
  });

  it('claims that something was corrected only after it was there', () => {
    for (const [file, , claims] of files) {
      const said = sms20.releases.map(({ name }) => claims[name]);
      const [first, last] = [said.indexOf('corrected'), said.lastIndexOf('present')];
      expect([file, first === -1 || (last !== -1 && last < first)]).toEqual([file, true]);
    }
  });
});
