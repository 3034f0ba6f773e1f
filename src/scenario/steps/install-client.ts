import { z } from 'zod';
import { findRelease, sms20Releases, type Sms20Release } from '../../catalogue/index.ts';
import { installClient as install, startService, stopService } from '../../simulation/index.ts';
import type { Computer } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName, releaseName, siteCode } from '../references.ts';
import { siteFor } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const methods = ['manual', 'logon installation', 'remote installation'] as const;

/** Smsman.exe, Smsls.bat or Windows NT Remote Client Installation; all end in the same base components. */
export const installClient = defineStep({
  name: 'install client',
  summary: 'Installs the SMS client, or repairs it; CCIM adds the agents in its first cycle',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    method: z
      .enum(methods)
      .default('manual')
      .describe('manual: Smsman.exe; logon installation needs a user, remote installation Windows NT'),
    sites: z.array(siteCode()).min(1).optional().describe('Sites; without it, those whose boundaries hold it'),
    release: releaseName().optional().describe("Release; without it, the site's"),
    identity: z.string().optional().describe('SMS unique identifier; without it, the old one or a new one'),
  }),
  example: 'install client: { on: PC1, method: logon installation }',
  run(play, given) {
    const { simulation } = play;
    const computer = play.world.mustHave(given.on);
    const sites = given.sites?.map((code) => code.toUpperCase()) ?? sitesHolding(play, computer);
    const refusal = refusalOf(computer, given.method, sites);
    if (refusal !== undefined) return play.fail(`${computer.name} ${refusal}`);
    const release = given.release === undefined ? releaseOfSite(play, sites[0]) : findRelease(given.release);
    if (release === undefined) return play.fail(`the release of site ${sites[0] ?? ''} is not known`);
    stopService(simulation, computer.name, clientService);
    install(simulation, computer.name, { sites, release, ...(given.identity ? { identity: given.identity } : {}) });
    startService(simulation, computer.name, clientService);
    return undefined;
  },
});

const clientService = 'SMS Client Service';

function refusalOf(computer: Computer, method: (typeof methods)[number], sites: readonly string[]): string | undefined {
  if (computer.power === 'off') return 'is off';
  if (sites.length === 0) return 'is in the boundaries of no site';
  if (method === 'logon installation' && computer.user === undefined) return 'has nobody logged on';
  const isNt = computer.operatingSystem.family === 'Windows NT';
  return method === 'remote installation' && !isNt ? 'does not run Windows NT' : undefined;
}

function sitesHolding(play: Play, computer: Computer): readonly string[] {
  const sites = [...play.world.sites.values()];
  const holds = (boundaries: readonly string[]): boolean =>
    computer.adapters.some((adapter) => boundaries.includes(adapter.subnet));
  return sites.filter((site) => holds(site.boundaries)).map((site) => site.code);
}

/** By the full version that Setup wrote on the site server. */
function releaseOfSite(play: Play, code: string | undefined): Sms20Release | undefined {
  const server = play.world.computer(siteFor(play, code).server);
  const version = server?.registry.getText('HKLM\\Software\\Microsoft\\SMS\\Setup', 'Full Version');
  return sms20Releases.find((release) => release.fullVersion === version);
}
