import type { ClientLookupEntry, OpenFile } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** A component that a site offers, with the access point that its files can be taken from. */
export interface ComponentOffer {
  readonly name: string;
  readonly version: string;
  readonly directory: string;
  /** Place in the offer file, as logs show it. */
  readonly index: number;
  readonly siteCode: string;
  /** UNC path of the access point's share. */
  readonly accessPoint: string;
}

/** What CCIM remembers; the cycle in hand and what it has read before. */
export interface CcimMemory {
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
  /** Stamps of the configuration files read last, by path without its server. */
  seen: Record<string, string>;
  lookup: OpenFile | null;
  /** Requests of the site in hand that are newer than those applied before. */
  requests: ClientLookupEntry[];
  offers: ComponentOffer[];
  /** The offers of a site could not be read in this cycle. */
  offersUnknown: boolean;
  offer: ComponentOffer | null;
  operation: ComponentOperation;
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
    seen: {},
    lookup: null,
    requests: [],
    offers: [],
    offersUnknown: false,
    offer: null,
    operation: 'install',
    withdrawn: [],
  };
}

/** A line in CCIM's log. */
export function say(self: CcimSelf, text: string): void {
  self.log(`${self.memory.prefix}${text}`);
}
