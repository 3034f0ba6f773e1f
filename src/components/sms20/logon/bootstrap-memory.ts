import type { Self } from '../../component.ts';

/** What the bootstrap remembers. */
export interface BootstrapMemory {
  /** `\\PDC1\SMSLOGON`. */
  logonPoint: string;
  /** Looks at Copylog.tcf that found no line. */
  tries: number;
  /** Code of the site that Copylog.tcf names for Clicore.exe. */
  owner: string;
  /** Clicore has been run this time. */
  installed: boolean;
}

export type BootstrapSelf = Self<BootstrapMemory>;

export function newBootstrapMemory(): BootstrapMemory {
  return { logonPoint: '', tries: 0, owner: '', installed: false };
}
