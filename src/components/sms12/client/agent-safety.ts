import {
  assumed,
  documented,
  failedChecks,
  parseSafeFile,
  printSafeFile,
  smsIniValue,
  withFailedChecks,
  withSmsIniValue,
} from '../../../world/index.ts';
import { tell } from './agent-command-line.ts';
import type { AgentKind, AgentSelf } from './agent-memory.ts';
import { hardwareTestNames } from './inventory-groups.ts';
import { clientPath, readSmsIni, writeSmsIni } from './client-files.ts';

const hang = assumed(
  'A computer with an instance of Incompatible Hardware hangs in the Test that it names.',
  'Q126642, Q139908',
);

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
  self.memory.testsBegun = [];
  const tests = self.memory.hardwareDue ? hardwareTestNames : [];
  self.memory.testsToMake = tests.filter((test) => !self.memory.unsafeTests.includes(test));
  self.files.writeText(safeFile(self), printSafeFile([]));
}

/** Notes the next test as one in which the computer has crashed, makes it, and finds out whether it has. */
export function beginTest(self: AgentSelf): 'test begun' | 'computer hangs' | 'no more tests' {
  const { testsToMake, testsBegun } = self.memory;
  const test = testsToMake.shift();
  if (test === undefined) return 'no more tests';
  const completed = testsBegun.map((one) => ({ test: one, state: 'COMPLETED' as const }));
  self.files.writeText(safeFile(self), printSafeFile([...completed, { test, state: 'CRASHED' }]));
  testsBegun.push(test);
  tell(self, `Test: ${test}`);
  const hangs = (self.computer.hardware['Incompatible Hardware'] ?? []).some((one) => one['Test'] === test);
  if (hangs) self.restsOn('computers that hang', hang);
  return hangs ? 'computer hangs' : 'test begun';
}

/** A run that ends in order leaves no SMSSAFE.TMP. */
export function takeGuardAway(self: AgentSelf, kind: AgentKind): void {
  if (kind.guarded) self.files.delete(safeFile(self));
}
