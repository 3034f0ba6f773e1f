import { checkedPrograms, clientFolder, clientKeys, programCrc } from '../../src/components/index.ts';
import { setupOpener } from '../../src/simulation/index.ts';
import {
  compareVersions,
  iniValue,
  logonPointShare,
  parseClientBaseConfiguration,
  parseCompver,
  parseIni,
  releaseOf,
  type Computer,
  type World,
} from '../../src/world/index.ts';
import { sitesOf } from './client-versions.ts';

/** What a client met on its logon point when its boot program read it. */
export interface LogonMet {
  /** The site that Copylog.tcf names for Clicore.exe has other CRCs than the programs beside Copylog.tcf. */
  readonly wrongSiteNamed: boolean;
  /** Every site of the logon point to whose boundaries the client belongs has an older release than another one. */
  readonly ownSitesOlder: boolean;
}

/** What is known of a client when two cycles have not made it whole. */
export interface Case {
  readonly world: World;
  readonly client: Computer;
  /** Its logons since the first upgrade that got to the logon point, in order. */
  readonly logons: readonly LogonMet[];
  /** How many sites share its domain. */
  readonly sharing: number;
  /** The releases before the last one, of which some site had one during a logon. */
  readonly before: readonly string[];
}

/** By the articles that document them: which clients need more than two cycles, and exactly when. */
export const exceptions: Readonly<Record<string, (one: Case) => boolean>> = {
  /**
   * Of several sites in a domain one without the fix, which SP2 contains, writes itself into Copylog.tcf for files of
   * another; a Windows NT client that logs on then gets wrong CRCs, and its service refuses CCIM.
   */
  'Q249077, Q251070, Q264630': ({ client, logons, sharing, before }) =>
    sharing > 1 &&
    before.some((release) => ['2.0', '2.0 SP1'].includes(release)) &&
    logons.some(({ wrongSiteNamed }) => wrongSiteNamed) &&
    refusesCcim(client),
  /** From SP2 on a new client is not assigned to a site that is older than another one of the logon point. */
  Q262677: ({ world, client, logons, sharing }) =>
    sharing > 1 && sitesOf(world, client).length === 0 && logons.at(-1)?.ownSitesOlder === true,
};

/** What the logon point shows to a client whose boot program reads it now. */
export function logonMet(world: World, client: Computer): LogonMet {
  const controller = world.computer(client.logonServer ?? '');
  if (controller === undefined) return { wrongSiteNamed: false, ownSitesOlder: false };
  return { wrongSiteNamed: namesWrongSite(controller), ownSitesOlder: ownSitesAreOlder(world, controller, client) };
}

function namesWrongSite(controller: Computer): boolean {
  const copyLog = parseIni(textOf(controller, 'Config\\Copylog.tcf') ?? '');
  const owner = iniValue(copyLog, 'FILE SOURCE', 'X86.BIN\\CLICORE.EXE');
  const text = textOf(controller, `Sites\\${owner}\\Cli_inst.cfg`);
  const parsed = text === undefined ? undefined : parseClientBaseConfiguration(text);
  if (parsed?.ok !== true) return false;
  return parsed.value.programs.some(({ file, crc }) => {
    const facts = controller.files.stat(setupOpener, onLogonPoint(controller, `x86.bin\\${file.split('\\').at(-1)}`));
    return facts.ok && programCrc(facts.value) !== crc;
  });
}

function ownSitesAreOlder(world: World, controller: Computer, client: Computer): boolean {
  const listed = controller.files.list(setupOpener, onLogonPoint(controller, 'Sites'));
  const names = listed.ok ? listed.value.map(({ name }) => name) : [];
  const release = (code: string): string => {
    const text = textOf(controller, `Sites\\${code}\\compver.ini`);
    return releaseOf((text === undefined ? undefined : parseCompver(text)?.version) ?? '2.00.0000.0000');
  };
  const subnets = client.adapters.map(({ subnet }) => subnet);
  const own = names.filter((code) => world.site(code)?.boundaries.some((subnet) => subnets.includes(subnet)) === true);
  return own.every((code) => names.some((other) => compareVersions(release(code), release(other)) < 0));
}

/** By its CRC no site and no installation lets the service run the Ccim32.dll that is there (Q246331). */
function refusesCcim(client: Computer): boolean {
  const facts = client.files.stat(setupOpener, clientFolder(client, 'Core\\Bin\\Ccim32.dll'));
  if (!facts.ok || client.operatingSystem.family !== 'Windows NT') return false;
  const [file] = checkedPrograms.find(([name]) => name === 'Ccim32.dll') ?? [''];
  return client.registry.getNumber(clientKeys.verification, file) !== programCrc(facts.value);
}

function textOf(controller: Computer, path: string): string | undefined {
  const text = controller.files.readText(setupOpener, onLogonPoint(controller, path));
  return text.ok ? text.value : undefined;
}

function onLogonPoint(controller: Computer, path: string): string {
  return `${controller.files.resolveShare(logonPointShare) ?? ''}\\${path}`;
}
