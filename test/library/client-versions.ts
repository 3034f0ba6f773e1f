import type { Sms20Release } from '../../src/catalogue/index.ts';
import {
  baseComponents,
  clientFolder,
  clientKeys,
  clientProperties,
  componentKey,
  componentValues,
} from '../../src/components/index.ts';
import { setupOpener } from '../../src/simulation/index.ts';
import {
  compareVersions,
  inboxPath,
  logonPointShare,
  parseCompver,
  parseOffer,
  type Computer,
  type Site,
  type World,
} from '../../src/world/index.ts';

/** The sites of a client, as its registry lists them; none before it is installed or while it is unassigned. */
export function sitesOf(world: World, client: Computer): readonly Site[] {
  const codes = client.registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  return codes.flatMap((code) => world.site(code) ?? []);
}

/** The components of a client that are newer than what its sites and the logon points of its domain have. */
export function tooNew(world: World, client: Computer, release: Sms20Release): readonly string[] {
  const controllers = world.domain(client.domain ?? '')?.controllers ?? [];
  return Object.entries(release.clientComponents).flatMap(([folder, { name, files }]) => {
    const own = installedVersion(client, name) ?? '0';
    const known = [
      ...sitesOf(world, client).map((site) => versionAtSite(world, site, folder)),
      ...controllers.map((controller) => versionOnLogonPoint(world.mustHave(controller), files[0] ?? '')),
    ];
    const ahead = known.every((version) => compareVersions(version, own) < 0);
    return ahead ? [`${client.name}: ${name} ${own}`] : [];
  });
}

/** What a client lacks of a release: all that its site offers is to be there, of the release and installed. */
export function missing(world: World, client: Computer, release: Sms20Release): readonly string[] {
  const [site] = sitesOf(world, client);
  const offered = site === undefined ? [] : offeredBy(world, site, client);
  if (!offered.includes(baseComponents)) return [`${client.name}: an offer`];
  const wanted = Object.values(release.clientComponents).filter(({ name }) => offered.includes(name));
  const wrong = wanted.filter(({ name, version }) => {
    const state = client.registry.getText(componentKey(name), componentValues.state);
    return installedVersion(client, name) !== version || state !== 'Installed';
  });
  return [...wrong.map(({ name }) => `${client.name}: ${name}`), ...missingProgram(client, release)];
}

function missingProgram(client: Computer, { clientComponents }: Sms20Release): readonly string[] {
  const program = client.files.stat(setupOpener, clientFolder(client, 'Core\\Bin\\Ccim32.dll'));
  const isThere = program.ok && program.value.version === clientComponents['base']?.version;
  return isThere ? [] : [`${client.name}: Ccim32.dll`];
}

function installedVersion(client: Computer, component: string): string | undefined {
  return client.registry.getText(componentKey(component), componentValues.version);
}

function offeredBy(world: World, site: Site, client: Computer): readonly string[] {
  const file = client.operatingSystem.family === 'Windows NT' ? 'CLINTX86.OFR' : 'CLI95X86.OFR';
  const { server, folder } = site.accessPoints[0] ?? { server: site.server, folder: '' };
  const text = world.mustHave(server).files.readText(setupOpener, `${folder}\\clicfg.box\\${file}`);
  return text.ok ? parseOffer(text.value).components.map(({ name }) => name) : [];
}

function versionAtSite(world: World, site: Site, folder: string): string {
  const path = inboxPath(site, 'clicomp.src', folder, 'Compver.ini');
  const text = world.mustHave(site.server).files.readText(setupOpener, path);
  return (text.ok ? parseCompver(text.value)?.version : undefined) ?? '0';
}

/** The base components and Available Programs Manager alone lie on a logon point. */
function versionOnLogonPoint(controller: Computer, file: string): string {
  const root = controller.files.resolveShare(logonPointShare) ?? '';
  const facts = controller.files.stat(setupOpener, `${root}\\x86.bin\\${file.split('\\').at(-1)}`);
  return (facts.ok ? facts.value.version : undefined) ?? '0';
}
