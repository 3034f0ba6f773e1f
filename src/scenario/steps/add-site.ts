import { z } from 'zod';
import { findRelease } from '../../catalogue/index.ts';
import { addAddresses, addSite as setUp, removeSite, startServer, type SiteSetup } from '../../simulation/index.ts';
import type { Computer } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName, releaseName, siteCode } from '../references.ts';
import { plainAddress } from '../site-addresses.ts';
import { setupAccount } from '../site-description.ts';
import { siteFor } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';
import { unfitParent } from './attach-site.ts';

const subnet = z.string().regex(/^\d{1,3}(?:\.\d{1,3}){3}$/, 'is no IP subnet');

/** Somebody runs Setup of SMS on a computer of the scenario, which becomes the server of one more site. */
export const addSite = defineStep({
  name: 'add site',
  summary: 'Sets up one more site; its server is one of the computers, and its first client access point',
  schema: z.strictObject({
    site: siteCode()
      .regex(/^[A-Za-z0-9]{3}$/, 'a site code is three letters or digits')
      .describe('Code of the new site'),
    server: computerName().describe('Computer that becomes the site server'),
    name: z.string().optional().describe('Site name'),
    type: z.enum(['primary', 'secondary']).default('primary').describe('A secondary site needs a parent'),
    parent: siteCode().optional().describe('Code of the parent site'),
    folder: z.string().default('C:\\SMS').describe('Installation folder on the site server'),
    boundaries: z.array(subnet).default([]).describe('IP subnets'),
    release: releaseName().default('2.0').describe('2.0 SP2'),
  }),
  example: 'add site: { site: XYZ, server: SMSSRV2, boundaries: [192.168.2.0], release: 2.0 SP2 }',
  run(play, given) {
    const server = play.world.mustHave(given.server);
    const code = given.site.toUpperCase();
    const release = findRelease(given.release);
    if (release === undefined) return play.fail(`there is no release ${given.release}`);
    const refusal = refusalOf(play, code, server);
    if (refusal !== undefined) return play.fail(refusal);
    const parent = given.parent === undefined ? undefined : siteFor(play, given.parent);
    const orphan = given.type === 'secondary' && parent === undefined;
    const unfit = orphan ? 'a secondary site needs a parent' : unfitParent(parent);
    if (unfit !== undefined) return play.fail(unfit);
    const setup: SiteSetup = {
      code,
      ...(given.type === 'secondary' ? { kind: given.type } : {}),
      ...(parent === undefined ? {} : { parent: parent.code, addresses: [plainAddress(parent)] }),
      name: given.name ?? `Site ${code}`,
      server: server.name,
      folder: given.folder,
      accessPoints: [{ server: server.name, folder: `C:\\CAP_${code}` }],
      boundaries: given.boundaries,
      connectionAccounts: [setupAccount(code)],
      settings: {},
    };
    setUp(play.simulation, setup, release);
    if (parent !== undefined) addAddresses(play.simulation, parent.code, [plainAddress(setup)]);
    play.simulation.record('note', 'scenario', 'site added', code);
    return startServer(play.simulation, server.name);
  },
});

/** A site is given up: Setup takes it off its servers. Its clients are told nothing. */
export const retireSite = defineStep({
  name: 'retire site',
  summary: 'Takes a site away with its servers and its database; clients find its client access points gone',
  schema: z.strictObject({ site: siteCode().describe('Site code') }),
  example: 'retire site: { site: XYZ }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const servers = [site.server, ...site.accessPoints.map((point) => point.server)];
    const off = servers.find((server) => play.world.mustHave(server).power === 'off');
    if (off !== undefined) return play.fail(`${off} is off`);
    if (play.world.sites.size === 1) return play.fail(`${site.code} is the only site`);
    removeSite(play.simulation, site);
    play.simulation.record('note', 'scenario', 'site retired', site.code);
    return undefined;
  },
});

function refusalOf(play: Play, code: string, server: Computer): string | undefined {
  if (play.world.site(code) !== undefined) return `there is a site ${code} already`;
  if (server.power === 'off') return `${server.name} is off`;
  if (server.operatingSystem.family !== 'Windows NT') return `${server.name} does not run Windows NT`;
  const site = play.simulation.siteOf(server);
  return site === undefined ? undefined : `${server.name} is a server of site ${site.code} already`;
}
