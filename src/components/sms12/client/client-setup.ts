import {
  assumed,
  documented,
  inferred,
  networkTypeCodes,
  nextSmsid,
  parseCopyList,
  printConfigurationRequest,
  readDomainIni,
  setupPhaseOf,
  smsidOfUidFile,
  smsIniValue,
  uidFileName,
  withSmsIniValue,
  type Ini,
  type SmsIniKey,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { clientProgramFolder } from '../folders.ts';
import {
  clientFolderNames,
  clientPath,
  clientRootProvenance,
  inventoryService,
  readIni,
  readSmsIni,
  writeSmsIni,
} from './client-files.ts';
import { fetchConfiguration } from './client-monitor.ts';
import { clientPlatform, type ClientPlatform } from './client-platform.ts';
import type { SetupMemory } from './logon-chain.ts';

type SetupSelf = Self<SetupMemory>;

const identities = documented('Q127052, Q269774');

const verification = documented(
  'Q166771, Q174961',
  'Client set-up copies its files again when the copy list is newer.',
);

const requests = inferred(
  'Q168518, Resource Guide for SMS 1.2 (Client Setup)',
  'Client set-up under Windows NT asks for the inventory service whenever it copies files, or for its upgrade.',
);

const retries = 30;

/** What Client Setup does (CLI_NT, CLI_DOS, CLI_OS2): an SMSID, SMS.INI, the programs of the copy list. */
export const setupEffects: Readonly<Record<string, Effect<SetupMemory>>> = {
  'look at SMS.INI': {
    answers: ['new client', 'files to verify', 'installed', 'stopped'],
    run: lookAtSmsIni,
  },
  'take an SMSID': { answers: ['SMSID taken', 'try again', 'given up'], run: takeSmsid },
  'make SMS.INI': silent(makeSmsIni),
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
      const { share, file } = self.memory;
      const source = `${share}\\${clientProgramFolder}\\${file}`;
      return self.copy(source, clientPath('BIN', file)).ok ? undefined : 'refused';
    },
  },
  'note the missing file': silent((self) => {
    self.memory.missing.push(self.memory.file);
  }),
  'finish the installation': silent(finish),
};

function lookAtSmsIni(self: SetupSelf): string {
  const platform = clientPlatform(self.computer);
  const domain = readIni(self, `${self.memory.share}\\DOMAIN.INI`);
  if (platform === undefined || domain === undefined) return 'stopped';
  const ini = readSmsIni(self);
  if (ini === undefined || (smsIniValue(ini, 'smsid') ?? '') === '') return 'new client';
  if (smsIniValue(ini, 'operatingSystem') !== String(platform.code)) {
    self.show('SMS Client Setup', 'The operating system is not the one under which the client was installed.');
    return 'stopped';
  }
  writeSmsIni(self, withSmsIniValue(ini, 'currentLogonServer', serverOf(self)));
  if (setupPhaseOf(smsIniValue(ini, 'setupPhase')) !== 'INSTALLED') return 'files to verify';
  self.restsOn('verification of client files', verification);
  const list = parseCopyList(copyListText(self, platform));
  return list.version === (smsIniValue(ini, 'copyListVersion') ?? '') ? 'installed' : 'files to verify';
}

/** The name of the only .UID file is the SMSID; the client renames it to the next one (Q127052). */
function takeSmsid(self: SetupSelf): string {
  self.restsOn('SMSIDs', identities);
  const folder = `${self.memory.share}\\SMSID`;
  const listed = self.files.list(folder, '*.UID');
  const names = listed.ok ? listed.value.map(({ name }) => name) : [];
  const [name = ''] = names;
  const smsid = names.length === 1 ? smsidOfUidFile(name) : undefined;
  if (smsid !== undefined && self.files.move(`${folder}\\${name}`, `${folder}\\${uidFileName(nextSmsid(smsid))}`).ok) {
    self.memory.smsid = smsid;
    return 'SMSID taken';
  }
  self.memory.tries++;
  if (self.memory.tries < retries) return 'try again';
  self.show('SMS Client Setup', `${'#'.repeat(retries)} An SMSID could not be allocated from ${folder}.`);
  return 'given up';
}

function makeSmsIni(self: SetupSelf): void {
  self.restsOn('folders of a client', clientRootProvenance);
  for (const name of clientFolderNames) self.files.createFolder(clientPath(name));
  const domain = readIni(self, `${self.memory.share}\\DOMAIN.INI`);
  if (domain !== undefined) writeSmsIni(self, newSmsIni(self, domain, self.memory.smsid, serverOf(self)));
}

/** SMS.INI of a client that has just got its SMSID: DOMAIN.INI with what is its own (Q155593, Q171329, Q185914). */
export function newSmsIni(self: Self, domain: Ini, smsid: string, server: string): Ini {
  const own: Readonly<Partial<Record<SmsIniKey, string>>> = {
    smsid,
    operatingSystem: String(clientPlatform(self.computer)?.code ?? ''),
    networkType: String(networkTypeCodes['Windows NT']),
    currentLogonServer: server,
    machineName: self.computer.name,
    netCardId: self.computer.adapters[0]?.macAddress ?? '',
    systemRole: self.computer.server ? 'Server' : 'Workstation',
    systemType: 'X86-based PC',
    dataPath: clientPath('DATA'),
    inventoryDataPath: clientPath('INVDATA'),
    logPath: clientPath('LOGS'),
    machineMifPath: clientPath('NOIDMIFS'),
    standaloneMifPath: clientPath('IDMIFS'),
  };
  const keys = Object.keys(own) as SmsIniKey[];
  return keys.reduce((ini, key) => withSmsIniValue(ini, key, own[key] ?? ''), domain);
}

function listFiles(self: SetupSelf): void {
  const platform = clientPlatform(self.computer);
  self.memory.files = platform === undefined ? [] : [...parseCopyList(copyListText(self, platform)).files];
  self.memory.missing = [];
}

/** `FilesNotDownloaded` and the version of the copy list; then SetupPhase=INSTALLED (Q166771, Q168598). */
function finish(self: SetupSelf): void {
  const ini = readSmsIni(self);
  const platform = clientPlatform(self.computer);
  if (ini === undefined || platform === undefined) return;
  const { version } = parseCopyList(copyListText(self, platform));
  const own = [
    ['copyListVersion', version],
    ['filesNotDownloaded', self.memory.missing.join(',')],
    ['setupPhase', 'INSTALLED'],
  ] as const;
  const written = own.reduce((whole, [key, value]) => withSmsIniValue(whole, key, value), ini);
  writeSmsIni(self, written);
  if (platform.isNt && !self.computer.server) requestService(self, smsIniValue(written, 'smsid') ?? '');
}

/** Ordinary users may not install services: the Client Configuration Manager of a logon server does it. */
function requestService(self: SetupSelf, smsid: string): void {
  self.restsOn('configuration requests', requests);
  const action = self.computer.service(inventoryService) === undefined ? 'install' : 'upgrade';
  const actions = { [inventoryService]: action } as const;
  const request = printConfigurationRequest({ smsid, machineName: self.computer.name, actions });
  self.files.writeText(`${self.memory.share}\\CCR.BOX\\${smsid}.CCR`, request);
  fetchConfiguration(self);
  self.restsOn('start of Client Monitor', monitorStart);
  self.start('CLIMONNT');
}

const monitorStart = inferred('Q169038', 'Client set-up starts Client Monitor, as Windows does at every later logon.');

function copyListText(self: SetupSelf, platform: ClientPlatform): string {
  const text = self.files.readText(`${self.memory.share}\\${platform.copyList}`);
  self.restsOn('copy lists', copyLists);
  return text.ok ? text.value : '';
}

const copyLists = assumed('Where a logon server has no copy list yet, client set-up copies nothing.', 'Q166771');

function serverOf(self: SetupSelf): string {
  return self.memory.share.split('\\')[2] ?? '';
}

/** The false logon limit and the scan intervals of a domain, as SMS.INI takes them over. */
export function withDomainSettings(ini: Ini, domain: Ini): Ini {
  const keys = [
    'hardwareScanInterval',
    'softwareScanInterval',
    'falseLogonCount',
    'serviceWakeupInterval',
  ] as const satisfies readonly SmsIniKey[];
  const values = readDomainIni(domain);
  return keys.reduce((whole, key) => withSmsIniValue(whole, key, String(values[key])), ini);
}
