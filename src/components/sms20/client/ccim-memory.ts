import type { ClientLookupEntry, OpenFile } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { noBundle, type BundleMemory } from './bundle-copying.ts';

/** An access point from which the files of a component can be taken. */
export interface ComponentSource {
  readonly siteCode: string;
  /** UNC path of the access point's share. */
  readonly accessPoint: string;
}

/** A component that a site offers. */
export interface ComponentOffer extends ComponentSource {
  readonly name: string;
  readonly version: string;
  readonly directory: string;
  /** Place in the offer file, as logs show it. */
  readonly index: number;
}

/** What CCIM remembers; the cycle in hand and what it has read before. */
export interface CcimMemory extends BundleMemory {
  /** What begins each line of the log: nothing, or `CCIM16 - `. */
  readonly prefix: string;
  /** Uptime of the computer at which the latest cycle began. */
  startedAt: number;
  /** A call came while a cycle was under way. */
  called: boolean;
  /** Sites still to be looked at in this cycle. */
  sites: string[];
  site: string;
  /** UNC path of the access point chosen for the site in hand. */
  accessPoint: string;
  /** The Win32 error that kept the site in hand from being read. */
  error: number;
  /** A site could not be read in this cycle. */
  unreachable: boolean;
  /** The service has been told that agents may be launched. */
  approved: boolean;
  /** It was told so in this cycle, and nothing was handed to Available Programs Manager since. */
  starting: boolean;
  /** Stamps of the configuration files read last, by path without its server. */
  seen: Record<string, string>;
  lookup: OpenFile | null;
  /** Inboxlck.tok of the folder in hand, where the build opens it. */
  lock: OpenFile | null;
  /** Requests of the site in hand that are newer than those applied before. */
  requests: ClientLookupEntry[];
  /** Everything that any site of the client offers, as it was read in this cycle. */
  offered: ComponentOffer[];
  /** The best offers that have not been looked at in this cycle. */
  offers: ComponentOffer[];
  /** The offers of a site could not be read in this cycle. */
  offersUnknown: boolean;
  offer: ComponentOffer | null;
  /** Access points that have not been tried for the component in hand. */
  sources: ComponentSource[];
  source: ComponentSource | null;
  operation: ComponentOperation;
  /** Everything of the base group has been looked at in this cycle. */
  baseChecked: boolean;
  /** Work was handed to Available Programs Manager, and nothing is known of its end. */
  handedOver: boolean;
  /** Installed components that no site offers any more. */
  withdrawn: string[];
}

/** What CCIM does with a component (Q236596). */
export type ComponentOperation = 'install' | 'upgrade' | 'verify' | 'remove';

/** The process of CCIM. */
export type CcimSelf = Self<CcimMemory>;

/** The memory of CCIM when it starts. */
export function newCcimMemory(prefix: string): CcimMemory {
  return {
    prefix,
    startedAt: 0,
    called: false,
    sites: [],
    site: '',
    accessPoint: '',
    error: 0,
    unreachable: false,
    approved: false,
    starting: false,
    seen: {},
    lookup: null,
    lock: null,
    requests: [],
    offered: [],
    offers: [],
    offersUnknown: false,
    offer: null,
    sources: [],
    source: null,
    bundle: noBundle(),
    operation: 'install',
    baseChecked: false,
    handedOver: false,
    withdrawn: [],
  };
}

/** A line in CCIM's log. */
export function say(self: CcimSelf, text: string | (() => string)): void {
  self.log(() => `${self.memory.prefix}${typeof text === 'string' ? text : text()}`);
}
