import {
  documented,
  failedChecks,
  parseSafeFile,
  printSafeFile,
  smsIniValue,
  withFailedChecks,
  withSmsIniValue,
} from '../../../world/index.ts';
import type { AgentKind, AgentSelf } from './agent-memory.ts';
import { clientPath, readSmsIni, writeSmsIni } from './client-files.ts';

const cycle = documented('Q139908, Resource Guide for SMS 1.2 (Inventory Agent)');

/** Clients of 1.0 keep it in the root of the drive (Q139908). */
function safeFile(self: AgentSelf): string {
  return self.trait('keeps SMSSAFE.TMP in its data folder') === true ? clientPath('DATA', 'SMSSAFE.TMP') : inRoot;
}

const inRoot = 'C:\\SMSSAFE.TMP';

/** Tests in which the computer has crashed go into SMS.INI and are left out from now on; the guard is set anew. */
export function setGuard(self: AgentSelf, kind: AgentKind): void {
  if (!kind.guarded) return;
  self.restsOn('SMSSAFE.TMP', cycle);
  const ini = readSmsIni(self);
  if (ini === undefined) return;
  const left = self.files.readText(safeFile(self));
  const crashed = left.ok ? parseSafeFile(left.value).filter(({ state }) => state === 'CRASHED') : [];
  const known = smsIniValue(ini, 'failedHardwareChecks');
  const all = withFailedChecks(
    known,
    crashed.map(({ test }) => test),
  );
  if (crashed.length > 0) writeSmsIni(self, withSmsIniValue(ini, 'failedHardwareChecks', all));
  self.memory.unsafeTests = [...failedChecks(all)];
  self.files.writeText(safeFile(self), printSafeFile([]));
}

/** A run that ends in order leaves no SMSSAFE.TMP. */
export function takeGuardAway(self: AgentSelf, kind: AgentKind): void {
  if (kind.guarded) self.files.delete(safeFile(self));
}
