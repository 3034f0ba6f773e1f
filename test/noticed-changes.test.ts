import { describe, expect, it } from 'vitest';
import { sms12, sms20, type BuildChange, type Product } from '../src/catalogue/index.ts';
import { runTools } from '../src/cli/workshop.ts';
import { perform, type Case, type LoadedScenario } from '../src/runner/index.ts';
import { allCases, shippedScenarios } from './library/shipped.ts';
import { sms12Witnesses } from './library/sms12-witnesses.ts';
import { sms20Witnesses } from './library/sms20-witnesses.ts';
import type { Witness } from './library/witness.ts';

const tools = await runTools();

/** A product, and the scenarios that are to notice every change of its builds. */
interface Noticed {
  readonly product: Product;
  readonly scenarios: readonly LoadedScenario[];
  readonly witnesses: readonly Witness[];
}

const noticed: readonly Noticed[] = [
  { product: sms20, scenarios: await shippedScenarios('scenarios/sms20'), witnesses: sms20Witnesses },
  { product: sms12, scenarios: await shippedScenarios('scenarios/sms12'), witnesses: sms12Witnesses },
];

/** The case of a witness. */
function caseOf({ article, variant, release }: Witness, { scenarios }: Noticed): Case {
  const cases = scenarios.filter((one) => one.scenario.kb === article).flatMap(allCases);
  const found = cases.find((one) => one.variant.name.startsWith(variant) && one.run.name === release);
  if (found === undefined) throw new Error(`${article} has no case ${variant} on ${release}`);
  return found;
}

function witnessOf({ component, trait, until = '' }: BuildChange, { witnesses }: Noticed): Witness | undefined {
  return witnesses.find((one) => one.component === component && one.trait === trait && one.until === until);
}

/** All products, one of them without one of its changes. */
function productsWithout(change: BuildChange, product: Product): readonly Product[] {
  const changes = product.changes.filter((one) => one !== change);
  return noticed.map((one) => (one.product === product ? { ...product, changes } : one.product));
}

function told({ component, trait, from, until }: BuildChange): string {
  return `${component}: ${trait} (${from ?? 'the first build'} to ${until ?? 'the last'})`;
}

describe('without this change of a build, its scenario turns out otherwise', () => {
  const all = noticed.flatMap((one) => one.product.changes.map((change) => [told(change), change, one] as const));

  it.each(all)('%s', (_name, change, one) => {
    const witness = witnessOf(change, one);
    if (witness === undefined) throw new Error('no scenario notices this change');
    const products = productsWithout(change, one.product);
    const performance = perform(caseOf(witness, one), { ...tools, products }, {});
    performance.close();
    expect(['mismatch', 'contradicts the KB']).toContain(performance.result.verdict);
  });

  it.each(noticed)('and no scenario is named for a change that $product.name has not', (one) => {
    const named = new Set(one.product.changes.map((change) => witnessOf(change, one)));
    expect(one.witnesses.filter((witness) => !named.has(witness))).toEqual([]);
  });
});

describe.each(noticed)('a scenario of an article on $product.name', ({ product, scenarios }) => {
  const files = scenarios.map(({ scenario }) => [scenario.file, scenario.kb ?? '', scenario.claims] as const);

  it('has the number of its article in its name', () => {
    for (const [file, article] of files) expect(file).toMatch(new RegExp(`/${article}-[a-z0-9-]+\\.yaml$`));
  });

  it('says of every release of this version what the article says of it', () => {
    const releases = product.releases.map(({ name }) => name).filter((name) => isOf(product, name));
    for (const [file, , claims] of files) {
      const claimed = plainClaims(claims).filter((name) => isOf(product, name));
      expect([file, claimed.toSorted()]).toEqual([file, releases.toSorted()]);
    }
  });

  it('names an earlier version only where its article is about that', () => {
    for (const [file, , claims] of files) {
      const earlier = plainClaims(claims).filter((name) => !isOf(product, name));
      expect([file, earlier.filter((name) => claims[name] === 'not stated')]).toEqual([file, []]);
    }
  });

  it('claims that something was corrected only after it was there', () => {
    for (const [file, , claims] of files) {
      const said = product.releases.map(({ name }) => claims[name]);
      const [first, last] = [said.indexOf('corrected'), said.lastIndexOf('present')];
      expect([file, first === -1 || (last !== -1 && last < first)]).toEqual([file, true]);
    }
  });
});

/** Claims of one release alone, neither of an upgrade nor of mixed releases. */
function plainClaims(claims: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(claims).filter((name) => !/ to |, clients /.test(name));
}

/** Whether a release is of the version that the product is named after; that of SMS 1.2 has 1.0 and 1.1 too. */
function isOf({ version }: Product, release: string): boolean {
  return release.startsWith(version);
}
