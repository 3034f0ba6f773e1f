import { createMachine } from 'xstate';
import { assumed, compareVersions, documented, inferred } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { clientFolder, clientFolders } from '../client/client-folders.ts';
import { clientKeys } from '../client/client-registry.ts';
import { silent } from '../../inbox-pass.ts';
import { bootProgramName } from './logon-names.ts';
import { reachLogonPoint } from './logon-point-connection.ts';
import { logonScriptName, logonScriptProvenance } from './logon-script.ts';

interface BootMemory {
  logonPoint: string;
}

type BootSelf = Self<BootMemory>;

/** The first program of the logon script: brings the 32-bit bootstrap to the client and starts it. */
export const smsboot = defineComponent<BootMemory>({
  name: 'Smsboot1.exe',
  logonScript: logonScriptName,
  inSession: true,
  file: 'Smsboot1.exe',
  log: { file: 'Wn_logon.log', side: 'client' },
  machine: createMachine({
    id: 'Smsboot1.exe',
    initial: 'measuring',
    states: {
      measuring: {
        meta: { provenance: documented('Q224388') },
        entry: 'measure the connection',
        on: { fast: 'comparing', slow: 'finished', 'no logon point': 'finished' },
      },
      comparing: {
        meta: { provenance: documented('Q202338') },
        entry: 'compare the boot program',
        on: { 'copy started': 'copying', 'in place': 'starting', refused: 'finished' },
      },
      copying: { on: { copied: 'starting', 'copy failed': 'finished' } },
      starting: {
        meta: { provenance: documented('Q288883, Q253648') },
        entry: ['write Smsboot1.ini', 'start the boot program'],
        on: { started: 'finished' },
      },
      finished: { type: 'final' },
    },
  }),
  effects: {
    'measure the connection': { answers: ['fast', 'slow', 'no logon point'], run: measure },
    'compare the boot program': { answers: ['copy started', 'in place', 'refused'], run: compare },
    'write Smsboot1.ini': silent(writeOrders),
    'start the boot program': {
      answers: ['started'],
      run: (self) => {
        self.start(bootProgramName);
        return 'started';
      },
    },
  },
  delays: {},
  hears: [],
  traits: {},
  provenance: inferred('Q224388, Q253648, Q285206', 'The steps are put together from log excerpts.'),
  memory: () => ({ logonPoint: '' }),
});

const defaultThreshold = 40_000;

/** Slownet measures before Smsboot1 runs; in the emulator the two are one program. */
const measured = assumed('Slownet finds the speed that the link has.', 'Q224388, Q246863');

function measure(self: BootSelf): string {
  self.restsOn('logon script', logonScriptProvenance);
  const reached = reachLogonPoint(self);
  if (!reached.ok) return 'no logon point';
  self.memory.logonPoint = reached.value;
  const server = self.computer.logonServer ?? '';
  if (server.toUpperCase() === self.computer.name.toUpperCase()) return 'fast';
  self.restsOn('speed of the connection', measured);
  const threshold = self.registry.getNumber(clientKeys.properties, 'Slow Network Threshold Speed') ?? defaultThreshold;
  return self.world.network.link(self.computer.name, server).bytesPerSecond * 8 < threshold ? 'slow' : 'fast';
}

function programPath(self: BootSelf): string {
  return clientFolder(self.computer, `${clientFolders.programs}\\Boot32wn.exe`);
}

const byVersion = inferred('Q202338, Q251164', 'What is there in the same version is not copied again.');

function compare(self: BootSelf): string {
  for (const folder of Object.values(clientFolders)) self.files.createFolder(clientFolder(self.computer, folder));
  self.restsOn('comparison of boot programs', byVersion);
  const source = `${self.memory.logonPoint}\\x86.bin\\boot32wn.exe`;
  const offered = self.files.stat(source);
  const own = self.files.stat(programPath(self));
  if (!offered.ok) return own.ok ? 'in place' : 'refused';
  if (own.ok && compareVersions(own.value.version ?? '0', offered.value.version ?? '0') >= 0) return 'in place';
  return self.copy(source, programPath(self)).ok ? 'copy started' : 'refused';
}

/** Boot32wn takes its orders from this file (Q253648, Q288883). */
function writeOrders(self: BootSelf): void {
  const path = `${self.computer.files.drives()[0]?.letter ?? 'C'}:\\TEMP`;
  const { windowsFolder } = self.computer.operatingSystem;
  self.files.createFolder(path);
  const orders = [`SmsserverPath=${self.memory.logonPoint}`, `SMSClientPath=${windowsFolder}\\`];
  self.files.writeText(`${path}\\SMSBOOT1.INI`, `[Smsboot1]\r\n${orders.join('\r\n')}\r\n`);
  self.log(`Wrote "SMSClientPath=${windowsFolder}\\" into file "${path}\\SMSBOOT1.INI", iRet = 1`);
  const program = programPath(self);
  self.log(`Calling _spawnl("${program}", "${program}", "-NT", "-O${path}\\SMSBOOT1.INI", NULL, NULL)`);
}
