import type { Site, SiteDatabase } from '../world/index.ts';
import type { Play } from './play.ts';
import { siteCode } from './references.ts';

/** The argument that names a site in a step; spread into the shape of its verb. */
export const siteShape = {
  site: siteCode().optional().describe('Site code; without it, the site the scenario is about'),
};

/** A step or an expectation names a site that is not there at that moment: not yet added, or retired. */
export class NoSuchSite extends Error {
  constructor(code: string) {
    super(`there is no site ${code} at this moment`);
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
  if (database === undefined) throw new Error(`site ${site.code} has no site database`);
  return database;
}

/** Writes a new site control file, as the console does, and tells the components of the site. */
export function changeSite(play: Play, code: string | undefined, change: (site: Site) => Partial<Site>): void {
  const site = siteFor(play, code);
  play.world.sites.set(site.code.toUpperCase(), { ...site, ...change(site) });
  play.simulation.record('note', 'scenario', 'site settings changed', site.code);
  play.simulation.broadcast({ type: 'site settings changed' });
}
