import { compareVersions, inferred } from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { clientFolder, clientFolders } from '../client/client-folders.ts';
import { runClicore } from '../client/run-clicore.ts';
import { clicorePath } from '../logon-point/logon-point-files.ts';
import type { BootstrapMemory, BootstrapSelf } from './bootstrap-memory.ts';

/** How the bootstrap brings the base components of the logon point to the client. */
export const clicoreEffects: Readonly<Record<string, Effect<BootstrapMemory>>> = {
  'look at Clicore': { answers: ['copy started', 'in place', 'refused'], run: look },
  'run Clicore': { answers: ['cannot run'], run },
};

const byVersion = inferred('Q287990, Q213410', 'Clicore is copied when that of the logon point has a higher version.');

function look(self: BootstrapSelf): string {
  self.restsOn('comparison of Clicore', byVersion);
  const offered = self.files.stat(source(self));
  const own = self.files.stat(target(self));
  if (!offered.ok) return own.ok ? 'in place' : 'refused';
  if (own.ok && compareVersions(own.value.version ?? '0', offered.value.version ?? '0') >= 0) return 'in place';
  return self.copy(source(self), target(self)).ok ? 'copy started' : 'refused';
}

function source(self: BootstrapSelf): string {
  return `${self.memory.logonPoint}\\${clicorePath}`;
}

function target(self: BootstrapSelf): string {
  return clientFolder(self.computer, `${clientFolders.programs}\\Clicore.exe`);
}

function run(self: BootstrapSelf): string | undefined {
  const own = self.files.stat(target(self));
  const version = own.ok ? (own.value.version ?? '') : '';
  self.memory.installed = true;
  return runClicore(self, `${self.memory.logonPoint}\\x86.bin`, { version, fromLogonPoint: true })
    ? undefined
    : 'cannot run';
}
