import { sms20Releases, type Sms20Release } from '../catalogue/index.ts';
import type { SetupRefusal, SiteUpgrade } from '../components/index.ts';
import type { SetupPackage } from '../world/index.ts';
import type { Simulation } from './simulation.ts';
import { beginUpgrade, completeUpgrade } from './upgrade-site.ts';

/** Setup of a package that a parent has sent begins at a secondary site; or says why it does not. */
export function beginSetupOfPackage(simulation: Simulation, media: SetupPackage): SiteUpgrade | SetupRefusal {
  const release = releaseOfPackage(media);
  if (release === undefined) return { refusal: `No release has the version ${media.fullVersion}.` };
  return beginUpgrade(simulation, media.site, release, 'from the parent');
}

/** It ends: the services of the site server start, and the CAPs get their programs. */
export function completeSetupOfPackage(simulation: Simulation, media: SetupPackage, upgrade: SiteUpgrade): void {
  const release = releaseOfPackage(media);
  if (release !== undefined) completeUpgrade(simulation, media.site, release, upgrade);
}

/** The release of the parent, with the versions that its files have there: fixes of single components travel along. */
function releaseOfPackage(media: SetupPackage): Sms20Release | undefined {
  const release = sms20Releases.find(({ fullVersion }) => fullVersion === media.fullVersion);
  if (release === undefined) return undefined;
  const { clientComponents, programs } = media;
  const found = new Map(Object.entries(programs).map(([path, version]) => [path.toUpperCase(), version]));
  const serverFiles = Object.entries(release.serverFiles).map(
    ([path, version]) => [path, found.get(path.toUpperCase()) ?? version] as const,
  );
  const client = Object.entries(release.clientComponents).map(
    ([name, one]) => [name, { ...one, version: clientComponents[name] ?? one.version }] as const,
  );
  return { ...release, serverFiles: Object.fromEntries(serverFiles), clientComponents: Object.fromEntries(client) };
}
