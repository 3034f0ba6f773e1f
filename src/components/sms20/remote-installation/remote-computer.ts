import {
  compareVersions,
  inboxPath,
  inferred,
  parseCompver,
  releaseOf,
  type ClientRequest,
  type Computer,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { clientKeys, clientProperties, siteKey, sitePropertiesKey, siteValues } from '../client/client-registry.ts';

/** The service that the bootstrap loader is (Q267929). */
export const loaderService = 'CCMBoot';

/** The folder below `admin$` in which the files for the loader are put (Q260168). */
export const loaderFolder = 'sms_temp';

const remoteRegistry = inferred('Q267929, Q229769', 'Whoever may write to admin$ may read the registry as well.');

/** What Client Configuration Manager finds on the computer: what it has to do there. */
export type Finding = 'to be installed' | 'installed' | 'of a later release';

/** Looks at the computer through its registry and `admin$`; what is not there stands in Ccm.log (Q267929). */
export function examine(self: Self, computer: Computer, request: ClientRequest): Finding {
  self.restsOn('registry of another computer', remoteRegistry);
  describe(self, computer);
  if (request.isBegun) return hasWorked(self, computer) ? 'installed' : 'to be installed';
  if (hasLaterFiles(self, computer)) return 'of a later release';
  return isInstalled(self, computer, request) ? 'installed' : 'to be installed';
}

function describe(self: Self, { name, registry }: Computer): void {
  const sites = registry.getList(clientKeys.client, clientProperties.sites);
  const checked = registry.getText(siteKey(self.site.code), siteValues.lastChecked);
  if (sites === undefined) {
    self.log('---> Could not retrieve the heartbeat time from the client (2)');
    self.log(`---> Unable to retrieve a sites list from machine "${name}".`);
  }
  if (registry.getNumber(clientKeys.properties, clientProperties.travelMode) === undefined) {
    self.log(`---> Unable to retrieve travel mode switch from machine "${name}".`);
  }
  if (checked === undefined) self.log('---> Could not retrieve the site config timestamp from the client (2)');
}

const whoeverInstalled = inferred(
  'Q298433, Q313660',
  'The service is looked for and nothing else: whichever site it belongs to, the installation stops, unless the ' +
    'request is for a computer that is known as a client of other sites.',
);

function isInstalled(self: Self, computer: Computer, request: ClientRequest): boolean {
  self.restsOn('client that is there already', whoeverInstalled);
  return !request.isClient && computer.service('SMS Client Service') !== undefined;
}

const reported = inferred(
  'Q264630, Q267929',
  'What has been begun is done when CCIM has reported from there; that is why its heartbeat time is asked for.',
);

/**
 * The service alone tells nothing, which the loader may have made for a client that cannot work (Q264630), and a logon
 * without rights leaves a site and its configuration behind. A site without heartbeats has nothing else to look at.
 */
function hasWorked(self: Self, { registry }: Computer): boolean {
  self.restsOn('installation that is complete', reported);
  const sites = registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  const [key, value] =
    self.setting('Heartbeat enabled') === true
      ? ([sitePropertiesKey, siteValues.lastRecord] as const)
      : ([siteKey, siteValues.lastChecked] as const);
  return sites.some((code) => registry.getText(key(code), value) !== undefined);
}

/** The fixed builds spare a computer with files of a later release (Q252717, Q252718). */
function hasLaterFiles(self: Self, computer: Computer): boolean {
  if (self.trait('spares computers of a later release') === false) return false;
  const text = self.files.readText(inboxPath(self.site, 'clicomp.src', 'base', 'Compver.ini'));
  const own = text.ok ? parseCompver(text.value)?.version : undefined;
  return isLater(self, adminPath(computer.name, 'MS', 'SMS', 'Core', 'Bin', 'Clicore.exe'), own);
}

const laterFiles = inferred(
  'Q252717, Q264630',
  'The base programs on the computer are compared with those of the site, by release.',
);

/** Whether the Clicore.exe at a path belongs to a later release than the base of the site. */
export function isLater(self: Self, path: string, own: string | undefined): boolean {
  self.restsOn('files of a later release', laterFiles);
  const found = self.files.stat(path);
  const version = found.ok ? found.value.version : undefined;
  if (own === undefined || version === undefined) return false;
  return compareVersions(releaseOf(version), releaseOf(own)) > 0;
}

/** The UNC path of something below the Windows folder of a computer. */
export function adminPath(computer: string, ...parts: readonly string[]): string {
  return [`\\\\${computer}\\admin$`, ...parts].join('\\');
}

/** Makes the bootstrap service on the computer and starts it. */
export function startLoader(self: Self, computer: Computer): boolean {
  const account = 'LocalSystem';
  computer.setService({ name: loaderService, state: 'Stopped', startType: 'Manual', account });
  self.record('service', loaderService, `created on ${computer.name}`);
  self.log(`---> Created service "${loaderService}" on machine "${computer.name}".`);
  const started = self.startService(computer.name, loaderService);
  if (started.ok) return true;
  const { error } = started;
  self.log(`---> ERROR: Unable to start service "${loaderService}" on machine "${computer.name}", error = ${error}.`);
  self.log(`---> Failed to start the CCM Client Bootstrap service on ${computer.name} (${error})`);
  return false;
}
