import type { Product } from '../catalogue/index.ts';
import type { ReadSite } from './site-of-scenario.ts';
import { isMapping, Source } from './source.ts';

interface Given {
  readonly readSite: ReadSite;
  readonly products: readonly Product[];
}

/** The product that a scenario's site is of, by the release that the site file names; the first where it names none. */
export function productOfScenario(raw: unknown, { readSite, products }: Given): Product {
  const [first] = products;
  if (first === undefined) throw new Error('scenarios need a product');
  return productNamed(siteValue(raw, readSite)?.['release'], products) ?? first;
}

/** The other products that take part: those of sites beside the first one whose release the site file names. */
export function otherProductsOf(raw: unknown, { readSite, products }: Given, own: Product): readonly Product[] {
  const sites = siteValue(raw, readSite)?.['other sites'];
  const named = (Array.isArray(sites) ? sites.filter(isMapping) : []).map(({ release }) =>
    productNamed(release, products),
  );
  return products.filter((product) => product !== own && named.includes(product));
}

/** What is said of the site, sound or not: mistakes are told where the site is read. */
function siteValue(raw: unknown, readSite: ReadSite): Readonly<Record<string, unknown>> | undefined {
  const site = isMapping(raw) ? raw['site'] : undefined;
  const text = typeof site === 'string' ? readSite(site) : undefined;
  const value = text === undefined ? site : new Source(text.file, text.text).value;
  return isMapping(value) ? value : undefined;
}

function productNamed(given: unknown, products: readonly Product[]): Product | undefined {
  if (given === undefined) return undefined;
  const release = String(given).trim().toUpperCase();
  return products.find(
    ({ version, releases }) => release.startsWith(version) || releases.some(({ name }) => name === release),
  );
}
