import { z } from 'zod';
import { findRelease, type Release } from '../../catalogue/index.ts';
import {
  installAccessPoint,
  installSiteServer,
  setupOpener,
  startService,
  stopService,
} from '../../simulation/index.ts';
import { inboxPath, win32Text, type Computer, type Site } from '../../world/index.ts';
import { fileInUse } from '../file-in-use.ts';
import type { Play } from '../play.ts';
import { computerName, releaseName } from '../references.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';
import { smsServices } from './service.ts';

/** Somebody runs Setup of a service pack on the site server; it brings the client access points along. */
export const installRelease = defineStep({
  name: 'install release',
  summary: 'Installs a service pack on the servers of a site; clients take their part from the CAPs',
  schema: z.strictObject({
    ...siteShape,
    release: releaseName().describe('2.0 SP2'),
    on: computerName().optional().describe('Only this server; without it, the site server and then every CAP'),
  }),
  example: 'install release: { release: 2.0 SP2 }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const release = findRelease(given.release);
    if (release === undefined) return play.fail(`there is no release ${given.release}`);
    const servers = [site.server, ...site.accessPoints.map((point) => point.server)];
    const chosen = given.on === undefined ? [...new Set(servers.map((name) => name.toUpperCase()))] : [given.on];
    for (const name of chosen) {
      if (!servers.some((server) => server.toUpperCase() === name.toUpperCase())) {
        return play.fail(`${name} is no server of site ${site.code}`);
      }
      installOn(play, play.world.mustHave(name), site, release);
    }
    return undefined;
  },
});

/** Setup stops the services, replaces files that nobody holds, and starts the services again. */
function installOn(play: Play, server: Computer, site: Site, release: Release): void {
  if (server.power === 'off') return play.fail(`${server.name} is off`);
  const running = smsServices(play, server.name).filter((name) => server.service(name)?.state === 'Running');
  for (const name of running.toReversed()) stopService(play.simulation, server.name, name);
  const programs = Object.keys(release.serverFiles).map((file) => `${site.folder}\\${file}`);
  const inUse = programs.find((path) => fileInUse(play, server, path));
  if (inUse === undefined) replaceFiles(play, server, site, release);
  else play.fail(`${inUse}: ${win32Text(32)}`);
  for (const name of running) startService(play.simulation, server.name, name);
  return undefined;
}

/** The administrator's own SMS_def.mof stays (assumed). */
function replaceFiles(play: Play, server: Computer, site: Site, release: Release): void {
  play.simulation.record('note', server.name, 'release installed', release.name);
  if (server.name.toUpperCase() !== site.server.toUpperCase()) return installAccessPoint(server, site, release);
  const mofPath = inboxPath(site, 'clifiles.src', 'hinv', 'Sms_def.mof');
  const mof = server.files.read(setupOpener, mofPath);
  installSiteServer(server, site, release);
  if (mof.ok) server.files.write(setupOpener, mofPath, mof.value);
  return undefined;
}
