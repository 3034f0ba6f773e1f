import type { Self } from '../../component.ts';

/** The name under which the installer of the base components runs. */
export const clicoreName = 'Clicore';

/** What Clicore is told. */
export interface ClicoreOrder {
  /** Version of the base components that Compver.ini beside the bundle shows. */
  readonly version: string;
  /** Files that are equal stay, and if all are, nothing is stopped (Q277783). */
  readonly leaves?: boolean;
  /** Files of a higher version that are there stay (Q213410). */
  readonly keepsHigher?: boolean;
  /** The bundle comes from a logon point: what it sets up is still to be verified from a CAP (Q236596). */
  readonly fromLogonPoint?: boolean;
}

/**
 * Runs Clicore.exe with the base programs in a folder (local or UNC). `Clicore finished` comes back as a message,
 * unless the caller is stopped with the service. False: the program is not on this computer, or runs already.
 */
export function runClicore(self: Self, folder: string, order: ClicoreOrder): boolean {
  if (!self.start(clicoreName)) return false;
  const { version, leaves = false, keepsHigher = false, fromLogonPoint = false } = order;
  const flags = { leaves: leaves ? 1 : 0, keepsHigher: keepsHigher ? 1 : 0, logon: fromLogonPoint ? 1 : 0 };
  const data = { folder, version, ...flags, caller: self.id };
  self.post(self.processOf(self.computer.name, clicoreName), { type: 'run', data });
  return true;
}
