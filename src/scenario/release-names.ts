import type { ReleaseRun, Variant } from './scenario.ts';

/** The full name of a release: `RTM` is `2.0` or `1.2`, `SP1` `2.0 SP1` or `1.2 SP1`; undefined for an unknown one. */
export function fullReleaseName(text: string, releases: readonly string[]): string | undefined {
  const wanted = text
    .trim()
    .toUpperCase()
    .replace(/(?<=\d) RTM$/, '');
  if (wanted === 'RTM') return releases.findLast((name) => !name.includes(' '));
  return releases.find((name) =>
    [name.toUpperCase(), name.slice(name.indexOf(' ') + 1).toUpperCase()].includes(wanted),
  );
}

/** What a claim speaks of, with full names of releases. */
export type Claimed =
  | { readonly kind: 'release'; readonly name: string }
  | { readonly kind: 'upgrade' | 'mix'; readonly name: string; readonly first: string; readonly second: string };

/**
 * What the key of a claim speaks of: a release; an upgrade, `SP2 to SP4`; a site and clients of another release,
 * `site SP2, clients SP1`. Undefined where a release in it is unknown.
 */
export function readClaimed(text: string, releases: readonly string[]): Claimed | undefined {
  const { kind, parts } = partsOfClaimed(text);
  const [first, second = first] = parts.map((part) => fullReleaseName(part, releases));
  if (first === undefined || second === undefined) return undefined;
  if (kind === 'release') return { kind, name: first };
  return { kind, name: kind === 'upgrade' ? upgradeName(first, second) : mixName(first, second), first, second };
}

/** The part of the key of a claim that is no release; undefined where all are. */
export function unknownReleaseIn(text: string, releases: readonly string[]): string | undefined {
  return partsOfClaimed(text).parts.find((part) => fullReleaseName(part, releases) === undefined);
}

function partsOfClaimed(text: string): { readonly kind: Claimed['kind']; readonly parts: readonly string[] } {
  const [, site, clients] = /^site (.+), clients (.+)$/i.exec(text.trim()) ?? [];
  if (site !== undefined && clients !== undefined) return { kind: 'mix', parts: [site, clients] };
  const [, from, to] = /^(.+) to (.+)$/i.exec(text.trim()) ?? [];
  return from === undefined || to === undefined
    ? { kind: 'release', parts: [text] }
    : { kind: 'upgrade', parts: [from, to] };
}

/** The keys under which something may be claimed of a run as a whole, the most particular first. */
export function claimedNames({ installs }: Variant, { roles: { site, clients } }: ReleaseRun): readonly string[] {
  return [
    ...(site === clients ? [] : [mixName(site, clients)]),
    ...(installs === undefined ? [] : [upgradeName(site, installs)]),
  ];
}

/** What is said of a run under the most particular of its names; undefined where only its releases are spoken of. */
export function saidOf<T>(said: Readonly<Record<string, T>>, variant: Variant, run: ReleaseRun): T | undefined {
  const name = claimedNames(variant, run).find((candidate) => said[candidate] !== undefined);
  return name === undefined ? undefined : said[name];
}

function upgradeName(from: string, to: string): string {
  return `${from} to ${to}`;
}

function mixName(site: string, clients: string): string {
  return `site ${site}, clients ${clients}`;
}
