import type { Ini, OpenFile } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** What an inventory agent remembers while it runs. */
export interface AgentMemory {
  /** Switches in capitals, without their values: `/F`. */
  switches: string[];
  /** Where DOMAIN.INI, RESYNC.CFG and PKG_16.CFG lie: `\\LAMSRV1\SMS_SHR`, or MS\SMS\DATA. */
  source: string;
  smsid: string;
  /** The client has just been moved to another site or domain. */
  moved: boolean;
  hardwareDue: boolean;
  softwareDue: boolean;
  /** The inventory replaces everything the site knows of the computer. */
  resync: boolean;
  /** Time of the request that this run answers; 0 without one. */
  request: number;
  /** Path of the work file, and the handle that keeps others from it. */
  output: string;
  handle: OpenFile | undefined;
  /** Tests of the hardware that are left out, since the computer has crashed in them. */
  unsafeTests: string[];
  /** Tests still to be made in this run, and those that have begun. */
  testsToMake: string[];
  testsBegun: string[];
}

/** The self of an agent's effects. */
export type AgentSelf = Self<AgentMemory>;

/** How one inventory agent differs from the others. */
export interface AgentKind {
  readonly name: string;
  readonly file: string;
  /** The service that it is; without one it is a program of the logon script. */
  readonly service?: string;
  readonly log: { readonly file: string; readonly side: 'client' | 'server' };
  /** RAW to the logon server or into MS\SMS\INVDATA, or MIF to the logon server. */
  readonly output: 'RAW' | 'local RAW' | 'MIF';
  /** The file in MS\SMS\DATA that remembers obeyed commands. */
  readonly commandHistory: string;
  /** Whether it guards itself with SMSSAFE.TMP. */
  readonly guarded: boolean;
}

export function newAgentMemory(): AgentMemory {
  return {
    switches: [],
    source: '',
    smsid: '',
    moved: false,
    hardwareDue: false,
    softwareDue: false,
    resync: false,
    request: 0,
    output: '',
    handle: undefined,
    unsafeTests: [],
    testsToMake: [],
    testsBegun: [],
  };
}

/** What an agent needs before it can begin. */
export interface AgentFiles {
  readonly smsIni: Ini;
  readonly domainIni: Ini;
}
