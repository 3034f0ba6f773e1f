import { second } from '../../../kernel/index.ts';
import { assumed, inferred, setupPhaseOf, smsIniValue, withSmsIniValue, type Ini } from '../../../world/index.ts';
import type { DelayRule, Effect } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { allocateSmsid } from '../smsid-allocation.ts';
import {
  clientFolderNames,
  clientPath,
  clientRootProvenance,
  readIni,
  readSmsIni,
  writeSmsIni,
} from './client-files.ts';
import { clientPlatform, type ClientPlatform } from './client-platform.ts';
import { prepareRemoval, removeClient } from './client-removal.ts';
import { newSmsIni, updatedSmsIni } from './client-sms-ini.ts';
import { copyListOf, filesToCopy, sourceOf } from './copied-files.ts';
import { requestServices } from './requested-services.ts';
import { serverOf, type SetUpMemory, type SetUpSelf } from './set-up-memory.ts';
import { lookAtSmsIni, prepareUpdate, tellOfServices } from './set-up-phase.ts';

const monitorStart = inferred('Q169038', 'Client set-up starts Smsrun, as Windows does at every later logon.');

const retries = 30;

/** What Client Setup does (CLI_NT, CLI_DOS, CLI_OS2): an SMSID, SMS.INI, the programs of the copy list. */
export const setUpEffects: Readonly<Record<string, Effect<SetUpMemory>>> = {
  'look at SMS.INI': {
    answers: [
      ...['new client', 'known client', 'update due', 'removal due', 'installed', 'stopped'],
      ...['second run of an update', 'second run of a removal'],
    ],
    run: lookAtSmsIni,
  },
  'take an SMSID': { answers: ['SMSID taken', 'try again', 'given up'], run: takeSmsid },
  'make SMS.INI': silent(makeSmsIni),
  'prepare the update': { answers: ['first run', 'at once'], run: prepareUpdate },
  'prepare the removal': { answers: ['first run', 'at once'], run: prepareRemoval },
  'remove the client': silent(removeClient),
  'list the files to copy': silent(listFiles),
  'take the next file': {
    answers: ['file taken', 'none left'],
    run: (self) => {
      self.memory.file = self.memory.files.shift() ?? '';
      return self.memory.file === '' ? 'none left' : 'file taken';
    },
  },
  'start the copy': {
    answers: ['refused'],
    run: (self) => {
      const { file } = self.memory;
      return self.copy(sourceOf(self, file), clientPath('BIN', file)).ok ? undefined : 'refused';
    },
  },
  'note the missing file': silent((self) => {
    self.memory.missing.push(self.memory.file);
  }),
  'finish the installation': silent(finish),
};

/** How long client set-up waits. */
export const setUpDelays: Readonly<Record<string, DelayRule<SetUpMemory>>> = {
  'pause between two attempts': {
    provenance: assumed('Client set-up waits for a second before it tries again.', 'Q127052'),
    duration: () => second,
  },
};

/** The next SMSID of the logon server, or another try (Q127052). */
function takeSmsid(self: SetUpSelf): string {
  const smsid = allocateSmsid(self, self.memory.share);
  if (smsid !== undefined) {
    self.memory.smsid = smsid;
    return 'SMSID taken';
  }
  self.memory.tries++;
  if (self.memory.tries < retries) return 'try again';
  const folder = `${self.memory.share}\\SMSID`;
  self.show('SMS Client Setup', `${'#'.repeat(retries)} An SMSID could not be allocated from ${folder}.`);
  return 'given up';
}

/** A client whose SMS.INI has outlived a removal keeps its SMSID (Q183398). */
function makeSmsIni(self: SetUpSelf): void {
  self.restsOn('folders of a client', clientRootProvenance);
  for (const name of clientFolderNames) self.files.createFolder(clientPath(name));
  const domain = readIni(self, `${self.memory.share}\\DOMAIN.INI`);
  const known = readSmsIni(self);
  const smsid = self.memory.smsid || (known === undefined ? '' : (smsIniValue(known, 'smsid') ?? ''));
  if (domain !== undefined) writeSmsIni(self, newSmsIni(self, domain, smsid, serverOf(self)));
}

function listFiles(self: SetUpSelf): void {
  const platform = clientPlatform(self.computer);
  const phase = setupPhaseOf(smsIniValue(readSmsIni(self) ?? { sections: [] }, 'setupPhase'));
  self.memory.stage = phase === undefined ? 'installation' : 'second run';
  self.memory.files = platform === undefined ? [] : filesToCopy(self, copyListOf(self, platform).files);
  self.memory.missing = [];
}

/** `FilesNotDownloaded` and the version of the copy list; then SetupPhase=INSTALLED (Q166771, Q168598). */
function finish(self: SetUpSelf): void {
  const ini = readSmsIni(self);
  const platform = clientPlatform(self.computer);
  if (ini === undefined || platform === undefined) return;
  const { stage } = self.memory;
  if (stage !== 'first run') writeSmsIni(self, installedSmsIni(self, ini, platform));
  const hasServices = platform.isNt && !self.computer.server;
  if (hasServices && stage !== 'second run') requestServices(self, smsIniValue(ini, 'smsid') ?? '');
  if (stage === 'first run') tellOfServices(self);
  if (stage !== 'installation' || platform.starter === undefined) return;
  self.restsOn('start of Smsrun', monitorStart);
  self.start(platform.starter);
}

function installedSmsIni(self: SetUpSelf, ini: Ini, platform: ClientPlatform): Ini {
  const own = [
    ['copyListVersion', copyListOf(self, platform).version],
    ['filesNotDownloaded', self.memory.missing.join(',')],
    ['operatingSystem', String(platform.code)],
    ['setupPhase', 'INSTALLED'],
  ] as const;
  const kept = self.memory.stage === 'second run' ? updatedSmsIni(self, ini) : ini;
  return own.reduce((whole, [key, value]) => withSmsIniValue(whole, key, value), kept);
}
