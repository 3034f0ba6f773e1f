import { documented, parseIni, smsIniValue } from '../../../world/index.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';
import { smsIniPath } from '../client/client-files.ts';
import { clientPlatform } from '../client/client-platform.ts';
import { logonServerShare } from '../folders.ts';

const commandLines = documented('Q164886, Q185353, Q191337, Resource Guide for SMS 1.2 (Inventory Agent)');

/** An inventory agent that somebody starts at a command prompt on the share of a logon server. */
function agentTool(name: string, syntax: string, summary: string): Tool {
  return { name, syntax, summary, provenance: commandLines, run: (context, given) => runAgent(context, name, given) };
}

/** The agents as they are typed. */
export const agentTools: readonly Tool[] = [
  agentTool(
    'invdos',
    'INVDOS [/F] [/X] [/I] [/V] [/L:\\\\server\\SMS_SHR]',
    'Takes the inventory of a DOS or Windows PC',
  ),
  agentTool(
    'invwin32',
    'INVWIN32 /E [/F] [/X] [/I] [/V] [/L:\\\\server\\SMS_SHR]',
    'Takes the inventory under Windows NT',
  ),
  agentTool('invos2', 'INVOS2 [/F]', 'Takes the inventory under OS/2'),
];

/** RUNSMS.BAT: client set-up and inventory from the share of a logon server, whatever the logon script says. */
export const runSmsTool: Tool = {
  name: 'runsms',
  syntax: 'RUNSMS [\\\\server\\SMS_SHR]',
  summary: 'Sets a client up, or brings it up to date, and takes its inventory',
  provenance: documented('Q127052, Q155593, Q188045'),
  run(context, [share]) {
    const server = share?.split('\\')[2] ?? usedServer(context) ?? context.computer.logonServer;
    if (server === undefined) return refused('RUNSMS is run from the share of a logon server.');
    if (!context.start('RUNSMS')) return refused('RUNSMS cannot be started.');
    context.post('RUNSMS', { type: 'command line', data: { server } });
    return printed(`RUNSMS runs from \\\\${server}\\${logonServerShare}.`);
  },
};

function runAgent(context: ToolContext, name: string, given: readonly string[]): ToolResult {
  const component = name.toUpperCase();
  const platform = clientPlatform(context.computer);
  if (platform?.agent !== component) return refused(`${component} does not run under this operating system.`);
  if (component === 'INVWIN32' && !given.some((word) => word.toUpperCase() === '/E')) {
    return refused('INVWIN32 runs as a program with /E only.');
  }
  if (context.runs(component)) return refused(`${component} is running already.`);
  if (!context.start(component)) return refused(`${component} is not there.`);
  context.post(component, { type: 'command line', data: { typed: given.join(' ') } });
  return printed('SMS inventory in progress...');
}

function usedServer({ files }: ToolContext): string | undefined {
  const text = files.readText(smsIniPath);
  return text.ok ? smsIniValue(parseIni(text.value), 'currentLogonServer') : undefined;
}
