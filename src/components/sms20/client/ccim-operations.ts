import {
  assumed,
  compareVersions,
  documented,
  parseComponentConfiguration,
  parseCompver,
  printRegistryTime,
  releaseOf,
  systemOpener,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { say, type CcimMemory, type CcimSelf, type ComponentOffer } from './ccim-memory.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import {
  baseComponents,
  clientKeys,
  clientProperties,
  componentKey,
  componentValues,
  siteAgentKey,
  siteAgentValues,
} from './client-registry.ts';

/** How CCIM installs, upgrades, verifies and removes the inventory agents. */
export const operationEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'look at the source': { answers: ['source ready', 'source locked', 'source unfit'], run: lookAtSource },
  'look at the source again': { answers: ['source ready', 'source unfit'], run: lookAgain },
  'set the component pending': {
    answers: [],
    run: (self) => {
      const data = self.memory.operation === 'verify' ? 'Repair Pending' : 'Install Pending';
      self.registry.set(componentKey(offerOf(self).name), componentValues.state, { type: 'REG_SZ', data });
      return undefined;
    },
  },
  'set the component up': { answers: ['component done'], run: setUp },
  'remove the component': { answers: ['component done'], run: remove },
};

/** What is known of the sources and of what stops an operation. */
export const operationsProvenance = documented('Q236596, Q264630, Q275617');

const bundle = assumed('The files of a component on the access point are those that its bundle installs.', 'Q246331');
const oneSource = assumed('A component whose access point is not fit waits for the next cycle.', 'Q236596');

function offerOf(self: CcimSelf): ComponentOffer {
  const { offer } = self.memory;
  if (offer === null) throw new Error('CCIM has no component in hand');
  return offer;
}

function lookAtSource(self: CcimSelf): string {
  if (!isFit(self)) return 'source unfit';
  if (self.trait('waits for Inbox Manager') === false || !self.files.exists(lockPath(self))) return 'source ready';
  const wait = 'waiting 10 seconds for directory refresh to finish...';
  say(self, `Warning: Inbox manager token file found (${lockPath(self)}), ${wait}`);
  return 'source locked';
}

function lookAgain(self: CcimSelf): string {
  if (!self.files.exists(lockPath(self))) return 'source ready';
  say(self, 'Warning: Directory still in use by inbox manager; skipping operations');
  sayNoSource(self);
  return 'source unfit';
}

function lockPath(self: CcimSelf): string {
  const { accessPoint, directory } = offerOf(self);
  return `${accessPoint}\\clicomp.box\\${directory}\\inboxlck.tok`;
}

function isFit(self: CcimSelf): boolean {
  self.restsOn('choice of a source', oneSource);
  const fit = baseIsNotOlder(self) && versionsAgree(self);
  if (!fit) sayNoSource(self);
  return fit;
}

function sayNoSource(self: CcimSelf): void {
  say(self, `Warning - could not find a site CAP with uplevel version of component ${offerOf(self).name}`);
}

/** From SP2 on a client takes nothing from an access point of an older release (Q264630). */
function baseIsNotOlder(self: CcimSelf): boolean {
  if (self.trait('compares the release of the access point') === false) return true;
  const folder = `${offerOf(self).accessPoint}\\clicomp.box\\base`;
  const text = self.files.readText(`${folder}\\Compver.ini`);
  const offered = text.ok ? parseCompver(text.value)?.version : undefined;
  const own = self.registry.getText(componentKey(baseComponents), componentValues.version);
  if (offered === undefined || own === undefined) return true;
  if (compareVersions(releaseOf(offered), releaseOf(own)) >= 0) return true;
  const releases = `is ${releaseOf(offered)} (client release is ${releaseOf(own)})`;
  say(self, `Warning: The CAP base release (from ${folder}) ${releases}`);
  return false;
}

/** From SP1 on the configuration file has to carry the version of the offer (Q236596). */
function versionsAgree(self: CcimSelf): boolean {
  if (self.trait('compares the version of the configuration file') === false) return true;
  const { accessPoint, directory, version } = offerOf(self);
  const path = `${accessPoint}\\clicomp.box\\${directory}.CFG`;
  const text = self.files.readText(path);
  const parsed = text.ok ? parseComponentConfiguration(text.value) : text;
  const found = parsed.ok ? (parsed.value.version ?? '') : '';
  if (found === version) return true;
  const comparison = `version (${found}) out of sync with offer file version (${version})`;
  say(self, `Warning: ${path} ${comparison}; skipping operations`);
  return false;
}

function setUp(self: CcimSelf): string {
  const { name, version } = offerOf(self);
  const { operation } = self.memory;
  const untouched = operation === 'verify' && self.trait('verification leaves what is in order') === true;
  const changed = copyFiles(self, untouched);
  const key = componentKey(name);
  const text = (value: string, data: string): void => self.registry.set(key, value, { type: 'REG_SZ', data });
  text(componentValues.version, version);
  text(componentValues.state, 'Installed');
  text(componentValues.lastDone, printRegistryTime(self.now()));
  // An agent that was installed anew takes its first inventory again, whatever its schedule says (Q239564).
  if (operation === 'install' || (operation === 'verify' && !untouched)) {
    self.registry.deleteValue(key, componentValues.lastRun);
  }
  if (changed || operation !== 'verify') tellService(self, 'component installed');
  return 'component done';
}

/** Copies the component's files from the access point; equal ones may be left alone. False: none was copied. */
function copyFiles(self: CcimSelf, leavesEqual: boolean): boolean {
  const { accessPoint, directory } = offerOf(self);
  const source = `${accessPoint}\\clicomp.box\\${directory}\\i386`;
  const target = componentFolder(self, directory);
  self.restsOn('files of a component', bundle);
  self.files.createFolder(target);
  const listed = self.files.list(source);
  let copied = false;
  for (const file of listed.ok ? listed.value : []) {
    const own = self.files.stat(`${target}\\${file.name}`);
    if (leavesEqual && own.ok && own.value.version === file.version && own.value.size === file.size) continue;
    const content = self.files.read(`${source}\\${file.name}`);
    const options = { modified: file.modified, ...(file.version === undefined ? {} : { version: file.version }) };
    if (content.ok) copied = self.files.write(`${target}\\${file.name}`, content.value, options).ok || copied;
  }
  return copied;
}

/** Where the files of a component go, by its folder on the access point; others have a folder of the same name. */
const folders: Readonly<Record<string, string>> = {
  hinv: clientFolders.hardware,
  sinv: clientFolders.software,
  smsapm32: 'Clicomp\\Apa\\Bin',
};

function componentFolder(self: CcimSelf, directory: string): string {
  return clientFolder(self.computer, folders[directory] ?? `Clicomp\\${directory}`);
}

/** The service ends the agent; its files and registry go (an agent goes when all sites have switched it off). */
function remove(self: CcimSelf): string {
  const { name } = offerOf(self);
  const directory = name === 'Hardware Inventory Agent' ? 'hinv' : 'sinv';
  tellService(self, 'component removed');
  self.registry.deleteKey(componentKey(name));
  const sites = self.registry.getList(clientKeys.properties, clientProperties.sites) ?? [];
  for (const site of sites) self.registry.deleteValue(siteAgentKey(site, name), siteAgentValues.resync);
  const opener = { ...systemOpener, process: self.id };
  self.computer.files.removeFolder(opener, componentFolder(self, directory), { recursive: true });
  return 'component done';
}

function tellService(self: CcimSelf, type: string): void {
  const service = self.processOf(self.computer.name, 'SMS Client Service');
  self.post(service, { type, data: { component: offerOf(self).name } });
}
