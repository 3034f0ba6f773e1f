import { documented, type Computer, type Registry } from '../../../world/index.ts';
import { clientKeys } from '../client/client-registry.ts';
import {
  canStart,
  listedComponents,
  listedSites,
  moveSiteUp,
  requestRepair,
  startMessage,
} from '../client/control-panel.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';

const syntax = 'smscfg [components | sites | start COMPONENT | repair COMPONENT | up SITE | update]';

/**
 * The Systems Management control panel (Smscfg.cpl) as words: `components` and `sites` show its tabs as they are now
 * (Refresh Status), `start` and `repair` are the buttons Start Component and Repair Installation, `up` and `update`
 * the buttons Move Up and Update Configuration of the Sites tab.
 */
export const systemsManagement: Tool = {
  name: 'smscfg',
  syntax,
  summary: 'Shows the client components and sites, starts or repairs a component, updates the configuration.',
  provenance: documented('Q206800, Q221481, Q246331, Q246974, Q215129'),
  run(context, given) {
    const [page = 'components', ...rest] = given;
    if (!context.computer.registry.exists(clientKeys.client)) return refused('The SMS client is not installed.');
    if (page === 'components') return printed(...componentsTab(context.computer));
    if (page === 'sites') return printed(...listedSites(context.computer.registry));
    if (page === 'update') return update(context);
    const chosen = rest.join(' ');
    if (page === 'start') return start(context, chosen);
    if (page === 'repair') return repair(context.computer.registry, chosen);
    return page === 'up' ? moveUp(context.computer.registry, chosen) : refused(`Usage: ${syntax}`);
  },
};

/** The Components tab: name, version and status, sorted by name. */
function componentsTab(computer: Computer): readonly string[] {
  const rows = listedComponents(computer.registry).map(({ name, version, status }) =>
    `${name.padEnd(34)}${version.padEnd(18)}${status}`.trimEnd(),
  );
  return [`${'Component'.padEnd(34)}${'Version'.padEnd(18)}Status`, ...rows];
}

function update(context: ToolContext): ToolResult {
  const ccim = 'Client Configuration Installation Manager';
  const running = [ccim, `${ccim} (16-bit)`].find((name) => context.runs(name));
  if (running === undefined) return refused('The SMS Client Service is not running.');
  context.post(running, { type: 'wake' });
  return printed('Update Configuration');
}

/** The button is grey for what is no inventory agent or is not installed; the message is that of Q206800. */
function start(context: ToolContext, component: string): ToolResult {
  const listed = listedComponents(context.computer.registry).find(({ name }) => name === component);
  const running = [component, `${component} (16-bit)`].find((name) => context.runs(name));
  if (listed === undefined || !canStart(listed) || running === undefined)
    return refused(`${component} cannot be started on this client.`);
  const message = startMessage(component);
  context.show('Systems Management', message);
  context.post(running, { type: 'run' });
  return printed(message);
}

/** CCIM repairs at its next cycle (Q221481). */
function repair(registry: Registry, component: string): ToolResult {
  if (requestRepair(registry, component)) return printed(`${component}: Repair Pending`);
  return refused(`${component} is not a component of this client.`);
}

function moveUp(registry: Registry, site: string): ToolResult {
  if (moveSiteUp(registry, site)) return printed(...listedSites(registry));
  return refused(`Site ${site} cannot be moved up.`);
}
