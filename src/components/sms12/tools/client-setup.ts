import { documented, inferred, parseIni, smsIniValue } from '../../../world/index.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';
import { smsIniPath } from '../client/client-files.ts';
import { clientPlatform } from '../client/client-platform.ts';
import { logonServerShare } from '../folders.ts';

const syntax = documented('Resource Guide for SMS 1.2 (SMS Client Setup), Q131614, Q270697');

const batchFiles = inferred(
  'Q125978, Q183398, Q200085, Q279752, Resource Guide for SMS 1.2 (SMS Client Setup)',
  'Upgrade.bat and Deinstal.bat run the Client Setup of the platform with /u and with /r.',
);

const wrongPlatform = 'does not run under this operating system.';

/** Client Setup as it is typed. */
function setUpTool(name: string): Tool {
  return {
    name,
    syntax: `${name.toUpperCase()} [/r | /u | /f | /p:path | /v | /k]`,
    summary: 'Sets a client up, updates it, verifies its files or removes it',
    provenance: syntax,
    run(context, given) {
      if (clientPlatform(context.computer)?.setUp !== name.toUpperCase()) {
        return refused(`${name.toUpperCase()} ${wrongPlatform}`);
      }
      const path = given.find((word) => /^\/p:/i.test(word))?.slice(3);
      const server = path?.split('\\')[2] ?? usedServer(context);
      return runSetUp(context, server, oneOf(given));
    },
  };
}

/** A batch file on the share of a logon server. */
function batchFile(name: string, option: '/R' | '/U', summary: string): Tool {
  return {
    name,
    syntax: `${name.toUpperCase()} [\\\\server\\SMS_SHR]`,
    summary,
    provenance: batchFiles,
    run(context, [share]) {
      const server = share?.split('\\')[2] ?? usedServer(context);
      const path = `\\\\${server ?? ''}\\${logonServerShare}\\${name.toUpperCase()}.BAT`;
      return context.files.exists(path) ? runSetUp(context, server, option) : refused('Bad command or file name');
    },
  };
}

/** Client Setup and the batch files that run it. */
export const clientSetUpTools: readonly Tool[] = [
  ...['cli_dos', 'cli_nt', 'cli_os2'].map(setUpTool),
  batchFile('upgrade', '/U', 'Updates a client, also after another operating system has been installed'),
  batchFile('deinstal', '/R', 'Removes a client; it ends when Windows is started again'),
];

/** Of options that exclude each other the first counts (Resource Guide for SMS 1.2, SMS Client Setup). */
function oneOf(given: readonly string[]): string {
  const words = given.map((word) => word.toUpperCase());
  const first = words.find((word) => ['/R', '/U', '/F'].includes(word));
  return [first, words.includes('/K') ? '/K' : undefined].filter((word) => word !== undefined).join(' ');
}

function runSetUp(context: ToolContext, server: string | undefined, switches: string): ToolResult {
  const setUp = clientPlatform(context.computer)?.setUp;
  if (setUp === undefined || server === undefined) return refused(`Client Setup ${wrongPlatform}`);
  if (context.runs(setUp)) return refused(`${setUp} is running already.`);
  if (!context.start(setUp)) return refused('Bad command or file name');
  context.post(setUp, { type: 'command line', data: { server, switches } });
  return printed(`${setUp} runs from \\\\${server}\\${logonServerShare}.`);
}

function usedServer({ files, computer }: ToolContext): string | undefined {
  const text = files.readText(smsIniPath);
  const named = text.ok ? smsIniValue(parseIni(text.value), 'currentLogonServer') : undefined;
  return named ?? computer.logonServer;
}
