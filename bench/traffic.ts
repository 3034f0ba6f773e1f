import type { SiteDescription } from '../src/simulation/index.ts';
import type { Network } from '../src/world/index.ts';

/** Bytes by link. */
export type Traffic = readonly { readonly ends: readonly string[]; readonly bytes: number }[];

/** What all links of a kind have carried. */
export interface TrafficOfKind {
  readonly kind: string;
  readonly links: number;
  readonly bytes: number;
  /** Of the link that has carried the most. */
  readonly most: number;
}

/** The kinds of links by the roles of the two computers. */
const kinds: Readonly<Record<string, string>> = {
  'client, site server': 'server to client',
  'domain controller, site server': 'server to logon point',
  'site server, site server': 'site to site',
  'client, domain controller': 'logon point to client',
  'domain controller, domain controller': 'logon point to logon point',
};

/** What every link has carried so far, less what it had carried before. */
export function trafficOf(network: Network, before: Traffic = []): Traffic {
  const known = new Map(before.map(({ ends, bytes }) => [ends.join(' - '), bytes]));
  return network.save().traffic.map(([link, bytes]) => ({
    ends: link.split(' - '),
    bytes: bytes - (known.get(link) ?? 0),
  }));
}

/** The traffic of a hierarchy, one row per kind of link. */
export function trafficByKind({ computers }: SiteDescription, traffic: Traffic): readonly TrafficOfKind[] {
  const roles = new Map<string, string>(computers.map(({ name, role }) => [name.toUpperCase(), role]));
  const byKind = new Map<string, number[]>();
  for (const { ends, bytes } of traffic) {
    const pair = ends.map((name) => roles.get(name) ?? 'other').toSorted();
    const kind = kinds[pair.join(', ')] ?? pair.join(', ');
    if (bytes > 0) listed(byKind, kind).push(bytes);
  }
  return [...byKind]
    .map(([kind, links]) => ({
      kind,
      links: links.length,
      bytes: links.reduce((sum, bytes) => sum + bytes, 0),
      most: links.reduce((most, bytes) => Math.max(most, bytes), 0),
    }))
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
}

function listed(byKind: Map<string, number[]>, kind: string): number[] {
  const known = byKind.get(kind) ?? [];
  byKind.set(kind, known);
  return known;
}
