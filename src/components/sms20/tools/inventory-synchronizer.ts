import {
  assignedSites,
  discoveryValues,
  documented,
  findResource,
  inboxPath,
  isPrimary,
  parseDiscoveryRecord,
  type DiscoveryRecord,
  type InventoryComponent,
  type Site,
} from '../../../world/index.ts';
import { generatedName } from '../generated-names.ts';
import { publishResync } from '../resync-publication.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';

const syntax = 'invsync [hw | sw] client_NetBios';

/** The files the Resource Guide requires beside InvSync.exe; the order is that of its list. */
const requiredFiles = ['BaseObj.dll', 'BaseSQL.dll', 'Basesvr.dll', 'BaseUtil.dll', 'InvSync.exe', 'SMSPerf.dll'];

/**
 * Inventory Synchronizer: asks one client of this site for a complete inventory. Its page names where it runs, what
 * it needs and whom it cannot reach; the wording of its answers is ours.
 */
export const inventorySynchronizer: Tool = {
  name: 'invsync',
  syntax,
  summary: 'Sends a hardware or software inventory synchronization request to a client of this site.',
  provenance: documented('Resource Guide, Inventory Synchronizer; Q206800'),
  run(context, given) {
    const [kind, client, ...rest] = given;
    const component = kind === undefined ? undefined : components.get(kind.toLowerCase());
    if (component === undefined || client === undefined || rest.length > 0) return refused(`Usage: ${syntax}`);
    const site = context.site;
    const wrong = unfitComputer(context, site);
    if (wrong !== undefined || site === undefined) return refused(wrong ?? notSiteServer);
    return request(context, site, component, client);
  },
};

const components: ReadonlyMap<string, InventoryComponent> = new Map([
  ['hw', 'HW'],
  ['sw', 'SW'],
]);

const notSiteServer = 'InvSync can only be run on an SMS site server.';

function unfitComputer(context: ToolContext, site: Site | undefined): string | undefined {
  if (site === undefined || site.server.toUpperCase() !== context.computer.name.toUpperCase()) return notSiteServer;
  if (context.computer.operatingSystem.name !== 'Windows NT 4.0') return 'InvSync runs on Windows NT 4.0 only.';
  const missing = requiredFiles.find((file) => !context.files.exists(`${toolFolder(site)}\\${file}`));
  if (missing === undefined) return undefined;
  context.show('InvSync.exe - Unable To Locate DLL', `The dynamic link library ${missing} could not be found.`);
  return `The dynamic link library ${missing} could not be found in the specified path ${toolFolder(site)}.`;
}

/** Where Q206800 says the tool lies on the CD-ROM, below the installation folder. */
function toolFolder(site: Site): string {
  return `${site.folder}\\Support\\Reskit\\Bin\\i386`;
}

function request(context: ToolContext, site: Site, component: InventoryComponent, client: string): ToolResult {
  if (!isPrimary(site)) return requestAtSecondary(context, site, component, client);
  const database = context.world.database(site.code);
  const found = database === undefined ? undefined : findResource(database, { name: client });
  if (database === undefined || found === undefined) return refused(`Site ${site.code} has no site database.`);
  if (!found.ok) return refused(found.failure.message);
  const resource = found.value;
  if (resource?.guid === undefined) return refused(`${client} is not a client in the database of site ${site.code}.`);
  const assigned = assignedSites(database, resource.resourceId);
  if (!assigned.ok) return refused(assigned.failure.message);
  const elsewhere = foreign(site, client, assigned.value);
  return elsewhere ?? publish(context, site, component, { ...resource, guid: resource.guid });
}

/**
 * A secondary site has no database; the records of its computers lie in Data.col (Q281718), and that the tool finds its
 * client there is inferred: the page sends whoever wants to reach a client of a child site to that site.
 */
function requestAtSecondary(
  context: ToolContext,
  site: Site,
  component: InventoryComponent,
  client: string,
): ToolResult {
  const folder = inboxPath(site, 'ddm.box', 'Data.col');
  const listed = context.files.list(folder, '*.ddr');
  const records = (listed.ok ? listed.value : []).flatMap(({ name }) => {
    const text = context.files.readText(`${folder}\\${name}`);
    const record = text.ok ? parseDiscoveryRecord(text.value) : undefined;
    return record?.ok === true ? [record.value] : [];
  });
  const found = records.find((record) => isCalled(record, client));
  const guid = found === undefined ? undefined : discoveryValues(found, 'SMS Unique Identifier')[0];
  if (typeof guid !== 'string') return refused(`${client} is not a client of site ${site.code}.`);
  return publish(context, site, component, { guid, name: client });
}

function isCalled(record: DiscoveryRecord, client: string): boolean {
  return discoveryValues(record, 'NetBIOS Name').some((name) => String(name).toUpperCase() === client.toUpperCase());
}

/** The tool cannot send to a client of a child site; it must be run there (Q206800). */
function foreign(site: Site, client: string, assigned: readonly string[]): ToolResult | undefined {
  if (assigned.includes(site.code)) return undefined;
  const [other] = assigned;
  if (other === undefined) return refused(`${client} is not assigned to site ${site.code}.`);
  return refused(`${client} belongs to child site ${other}. Run InvSync on the site server of ${other}.`);
}

function publish(
  context: ToolContext,
  site: Site,
  component: InventoryComponent,
  resource: { readonly guid: string; readonly name: string },
): ToolResult {
  const name = generatedName(context.random('request file names'));
  const time = context.computer.now();
  const published = publishResync(context.files, site, { guid: resource.guid, component, time, name });
  if (!published.ok) return refused(`The request could not be written. Win32 Error = ${published.error}`);
  const kind = component === 'HW' ? 'hardware' : 'software';
  return printed(`A ${kind} inventory synchronization request has been sent to ${resource.name}.`);
}
