import { createMachine } from 'xstate';
import { second } from '../../../kernel/index.ts';
import {
  assumed,
  compareVersions,
  documented,
  inferred,
  printRegistryTime,
  type FileFacts,
} from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import {
  bundleDiffers,
  copyNextFile,
  dropBundle,
  noBundle,
  placeBundle,
  planBundle,
  stagedFiles,
  type BundleMemory,
} from './bundle-copying.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { baseComponents, componentKey, componentValues } from './client-registry.ts';
import { setUpService } from './client-service-setup.ts';
import { componentFolder } from './component-files.ts';
import { postponeFiles } from './pending-renames.ts';
import { clicoreName } from './run-clicore.ts';

/** What Clicore was told, and what it has fetched. */
interface ClicoreMemory extends BundleMemory {
  folder: string;
  version: string;
  leaves: boolean;
  fromLogonPoint: boolean;
  caller: string;
}

type ClicoreSelf = Self<ClicoreMemory>;

const service = 'SMS Client Service';

/** The base programs that the bundle brings; other files beside them belong to the logon point or the CAP. */
const basePrograms = [
  'clicore.exe',
  'clisvcl.exe',
  'ccim32.dll',
  'ccim16.exe',
  'cqmgr32.dll',
  'smscq_32.exe',
  'launch32.exe',
];

const programsManagerFile = 'smsapm32.exe';

const carried = inferred(
  'Q236596',
  'On a new client Available Programs Manager is there 50 seconds before CCIM first looks, and is to be verified.',
);

const registration = 50 * second;

const restart = inferred(
  'Q246331, Q236596',
  'The programs of a running service cannot be replaced, so the installer stops it and starts it again.',
);

/** The installer of the base components: from the CAP by CCIM, from a logon point by Boot32wn. */
export const clicore = defineComponent<ClicoreMemory>({
  name: clicoreName,
  file: 'Core\\Bin\\Clicore.exe',
  log: { file: 'Clicore.log', component: 'Clicore', side: 'client' },
  machine: createMachine({
    id: clicoreName,
    initial: 'waiting',
    states: {
      waiting: { on: { run: 'planning' } },
      planning: {
        entry: 'plan the copying',
        on: { planned: 'copying', 'cannot copy': 'failed' },
      },
      copying: {
        entry: 'copy the next file',
        on: {
          copied: { target: 'copying', reenter: true },
          'copy failed': 'failed',
          'cannot copy': 'failed',
          'all copied': 'comparing',
        },
      },
      comparing: {
        meta: { provenance: documented('Q277783') },
        entry: 'compare the files',
        on: { 'files differ': 'unpacking', 'all equal': 'finished' },
      },
      unpacking: {
        meta: { provenance: restart },
        entry: 'stop the service',
        after: { 'work of the installer': 'replacing' },
      },
      replacing: {
        meta: { provenance: documented('Q264969, Q239564') },
        entry: 'replace the files',
        on: { replaced: 'registering', 'restart needed': 'finished' },
      },
      registering: { meta: { provenance: carried }, after: { 'registration of programs': 'starting' } },
      starting: { meta: { provenance: restart }, entry: 'start the service', always: 'finished' },
      failed: { type: 'final', entry: ['give up', 'tell the caller'] },
      finished: { type: 'final', entry: 'tell the caller' },
    },
  }),
  effects: {
    'plan the copying': { answers: ['planned', 'cannot copy'], run: plan },
    'compare the files': { answers: ['files differ', 'all equal'], run: compare },
    'copy the next file': copyNextFile(),
    'stop the service': silent(stopService),
    'replace the files': { answers: ['replaced', 'restart needed'], run: replace },
    'start the service': silent(startService),
    'give up': silent((self) => dropBundle(self)),
    'tell the caller': silent((self) => self.post(self.memory.caller, { type: 'Clicore finished' })),
  },
  delays: {
    'work of the installer': {
      provenance: assumed('To unpack the base components takes ten seconds.', 'Q277783'),
      duration: () => 10 * second,
    },
    'registration of programs': { provenance: carried, duration: () => registration },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q220858, Q277783, Q264630', 'What the installer does is put together from its logs.'),
  memory: () => ({ bundle: noBundle(), folder: '', version: '', leaves: false, fromLogonPoint: false, caller: '' }),
});

function plan(self: ClicoreSelf): string {
  const { memory } = self;
  const data = self.message.data ?? {};
  memory.folder = String(data['folder']);
  memory.version = String(data['version']);
  memory.leaves = data['leaves'] === 1;
  memory.fromLogonPoint = data['logon'] === 1;
  memory.caller = String(data['caller']);
  self.log(`Base client files are version ${shortVersion(memory.version)}`);
  const current = self.registry.getText(componentKey(baseComponents), componentValues.version);
  if (current !== undefined) self.log(`Current clibase version is ${shortVersion(current)}`);
  if (!self.files.list(memory.folder).ok) return 'cannot copy';
  const target = programFolder(self);
  const programs = memory.fromLogonPoint ? [...basePrograms, programsManagerFile] : basePrograms;
  const belongs = (name: string): boolean => programs.includes(name.toLowerCase());
  const fits = data['keepsHigher'] === 1 ? isNotLower(self, target) : () => true;
  planBundle(self, memory.folder, target, (file) => belongs(file.name) && fits(file));
  return 'planned';
}

/** From SP2 on a verification that finds everything in order replaces nothing, and says so (Q277783). */
function compare(self: ClicoreSelf): string {
  if (!self.memory.leaves || bundleDiffers(self)) return 'files differ';
  const skipped = stagedFiles(self).map(({ name }) => `Skipped File: ${programFolder(self)}\\${name}\r\n`);
  self.files.append(`${programFolder(self)}\\Coreinst.log`, skipped.join(''));
  dropBundle(self);
  noteInstalled(self, 'Installed');
  return 'all equal';
}

/** What is to be fetched where a higher version that is there stays. */
function isNotLower(self: ClicoreSelf, target: string): (file: FileFacts) => boolean {
  return ({ name, version }) => {
    const own = self.files.stat(`${target}\\${name}`);
    return !own.ok || compareVersions(own.value.version ?? '0', version ?? '0') <= 0;
  };
}

/** `2.0.1493.2005` for 2.00.1493.2005 (Q264630). */
function shortVersion(version: string): string {
  return version.split('.').map(Number).join('.');
}

function programFolder(self: ClicoreSelf): string {
  return clientFolder(self.computer, clientFolders.programs);
}

/** Windows 9x goes on with what runs: its files are replaced at the next start (Q264969). */
function replacesInUse(self: ClicoreSelf): boolean {
  return self.computer.operatingSystem.family !== 'Windows 9x' || !self.runs(service);
}

function stopService(self: ClicoreSelf): void {
  if (!replacesInUse(self)) return;
  self.restsOn('restart of the service', restart);
  self.stopService(self.computer.name, service);
}

function replace(self: ClicoreSelf): string {
  if (replacesInUse(self) || !newFilesStaged(self)) {
    if (self.memory.fromLogonPoint) placeProgramsManager(self);
    placeBundle(self, false);
    noteInstalled(self, 'Installed');
    return 'replaced';
  }
  self.log('Reboot required - disabling component until reboot');
  postponeFiles(self);
  noteInstalled(self, 'Reboot Required');
  return 'restart needed';
}

function newFilesStaged(self: ClicoreSelf): boolean {
  return stagedFiles(self).some(({ name, path }) => {
    const [own, fresh] = [self.files.stat(`${programFolder(self)}\\${name}`), self.files.stat(path)];
    return !own.ok || (fresh.ok && own.value.version !== fresh.value.version);
  });
}

/** What came with the bundle of a logon point is to be verified from a CAP. */
function placeProgramsManager(self: ClicoreSelf): void {
  const staged = stagedFiles(self).find(({ name }) => name.toLowerCase() === programsManagerFile);
  const facts = staged === undefined ? undefined : self.files.stat(staged.path);
  if (staged === undefined || facts?.ok !== true) return;
  self.restsOn('Available Programs Manager in the bundle', carried);
  const folder = componentFolder(self, 'smsapm32');
  self.files.createFolder(folder);
  self.files.delete(`${folder}\\${staged.name}`);
  self.files.move(staged.path, `${folder}\\${staged.name}`);
  setComponent(self, 'Available Programs Manager Win32', facts.value.version ?? '', 'Repair Pending');
}

function noteInstalled(self: ClicoreSelf, state: string): void {
  setComponent(self, baseComponents, self.memory.version, state);
}

function setComponent(self: ClicoreSelf, component: string, version: string, state: string): void {
  const key = componentKey(component);
  const text = (name: string, data: string): void => self.registry.set(key, name, { type: 'REG_SZ', data });
  text(state === 'Reboot Required' ? componentValues.pendingVersion : componentValues.version, version);
  text(componentValues.state, state);
  text(componentValues.lastDone, printRegistryTime(self.now()));
}

function startService(self: ClicoreSelf): void {
  if (self.computer.service(service) === undefined && self.memory.fromLogonPoint) return;
  setUpService(self);
}
