import { assumed, documented, inferred } from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { copyNextFile, placeBundle, planBundle } from './bundle-copying.ts';
import { say, type CcimMemory, type CcimSelf } from './ccim-memory.ts';
import { offerInHand, sourceBox } from './ccim-sources.ts';
import {
  baseComponents,
  baseGroup,
  clientKeys,
  clientProperties,
  componentKey,
  componentValues,
  optionalFolders,
  siteAgentKey,
  siteAgentValues,
} from './client-registry.ts';
import { componentFolder, removeFiles } from './component-files.ts';
import { leavesEqualFiles, noteSetUp, setComponentText, setPending } from './component-state.ts';
import { programsManager } from './program-names.ts';
import { runClicore } from './run-clicore.ts';

/** How CCIM installs, upgrades and verifies the base group itself, and takes components away. */
export const operationEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'see whose work it is': {
    answers: [
      'work of Clicore',
      'work of CCIM',
      'work of Available Programs Manager',
      'Available Programs Manager is starting',
    ],
    run: seeWhoseWork,
  },
  'start Clicore': { answers: [], run: startClicore },
  'set the component pending': { answers: [], run: startWork },
  'plan the copying': { answers: [], run: planCopying },
  'copy the next file': copyNextFile(),
  'set the component up': { answers: ['component done'], run: setUp },
  'remove the component': { answers: ['component done'], run: remove },
};

/** What is known of the sources and of what stops an operation. */
export const operationsProvenance = documented('Q236596, Q264630, Q275617');

/** Who does what (Q235161). */
export const ownWorkProvenance = documented('Q235161');

/** The programs that install the base group (Q220858, Q235159, Q309437). */
const installers: Readonly<Record<string, string>> = {
  'SMS Client Base Components': 'clicore.exe /S',
  'Windows Management': 'i386\\WBEMSDK /s',
  'Available Programs Manager Win32': 'i386\\apasetup.exe /s',
};

const exitCode = assumed('An installer that has done its work exits with code 0.', 'Q235159');

/** The name by which the service knows the program of a component. */
const programNames: Readonly<Record<string, string>> = {
  'Available Programs Manager Win32': programsManager,
};

function seeWhoseWork(self: CcimSelf): string {
  const { name } = offerInHand(self);
  if (name === baseComponents) return 'work of Clicore';
  if (baseGroup.includes(name) || self.computer.operatingSystem.family === '16-bit Windows') return 'work of CCIM';
  if (!self.memory.starting) return 'work of Available Programs Manager';
  self.memory.starting = false;
  return 'Available Programs Manager is starting';
}

function startClicore(self: CcimSelf): undefined {
  sayWaiting(self);
  const leaves = leavesEqualFiles(self, self.memory.operation);
  const { directory, version } = offerInHand(self);
  runClicore(self, `${sourceBox(self)}\\${directory}\\i386`, { version, leaves });
  return undefined;
}

function startWork(self: CcimSelf): undefined {
  const { name } = offerInHand(self);
  setPending(self, name, self.memory.operation);
  if (baseGroup.includes(name)) sayWaiting(self);
}

function sayWaiting(self: CcimSelf): void {
  const installer = installers[offerInHand(self).name];
  if (installer !== undefined) say(self, `Waiting for Process "${installer}" to finish...`);
}

function planCopying(self: CcimSelf): undefined {
  const { directory } = offerInHand(self);
  const source = `${sourceBox(self)}\\${directory}\\i386`;
  const target = componentFolder(self, directory);
  planBundle(self, source, target);
}

function setUp(self: CcimSelf): string {
  const { name, version } = offerInHand(self);
  const { operation } = self.memory;
  const changed = placeBundle(self, leavesEqualFiles(self, operation));
  const installer = installers[name];
  self.restsOn('exit code of an installer', exitCode);
  if (installer !== undefined) say(self, `Process "${installer}" finished; exit code = 0.`);
  setComponentText(self, name, componentValues.version, version);
  noteSetUp(self, name, operation);
  if (changed || operation !== 'verify') tellService(self, 'component installed');
  return 'component done';
}

const removal = inferred('SMS help, agents', 'An agent goes when every site has switched it off.');

/** The service ends the agent; its files and registry go. */
function remove(self: CcimSelf): string {
  self.restsOn('removal of an agent', removal);
  const { name } = offerInHand(self);
  tellService(self, 'component removed');
  self.registry.deleteKey(componentKey(name));
  const sites = self.registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  for (const site of sites) self.registry.deleteValue(siteAgentKey(site, name), siteAgentValues.resync);
  removeFiles(self, optionalFolders[name] ?? '');
  return 'component done';
}

function tellService(self: CcimSelf, type: string): void {
  const { name } = offerInHand(self);
  const service = self.processOf(self.computer.name, 'SMS Client Service');
  self.post(service, { type, data: { component: programNames[name] ?? name } });
}
