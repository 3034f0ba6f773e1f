import { parseIni, smsIniValue } from '../../../world/index.ts';
import { refused, type Tool, type ToolContext } from '../../tool.ts';
import { macintoshPath } from '../macintosh/macintosh-files.ts';
import { runSmsInstaller, smsInstallerProvenance } from '../macintosh/sms-installer.ts';

const syntax = 'mac installer [SERVER]';

/** Somebody at a Macintosh opens MAC.BIN of a logon server and runs the SMS Installer script. */
export const macInstaller: Tool = {
  name: 'mac installer',
  syntax,
  summary:
    'Runs the SMS Installer script of MAC.BIN on a Macintosh: from a logon server, else from that it reports to.',
  provenance: smsInstallerProvenance,
  run(context, given) {
    const { computer, world, files } = context;
    const [server = currentServer(context), ...rest] = given;
    if (computer.operatingSystem.family !== 'Macintosh') return refused(`${computer.name} is no Macintosh.`);
    if (server === undefined || world.computer(server) === undefined || rest.length > 0) {
      return refused(`Syntax: ${syntax}`);
    }
    return runSmsInstaller({ world, macintosh: computer, server, files });
  },
};

function currentServer({ files }: ToolContext): string | undefined {
  const text = files.readText(macintoshPath('SMS.INI'));
  return text.ok ? smsIniValue(parseIni(text.value), 'currentLogonServer') : undefined;
}
