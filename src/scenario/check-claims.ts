import type { Product } from '../catalogue/index.ts';
import { readClaimed, type Claimed } from './release-names.ts';
import type { Variant } from './scenario.ts';
import { isMapping, type Source } from './source.ts';

/** Reports what is claimed of an upgrade that no variant makes, and of mixed releases where no variant mixes any. */
export function checkClaims(
  source: Source,
  raw: Readonly<Record<string, unknown>>,
  variants: readonly Variant[],
  product: Product,
): void {
  const releases = product.releases.map((release) => release.name);
  for (const key of ['claims', 'contradicts the KB']) {
    const said = raw[key];
    for (const name of isMapping(said) ? Object.keys(said) : []) {
      const missing = missingFor(readClaimed(name, releases), variants);
      if (missing === undefined) continue;
      source.report('SM033', `no variant ${missing}`, [key, name], { at: 'key' });
    }
  }
}

/** What a variant would have to do for a claim to be about something; undefined where one does it. */
function missingFor(claimed: Claimed | undefined, variants: readonly Variant[]): string | undefined {
  if (claimed?.kind === 'upgrade') {
    const isMade = variants.some(({ installs }) => installs === claimed.second);
    return isMade ? undefined : `installs ${claimed.second}`;
  }
  if (claimed?.kind !== 'mix') return undefined;
  const isMixed = variants.some(({ roles }) => roles.includes('site') && roles.includes('clients'));
  return isMixed ? undefined : 'gives site and clients releases of their own';
}
