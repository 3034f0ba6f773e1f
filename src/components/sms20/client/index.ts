import type { Component } from '../../component.ts';
import { availableProgramsManager } from './available-programs-manager.ts';
import { ccim, ccim16 } from './ccim.ts';
import { clicore } from './clicore.ts';
import { clientService } from './client-service.ts';
import { copyQueue } from './copy-queue.ts';
import { hardwareInventoryAgent } from './hardware-agent.ts';
import { hardwareInventoryAgent16 } from './hardware-agent16.ts';
import { launch32 } from './launch32.ts';
import { softwareInventoryAgent, softwareInventoryAgent16 } from './software-agent.ts';

export {
  configurationPath,
  forgetIdentity,
  identityFilesProvenance,
  knownIdentity,
  newIdentity,
  noteAssignment,
  storeIdentity,
} from './client-identity.ts';
export { clientFolder, clientFolders, clientRoot, siteMofPath, workingMofPath } from './client-folders.ts';
export {
  agentNames,
  baseComponents,
  capListEntry,
  capListName,
  clientKeys,
  clientProperties,
  componentKey,
  componentValues,
  siteAgentKey,
  siteAgentValues,
  siteKey,
  sitePropertiesKey,
  siteValues,
  siteVerificationKey,
} from './client-registry.ts';
export { canStart, listedComponents, listedSites, moveSiteUp, requestRepair, startMessage } from './control-panel.ts';
export type { ListedComponent } from './control-panel.ts';
export { queueDestinations, queueForCopy, queueItems } from './copy-queue-items.ts';
export type { QueueDestination, QueuedFile, QueueItem } from './copy-queue-items.ts';

/** The programs of an SMS 2.0 client, the service first. */
export const clientComponents: readonly Component[] = [
  clientService,
  ccim,
  ccim16,
  copyQueue,
  clicore,
  availableProgramsManager,
  launch32,
  hardwareInventoryAgent,
  hardwareInventoryAgent16,
  softwareInventoryAgent,
  softwareInventoryAgent16,
];
