import type { Component } from '../component.ts';
import { clientAccessPointComponents } from './client-access-point/index.ts';
import { clientComponents } from './client/index.ts';
import { serverComponents } from './site-server/index.ts';

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
  listedComponents,
  listedSites,
  siteAgentKey,
  siteAgentValues,
  siteKey,
  sitePropertiesKey,
  siteValues,
} from './client/index.ts';
export { siteShare } from './inbox-definitions.ts';
export { publishResync } from './resync-publication.ts';
export { siteSettings } from './settings.ts';
export type { SiteSettingName } from './settings.ts';
export { tools } from './tools/index.ts';
export type { Tool, ToolContext, ToolResult } from './tools/index.ts';

/** Every program of SMS 2.0 that is emulated, in the order in which a service starts its own. */
export const sms20Components: readonly Component[] = [
  ...serverComponents,
  ...clientAccessPointComponents,
  ...clientComponents,
];
