import { z } from 'zod';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const manager = 'SMS_NT_LOGON_SERVER_MANAGER';

/** Somebody changes the logon points lists of a site. */
export const logonPoints = defineStep({
  name: 'logon points',
  summary: 'Adds a Windows NT domain to the logon points of a site, changes its methods, or removes it',
  schema: z.strictObject({
    ...siteShape,
    domain: z.string().describe('Windows NT domain of the scenario'),
    discovery: z.boolean().default(true).describe('Windows Networking Logon Discovery'),
    installation: z.boolean().default(true).describe('Windows Networking Logon Client Installation'),
  }),
  example: 'logon points: { domain: OFFICE, discovery: false, installation: false }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const { discovery: logonDiscovery, installation: logonInstallation } = given;
    const domain = play.world.domain(given.domain);
    if (domain === undefined) return play.fail(`there is no Windows NT domain ${given.domain}`);
    const others = (site.domains ?? []).filter((one) => one.name.toUpperCase() !== domain.name.toUpperCase());
    const used = logonDiscovery || logonInstallation;
    const changed = used ? [...others, { name: domain.name, logonDiscovery, logonInstallation }] : others;
    changeSite(play, site.code, () => ({ domains: changed }));
    // A site that had no domain before has no Logon Server Manager yet.
    const running = play.world.mustHave(site.server).service('SMS_EXECUTIVE')?.state === 'Running';
    if (running) play.simulation.startProcess(site.server, manager);
    return undefined;
  },
});
