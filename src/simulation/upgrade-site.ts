import { sms20Releases, type Sms20Release } from '../catalogue/index.ts';
import { bootstrapService, requestAnew, type SetupRefusal, type SiteUpgrade } from '../components/index.ts';
import { compareVersions, inferred, assumed, inboxPath, parseCompver, releaseOf, win32Text } from '../world/index.ts';
import type { Computer, Site } from '../world/index.ts';
import { fullVersionOf, installSiteServer, setupOpener } from './install-server.ts';
import { enterPasswords, startService, stopService } from './services.ts';
import type { Simulation } from './simulation.ts';

/** Who runs Setup: somebody at the server, who sees messages, or the bootstrap service with a package of the parent. */
export type SetupOccasion = 'at the server' | 'from the parent';

/**
 * Runs Setup of a release on the server of a site from beginning to end, in no time. Setup stops the services of the
 * server, replaces what is older in Bin, Clicomp.src with Compver.ini, Sms_def.mof and `Full Version`, and starts the
 * services again; Site Component Manager does the same on the client access points. Everything else follows by itself:
 * Client Install Data Manager writes offers and CRCs, Inbox Manager copies, clients upgrade.
 */
export function upgradeSite(simulation: Simulation, siteCode: string, release: Sms20Release): SetupRefusal | undefined {
  const begun = beginUpgrade(simulation, siteCode, release);
  if ('refusal' in begun) return begun;
  completeUpgrade(simulation, siteCode, release, begun);
  return undefined;
}

/** The first part: Setup has stopped the services and replaced the files of the site server, and is still running. */
export function beginUpgrade(
  simulation: Simulation,
  siteCode: string,
  release: Sms20Release,
  occasion: SetupOccasion = 'at the server',
): SiteUpgrade | SetupRefusal {
  const site = siteOf(simulation, siteCode);
  const server = simulation.world.mustHave(site.server);
  if (server.power === 'off') return { refusal: `${server.name} is off` };
  const unfit = missingRelease(simulation, server, site, release);
  if (unfit !== undefined) return refuse(simulation, server, unfit, occasion);
  const services = stopServices(simulation, server);
  const inUse = openProgram(server, site, release);
  if (inUse !== undefined) {
    for (const name of services) startService(simulation, server.name, name);
    return refuse(simulation, server, `${inUse}: ${win32Text(32)}`, occasion);
  }
  simulation.foundations.note('definition of a release', release.smsDefMof.provenance);
  simulation.foundations.note('order of Setup', orderOfSetup);
  simulation.record('note', server.name, 'release installed', release.name);
  if (occasion === 'from the parent') simulation.foundations.note('Full Version of a secondary site', staleVersion);
  installSiteServer(server, site, release, occasion === 'at the server');
  return { services: { [server.name]: services } };
}

/** The second part: the services start again; Site Component Manager brings the client access points their programs. */
export function completeUpgrade(
  simulation: Simulation,
  siteCode: string,
  release: Sms20Release,
  upgrade: SiteUpgrade,
): void {
  const site = siteOf(simulation, siteCode);
  const server = simulation.world.mustHave(site.server);
  if (release.resetsSite === true) enterPasswords(simulation, server);
  askForAccessPoints(simulation, site, release.resetsSite === true ? 'Reset' : 'Reinstall');
  startAfterSetup(simulation, server, upgrade.services[server.name] ?? []);
}

/** Setup leaves the client access points to Site Component Manager (Q257362), which finds that in the registry. */
export function askForAccessPoints({ world }: Simulation, site: Site, what: 'Reinstall' | 'Reset'): void {
  for (const point of site.accessPoints) requestAnew(world.mustHave(site.server), point.server, what);
}

/** The services that Setup has stopped start, and Site Component Manager in any case: Setup installs it (Q257362). */
export function startAfterSetup(simulation: Simulation, server: Computer, services: readonly string[]): void {
  const manager = 'SMS_SITE_COMPONENT_MANAGER';
  for (const name of [manager, ...services.filter((one) => one !== manager)]) {
    startService(simulation, server.name, name);
  }
}

const orderOfSetup = assumed(
  'Setup replaces all files at its beginning and starts the services at its end.',
  'Q246331, Q319864',
);

const wording = assumed('How Setup says that a release is missing is not quoted anywhere.', 'Q280756, Q308269');

const staleVersion = inferred(
  'Q249077, Q251070, Q252717',
  'Setup with a package of the parent leaves Full Version alone: the value "may not be created or properly updated".',
);

function refuse(simulation: Simulation, server: Computer, refusal: string, occasion: SetupOccasion): SetupRefusal {
  if (occasion === 'from the parent') return { refusal };
  const title = 'SMS Setup';
  server.dialogs.push({ time: server.now(), title, text: refusal });
  simulation.record('window', server.name, title, refusal);
  return { refusal };
}

/** A release that Setup wants and does not find, as a sentence. One that is there already, or a newer one, is fit. */
function missingRelease(
  simulation: Simulation,
  server: Computer,
  site: Site,
  release: Sms20Release,
): string | undefined {
  const { installsOver } = release;
  if (installsOver === undefined) return undefined;
  const present = presentVersion(simulation, server, site);
  if (present !== undefined && compareVersions(present, release.fullVersion) >= 0) return undefined;
  const fit = sms20Releases.some(
    ({ name, fullVersion }) => installsOver.includes(name) && releaseOf(fullVersion) === releaseOf(present ?? ''),
  );
  if (fit) return undefined;
  simulation.foundations.note('message of Setup', wording);
  return `${release.name} requires ${installsOver.join(' or ')}.`;
}

const withoutVersion = inferred(
  'Q213410, Q249077',
  'Where Full Version is missing or old, the base components in Clicomp.src show the release of a site.',
);

function presentVersion(simulation: Simulation, server: Computer, site: Site): string | undefined {
  const written = fullVersionOf(server);
  const text = server.files.readText(setupOpener, inboxPath(site, 'clicomp.src', 'base', 'Compver.ini'));
  const base = text.ok ? parseCompver(text.value)?.version : undefined;
  if (base === undefined) return written;
  if (written !== undefined && compareVersions(releaseOf(base), releaseOf(written)) <= 0) return written;
  simulation.foundations.note('release of a site without Full Version', withoutVersion);
  return base;
}

/** A program that somebody holds open; Setup can replace the others only together with it. */
function openProgram(server: Computer, site: Site, release: Sms20Release): string | undefined {
  const programs = Object.keys(release.serverFiles).map((file) => `${site.folder}\\${file}`);
  return programs.find((path) => server.files.openHandles(path).length > 0);
}

function stopServices(simulation: Simulation, server: Computer): readonly string[] {
  const all = [...server.services.values()].map(({ name }) => name);
  const names = all.filter((name) => name.startsWith('SMS_') && name !== bootstrapService);
  const running = names.filter((name) => server.service(name)?.state === 'Running');
  for (const name of running.toReversed()) stopService(simulation, server.name, name);
  return running;
}

function siteOf(simulation: Simulation, siteCode: string): Site {
  const site = simulation.world.site(siteCode);
  if (site === undefined) throw new Error(`there is no site ${siteCode} to upgrade`);
  return site;
}
