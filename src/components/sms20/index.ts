import type { Component } from '../component.ts';
import { clientAccessPointComponents } from './client-access-point/index.ts';
import { clientComponents } from './client/index.ts';
import { bootstrapService, hierarchyComponents, upgradeRequest } from './hierarchy/index.ts';
import { logonDiscoveryAgent, logonServerManager } from './logon-point/index.ts';
import { logonComponents } from './logon/index.ts';
import { remoteInstallationComponents } from './remote-installation/index.ts';
import { accessPointPrograms, requestAnew, serverComponents } from './site-server/index.ts';

export {
  agentNames,
  baseComponents,
  capListEntry,
  capListName,
  clientFolder,
  clientFolders,
  clientKeys,
  clientProperties,
  clientRoot,
  componentKey,
  componentValues,
  configurationPath,
  forgetIdentity,
  identityFilesProvenance,
  knownIdentity,
  listedComponents,
  listedSites,
  newIdentity,
  noteAssignment,
  siteAgentKey,
  siteAgentValues,
  siteKey,
  sitePropertiesKey,
  siteValues,
  storeIdentity,
} from './client/index.ts';
export { chanceStreams, identityStream } from './chance-streams.ts';
export { checkedPrograms, programCrc } from './client-programs.ts';
export { drawsOfName } from './generated-names.ts';
export { accessPointPrograms, bootstrapService, requestAnew, upgradeRequest };
export { siteShare } from './inbox-definitions.ts';
export { logonScriptName, logonScriptText, wizardName } from './logon/index.ts';
export { publishResync } from './resync-publication.ts';
export { loaderFolder, loaderService } from './remote-installation/index.ts';
export { largestMif } from './site-server/index.ts';
export { siteSettings } from './settings.ts';
export type { SiteSettingName } from './settings.ts';
export { statusText } from './status-texts.ts';
export { sms20Tools } from './tools/index.ts';

/** Every program of SMS 2.0 that is emulated, in the order in which a service starts its own. */
export const sms20Components: readonly Component[] = [
  ...serverComponents,
  ...hierarchyComponents,
  ...clientAccessPointComponents,
  ...clientComponents,
  logonServerManager,
  logonDiscoveryAgent,
  ...logonComponents,
  ...remoteInstallationComponents,
];
