import { startNewlyNeeded } from '../simulation/index.ts';
import {
  changedParts,
  inboxPath,
  isPrimary,
  printSiteControl,
  type Opener,
  type Site,
  type SiteDatabase,
} from '../world/index.ts';
import type { Play } from './play.ts';
import { siteCode } from './references.ts';

/** The argument that names a site in a step; spread into the shape of its verb. */
export const siteShape = {
  site: siteCode().optional().describe('Site code; without it, the site the scenario is about'),
};

/** A step or an expectation names a site that is not there at that moment: not yet added, or retired. */
export class NoSuchSite extends Error {
  constructor(code: string, missing = `site ${code}`) {
    super(`there is no ${missing} at this moment`);
    this.name = 'NoSuchSite';
  }
}

/** The site of a step; without a code the first one, which the scenario is about. Throws NoSuchSite. */
export function siteFor(play: Play, code?: string): Site {
  const site = code === undefined ? [...play.world.sites.values()][0] : play.world.site(code);
  if (site === undefined) throw new NoSuchSite(code?.toUpperCase() ?? '');
  return site;
}

/** Its site database. */
export function databaseFor(play: Play, code?: string): SiteDatabase {
  const site = siteFor(play, code);
  const database = play.world.database(site.code);
  if (database === undefined) throw new NoSuchSite(site.code, `site database of ${site.code}`);
  return database;
}

/**
 * Writes a new site control file, as the console does, and tells the components of the site. Boundaries and settings
 * of a secondary site, which has no console, and of a child site in the console of another are proposed at that site
 * and travel as a delta.
 */
export function changeSite(
  play: Play,
  code: string | undefined,
  change: (site: Site) => Partial<Site>,
  consoleOf?: string,
): void {
  const site = siteFor(play, code);
  const proposing = consoleOf ?? (isPrimary(site) ? site.code : site.parent);
  if (proposing === undefined || proposing.toUpperCase() === site.code) return applyChange(play, site, change(site));
  const { boundaries, settings, ...rest } = change(site);
  if (Object.keys(rest).length > 0) applyChange(play, site, rest);
  if (boundaries === undefined && settings === undefined) return undefined;
  const set = Object.entries(settings ?? {}).filter(([name, value]) => site.settings[name] !== value);
  const delta = { code: site.code, settings: Object.fromEntries(set), ...(boundaries && { boundaries }) };
  return propose(play, siteFor(play, proposing), printSiteControl(delta));
}

const consoleOpener: Opener = {
  process: 'SMS Administrator console',
  account: 'Administrator',
  local: true,
  groups: ['Administrators'],
};

/** Leaves a proposal for Hierarchy Manager. */
function propose(play: Play, site: Site, text: string): void {
  const { files } = play.world.mustHave(site.server);
  const path = (count: number): string => inboxPath(site, 'hman.box', `${String(count).padStart(8, '0')}.ct1`);
  let count = 1;
  while (files.stat(consoleOpener, path(count)).ok) count++;
  const written = files.write(consoleOpener, path(count), { text, size: text.length });
  if (!written.ok) play.fail(`the console cannot write ${path(count)}`);
}

function applyChange(play: Play, site: Site, changes: Partial<Site>): void {
  play.world.sites.set(site.code.toUpperCase(), { ...site, ...changes });
  for (const [part, value] of changedParts(site, changes)) {
    play.simulation.record('setting', 'scenario', `${site.code}:${part}`, value);
  }
  play.simulation.broadcast({ type: 'site settings changed' });
  startNewlyNeeded(play.simulation, site, { ...site, ...changes });
}
