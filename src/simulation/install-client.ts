import type { ClientComponentMedia, Sms20Release } from '../catalogue/index.ts';
import {
  baseComponents,
  capListEntry,
  capListName,
  checkedPrograms,
  clientFolder,
  clientFolders,
  clientKeys,
  clientProperties,
  clientRoot,
  componentKey,
  componentValues,
  identityFilesProvenance,
  identityStream,
  knownIdentity,
  newIdentity,
  noteAssignment,
  programCrc,
  siteKey,
  sitePropertiesKey,
  siteValues,
  storeIdentity,
} from '../components/index.ts';
import {
  accessPointPath,
  fileName,
  inferred,
  printRegistryTime,
  type Computer,
  type RegistryValue,
  type Site,
} from '../world/index.ts';
import { setupOpener, sizeOfEach } from './install-server.ts';
import type { Simulation } from './simulation.ts';

/** What an installation method is told. */
export interface ClientInstallation {
  /** Codes of the sites the client is assigned to, the principal one first. */
  readonly sites: readonly string[];
  readonly release: Sms20Release;
  /** SMS unique identifier; undefined: made up, unless the computer still has one (Q199078). */
  readonly identity?: string;
}

/**
 * Installs the base components of a client, as every installation method does in the end: programs, identity, sites,
 * CAP lists and connection accounts. CCIM finds out the rest in its first cycle, the inventory agents included.
 */
export function installClient(simulation: Simulation, computerName: string, installation: ClientInstallation): void {
  const computer = simulation.world.mustHave(computerName);
  const base = baseOf(installation.release);
  installBaseFiles(computer, installation.release);
  acceptBaseFiles(simulation, computer, installation.release);
  setText(computer, componentKey(baseComponents), componentValues.version, base.version);
  setText(computer, componentKey(baseComponents), componentValues.state, 'Installed');
  setText(computer, componentKey(baseComponents), componentValues.lastDone, printRegistryTime(computer.now()));
  setIdentity(simulation, computer, installation.identity);
  set(computer, clientKeys.client, clientProperties.sites, { type: 'REG_MULTI_SZ', data: installation.sites });
  noteAssignment(computer, installation.sites.length > 0);
  setText(computer, clientKeys.properties, clientProperties.localPath, clientRoot(computer));
  for (const code of installation.sites) addSite(simulation, computer, simulation.world.site(code));
  const account = 'LocalSystem';
  computer.setService({ name: 'SMS Client Service', state: 'Stopped', startType: 'Automatic', account });
  simulation.record(
    'note',
    computer.name,
    'SMS client installed',
    `${base.version}, sites ${installation.sites.join(', ')}`,
  );
}

/** Makes the client's folders and puts the base files where their installer puts them; what is there stays. */
export function installBaseFiles(computer: Computer, release: Sms20Release): void {
  for (const folder of Object.values(clientFolders)) {
    computer.files.createFolder(setupOpener, clientFolder(computer, folder), { parents: true });
  }
  const base = baseOf(release);
  const { files, version } = base;
  for (const file of files) {
    const path = clientFolder(computer, file);
    const program = fileName(file);
    const known = computer.files.stat(setupOpener, path);
    if (known.ok && known.value.version === version) continue;
    computer.files.write(setupOpener, path, { size: sizeOfEach(base), token: `${program} ${version}` }, { version });
  }
}

const accepted = inferred('Q270912', 'The installation hands out the CRCs of the programs that it installs.');

/** The installation writes CRCs under Verification Data (Q270912), by which the service runs the base programs. */
function acceptBaseFiles(simulation: Simulation, computer: Computer, release: Sms20Release): void {
  if (computer.operatingSystem.family !== 'Windows NT') return;
  simulation.foundations.note('CRCs of an installation', accepted);
  const names = baseOf(release).files.map((file) => fileName(file).toLowerCase());
  for (const [name] of checkedPrograms.filter(([file]) => names.includes(file.toLowerCase()))) {
    const facts = computer.files.stat(setupOpener, clientFolder(computer, `${clientFolders.programs}\\${name}`));
    if (facts.ok) set(computer, clientKeys.verification, name, { type: 'REG_DWORD', data: programCrc(facts.value) });
  }
}

function baseOf(release: Sms20Release): ClientComponentMedia {
  const base = release.clientComponents['base'];
  if (base === undefined) throw new Error(`${release.name} has no client base components`);
  return base;
}

/** An identity outlives the removal of a client (Q199078); a new one comes from adapter and time (Q257808). */
function setIdentity(simulation: Simulation, computer: Computer, given: string | undefined): void {
  simulation.foundations.note('Smscfg.ini and Smsuid.dat', identityFilesProvenance);
  const drawn = (): string => newIdentity(computer, simulation.random.stream(identityStream(computer.name)));
  storeIdentity(computer, given ?? knownIdentity(computer) ?? drawn());
}

function addSite(simulation: Simulation, computer: Computer, site: Site | undefined): void {
  if (site === undefined) throw new Error(`${computer.name} cannot be installed for a site that does not exist`);
  const now = printRegistryTime(computer.now());
  setText(computer, siteKey(site.code), siteValues.lastChecked, now);
  const points = site.accessPoints.map((point) => capListEntry(site.code, accessPointPath(site, point.server)));
  set(computer, clientKeys.accessPoints, capListName(site.code), { type: 'REG_MULTI_SZ', data: points });
  refreshConnectionAccounts(simulation, computer, site);
}

/** Stores the client connection accounts of a site with their present passwords, as Smsls and Smsman do (Q227033). */
export function refreshConnectionAccounts(simulation: Simulation, computer: Computer, site: Site): void {
  const order = { type: 'REG_MULTI_SZ', data: site.connectionAccounts } as const;
  set(computer, sitePropertiesKey(site.code), siteValues.accountOrder, order);
  for (const name of site.connectionAccounts) {
    const account = simulation.world.accounts.get(name);
    if (account !== undefined) setText(computer, clientKeys.accounts, name, account.password);
  }
}

function setText(computer: Computer, key: string, name: string, text: string): void {
  set(computer, key, name, { type: 'REG_SZ', data: text });
}

function set(computer: Computer, key: string, name: string, value: RegistryValue): void {
  computer.registry.set(key, name, value);
}
