import {
  assumed,
  compareVersions,
  inferred,
  iniValue,
  logonPointPath,
  parseClientBaseConfiguration,
  parseCompver,
  parseIni,
  releaseOf,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { clientFolder, clientFolders } from '../client/client-folders.ts';
import {
  baseComponents,
  clientKeys,
  clientProperties,
  componentKey,
  componentValues,
} from '../client/client-registry.ts';
import { acceptPrograms } from '../client/site-configuration.ts';
import { clicorePath, siteOnLogonPoint } from '../logon-point/logon-point-files.ts';
import type { BootstrapMemory, BootstrapSelf } from './bootstrap-memory.ts';
import { reachLogonPoint } from './logon-point-connection.ts';

/** Which site answers for the base components of a logon point, and whether this client may have them. */
export const ownerEffects: Readonly<Record<string, Effect<BootstrapMemory>>> = {
  'connect to the logon point': { answers: ['connected', 'no logon point'], run: connect },
  'find the owner of Clicore': { answers: ['owner found', 'no line', 'given up'], run: findOwner },
  'compare the releases': { answers: ['may go on', 'newer release'], run: compareReleases },
  'read the configuration of the owner': {
    answers: ['configuration read', 'no configuration'],
    run: readConfiguration,
  },
};

/** Paths as the bootstrap spells them (Q264976, Q224197); no file system minds the case. */
const localCopyLog = 'CORE\\DATA\\temp.tcf';
const copyLog = 'config\\CopyLog.tcf';

const looks = 7;

function connect(self: BootstrapSelf): string {
  for (const folder of Object.values(clientFolders)) self.files.createFolder(clientFolder(self.computer, folder));
  const reached = reachLogonPoint(self);
  if (!reached.ok) return 'no logon point';
  self.memory.logonPoint = reached.value;
  const path = clientFolder(self.computer, localCopyLog);
  self.log(`Writing local TCF file ${path}`);
  self.files.writeText(path, '');
  return 'connected';
}

function findOwner(self: BootstrapSelf): string {
  const { memory } = self;
  const path = `${memory.logonPoint}\\${copyLog}`;
  const text = self.files.readText(path);
  const owner = text.ok ? iniValue(parseIni(text.value), 'FILE SOURCE', clicorePath) : undefined;
  if (owner !== undefined && owner !== '') {
    memory.owner = owner.toUpperCase();
    return 'owner found';
  }
  self.log(`Couldn't find line in the FILE SOURCE section of ${path}`);
  memory.tries++;
  if (memory.tries > looks) return 'given up';
  self.log('Retry in 10 mins...');
  return 'no line';
}

const unknownVersion = '2.00.0000.0000';

const compverPlace = assumed('COMPVER.INI of a site lies in its folder on the logon point.', 'Q264630');

/** The version of the base components of a site as the logon point shows it; undefined where it shows none. */
export function versionOnLogonPoint(self: BootstrapSelf, siteCode: string): string | undefined {
  self.restsOn('place of COMPVER.INI', compverPlace);
  const path = logonPointPath(self.computer.logonServer ?? '', siteOnLogonPoint(siteCode, 'compver.ini'));
  const text = self.files.readText(path);
  return text.ok ? parseCompver(text.value)?.version : undefined;
}

const quitting = assumed('What Boot32wn logs when it leaves an upgrade to CCIM is not quoted anywhere.', 'Q262677');
const installedVersion = inferred('Q262677', 'The release of a client is that of its base components.');

/**
 * From SP2 on a client that is assigned takes nothing of a later release from a logon point, but a hotfix. One that has
 * no site has no CCIM to leave the upgrade to (Q262677).
 */
function compareReleases(self: BootstrapSelf): string {
  if (self.trait('leaves a newer release to CCIM') === false) return 'may go on';
  const { owner } = self.memory;
  const known = versionOnLogonPoint(self, owner);
  if (known === undefined) {
    self.log(`No COMPVER.INI found for site ${owner} - defaulting logon point version to ${unknownVersion}`);
  }
  self.restsOn('release of a client', installedVersion);
  const own = self.registry.getText(componentKey(baseComponents), componentValues.version);
  if (own === undefined || own === '' || !isAssigned(self)) return 'may go on';
  const offered = releaseOf(known ?? unknownVersion);
  if (compareVersions(offered, releaseOf(own)) <= 0) return 'may go on';
  self.restsOn('log line about a later release', quitting);
  self.log(`Logon point release is ${offered} (client release is ${releaseOf(own)}); leaving the upgrade to CCIM`);
  return 'newer release';
}

function isAssigned(self: BootstrapSelf): boolean {
  return (self.registry.getList(clientKeys.client, clientProperties.sites) ?? []).length > 0;
}

const noConfiguration = assumed('What Boot32wn logs without Cli_inst.cfg is not quoted anywhere.', 'Q263345');

const crcs = inferred('Q249077, Q246331', 'The CRCs of the owner take the place of those that the client has.');

/**
 * The CRCs come from the site that Copylog.tcf names, right or wrong (Q249077). The folder of a site that has left is
 * gone, but its lines of Copylog.tcf are not (Q263345).
 */
function readConfiguration(self: BootstrapSelf): string {
  const path = `${self.memory.logonPoint}\\${siteOnLogonPoint(self.memory.owner, 'Cli_inst.cfg')}`;
  const text = self.files.readText(path);
  const parsed = text.ok ? parseClientBaseConfiguration(text.value) : undefined;
  if (parsed?.ok === true) {
    self.restsOn('CRCs of a logon point', crcs);
    acceptPrograms(self, parsed.value);
    return 'configuration read';
  }
  self.restsOn('log line about a missing configuration', noConfiguration);
  self.log(`ERROR: Unable to open ${path}; unable to continue`);
  return 'no configuration';
}
