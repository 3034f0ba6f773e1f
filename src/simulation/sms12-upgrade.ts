import type { Sms12Release } from '../catalogue/index.ts';
import type { SetupRefusal, SiteUpgrade } from '../components/index.ts';
import { inferred, type Site } from '../world/index.ts';
import { startService, stopService } from './services.ts';
import type { Simulation } from './simulation.ts';
import { replaceSms12Programs } from './sms12-installation.ts';

const order = inferred(
  'Q157677, Q191441',
  'A service pack stops the services of SMS, replaces its programs and client sources, and starts the services again.',
);

/** Setup of a service pack of SMS 1.2 has stopped the services of the site server and replaced the programs. */
export function beginSms12Upgrade(
  simulation: Simulation,
  site: Site,
  release: Sms12Release,
): SiteUpgrade | SetupRefusal {
  const server = simulation.world.mustHave(site.server);
  if (server.power === 'off') return { refusal: `${server.name} is off` };
  const running = [...server.services.values()].filter(
    ({ name, state }) => name.startsWith('SMS_') && state === 'Running',
  );
  for (const { name } of running.toReversed()) stopService(simulation, server.name, name);
  simulation.foundations.note('order of Setup', order);
  simulation.record('note', server.name, 'release installed', release.name);
  replaceSms12Programs(simulation, site, release);
  return { services: { [server.name]: running.map(({ name }) => name) } };
}

/** The services start again; what clients need follows through Maintenance Manager. */
export function completeSms12Upgrade(simulation: Simulation, site: Site, { services }: SiteUpgrade): void {
  for (const name of services[simulation.world.mustHave(site.server).name] ?? []) {
    startService(simulation, site.server, name);
  }
}
