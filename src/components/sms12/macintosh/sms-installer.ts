import { assumed, documented, type Computer, type FileAccess, type Outcome, type World } from '../../../world/index.ts';
import { logonServerShare } from '../folders.ts';
import { printed, refused, type ToolResult } from '../../tool.ts';
import { openMacintoshVolume } from './apple-share.ts';
import {
  appleInstaller,
  inventoryStartUpItem,
  macintoshFolder,
  macintoshPath,
  macintoshPrograms,
} from './macintosh-files.ts';
import { appleTalkZone } from './services-for-macintosh.ts';

/** What the script does. */
export const smsInstallerProvenance = documented('Q107244, Q156385, Q172533, Q185908');

/** What it says. */
export const smsInstallerTextProvenance = assumed(
  'The words of the Apple Installer and of the Macintosh are not in the articles.',
  'Q107244',
);

/** Who runs the script, and where. */
export interface SmsInstallation {
  readonly world: World;
  readonly macintosh: Computer;
  /** The logon server whose volume he has opened in the Chooser. */
  readonly server: string;
  /** His files. */
  readonly files: FileAccess;
}

/**
 * The SMS Installer script in MAC.BIN: copies the programs that lie on the logon server now, and its DOMAIN.INI, and
 * makes Invmac a start-up item. The Macintosh has to be restarted (Q107244).
 */
export function runSmsInstaller({ world, macintosh, server, files }: SmsInstallation): ToolResult {
  const zone = appleTalkZone(world.mustHave(server));
  const refusal = openMacintoshVolume(world, macintosh, { zone, server });
  if (refusal !== undefined) return refused(`The volume ${logonServerShare} of ${server} cannot be opened.`);
  const share = `\\\\${server}\\${logonServerShare}`;
  if (!files.exists(`${share}\\MAC.BIN\\${appleInstaller}`)) {
    return refused(`The ${appleInstaller} is not in MAC.BIN, so that the script cannot be opened.`);
  }
  files.createFolder(macintoshFolder);
  const wanted = [
    ...macintoshPrograms.map((name) => ({ source: `${share}\\MAC.BIN\\${name}`, name })),
    { source: `${share}\\DOMAIN.INI`, name: 'DOMAIN.INI' },
  ];
  const missing = wanted.find(({ source, name }) => !fetched(files, source, macintoshPath(name)).ok);
  if (missing !== undefined) return refused(`${missing.name} cannot be copied.`);
  const item = { name: inventoryStartUpItem, state: 'Stopped', startType: 'Automatic', account: 'SYSTEM' } as const;
  if (macintosh.service(item.name) === undefined) macintosh.setService(item);
  return printed('Installation was successful. The Macintosh must be restarted.');
}

/** A copy over the network in no time, with time stamp and resource fork. */
function fetched(files: FileAccess, source: string, target: string): Outcome {
  const facts = files.stat(source);
  const content = files.read(source);
  if (!facts.ok) return facts;
  if (!content.ok) return content;
  const { modified, version } = facts.value;
  return files.write(target, content.value, { modified, ...(version === undefined ? {} : { version }) });
}
