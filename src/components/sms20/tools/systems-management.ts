import { documented, type Computer } from '../../../world/index.ts';
import { clientKeys, clientProperties, componentKey, componentValues } from '../client/client-registry.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from './tool.ts';

const syntax = 'smscfg [components | sites | start COMPONENT | update]';

/**
 * The Systems Management control panel (Smscfg.cpl) as words: `components` and `sites` show its tabs, `start` is the
 * button Start Component, `update` the button Update Configuration of the Sites tab.
 */
export const systemsManagement: Tool = {
  name: 'smscfg',
  syntax,
  summary: 'Shows the client components and sites, starts a component or updates the configuration.',
  provenance: documented('Q206800, Q246331, Q215129'),
  run(context, given) {
    const [page = 'components', ...rest] = given;
    if (!context.computer.registry.exists(clientKeys.client)) return refused('The SMS client is not installed.');
    if (page === 'components') return printed(...componentsTab(context.computer));
    if (page === 'sites') return printed(...sitesTab(context.computer));
    if (page === 'update') return update(context);
    return page === 'start' ? start(context, rest.join(' ')) : refused(`Usage: ${syntax}`);
  },
};

/** The Components tab: name, version and status, sorted by name. */
function componentsTab(computer: Computer): readonly string[] {
  const rows = computer.registry.subkeys(`${clientKeys.client}\\Client Components`).map((name) => {
    const text = (value: string): string => computer.registry.getText(componentKey(name), value) ?? '';
    return `${name.padEnd(34)}${text(componentValues.version).padEnd(18)}${text(componentValues.state)}`.trimEnd();
  });
  return [`${'Component'.padEnd(34)}${'Version'.padEnd(18)}Status`, ...rows];
}

/** The Sites tab: the first site is the principal one (Q246974). */
function sitesTab(computer: Computer): readonly string[] {
  return computer.registry.getList(clientKeys.properties, clientProperties.sites) ?? [];
}

function update(context: ToolContext): ToolResult {
  const ccim = 'Client Configuration Installation Manager';
  const running = [ccim, `${ccim} (16-bit)`].find((name) => context.runs(name));
  if (running === undefined) return refused('The SMS Client Service is not running.');
  context.post(running, { type: 'wake' });
  return printed('Update Configuration');
}

/** The message of Q206800, word for word. */
function start(context: ToolContext, component: string): ToolResult {
  const running = [component, `${component} (16-bit)`].find((name) => context.runs(name));
  if (running === undefined) return refused(`${component} cannot be started on this client.`);
  const message = `${component} will be started. This may take several minutes to complete.`;
  context.show('Systems Management', message);
  context.post(running, { type: 'run' });
  return printed(message);
}
