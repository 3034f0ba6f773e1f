import type { LogonConfiguration, OpenFile } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** A copy that Logon Server Manager has planned: UNC or local source, UNC target. */
export interface PlannedCopy {
  readonly source: string;
  readonly target: string;
  /** Line of Copylog.tcf, empty where there is none. */
  readonly listed: string;
}

/** What Logon Server Manager remembers; everything but the first two belongs to the domain in hand. */
export interface LogonManagerMemory {
  /** Domains still to be updated in this cycle. */
  domains: string[];
  settingsChanged: boolean;
  domain: string;
  controller: string;
  /** The token of the PDC, held open while this site works on the domain. */
  token: OpenFile | null;
  copies: PlannedCopy[];
  copy: PlannedCopy | null;
  /** Lines of Copylog.tcf whose file this site has copied. */
  copied: string[];
  /** Names of configuration files that have not been read yet. */
  unread: string[];
  /** What the sites of the domain say about themselves, with the age of the file in milliseconds. */
  known: { readonly configuration: LogonConfiguration; readonly age: number }[];
  /** Controllers still to be made equal to the PDC. */
  controllers: string[];
}

/** Logon Server Manager, as its effects see themselves. */
export type LogonManagerSelf = Self<LogonManagerMemory>;

export function newLogonManagerMemory(): LogonManagerMemory {
  return {
    domains: [],
    settingsChanged: false,
    domain: '',
    controller: '',
    token: null,
    copies: [],
    copy: null,
    copied: [],
    unread: [],
    known: [],
    controllers: [],
  };
}
