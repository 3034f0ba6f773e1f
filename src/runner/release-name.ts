import type { Release } from '../catalogue/index.ts';

/** What `--release` means: names of releases, or the first text that names none. */
export type ChosenReleases =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly unknown: string };

/**
 * Reads release names as people write them: `SP3`, `2.0 SP3`, `RTM`, `HRP`, `all`, several with commas between, in any
 * case.
 */
export function chosenReleases(given: readonly string[], releases: readonly Release[]): ChosenReleases {
  const names = new Set<string>();
  for (const text of given.flatMap((one) => one.split(','))) {
    const wanted = text.trim().toUpperCase();
    const found = wanted === 'ALL' ? releases : releases.filter(({ name }) => isCalled(name, wanted, releases));
    if (found.length === 0) return { ok: false, unknown: text.trim() };
    for (const release of found) names.add(release.name);
  }
  return { ok: true, names: releases.map((release) => release.name).filter((name) => names.has(name)) };
}

/** `2.0 SP4 HRP` is also called `SP4 HRP` and `HRP`; a release that has service packs also `RTM`. */
function isCalled(name: string, wanted: string, releases: readonly Release[]): boolean {
  const [product = '', ...rest] = name.toUpperCase().split(' ');
  const hasServicePacks = releases.some((other) => other.name.toUpperCase().startsWith(`${product} `));
  const bare = hasServicePacks ? 'RTM' : product;
  const short = rest.length === 0 ? bare : rest.join(' ');
  return [name.toUpperCase(), short, `${product} ${short}`, ...(rest.length > 1 ? [rest.at(-1)] : [])].includes(wanted);
}
