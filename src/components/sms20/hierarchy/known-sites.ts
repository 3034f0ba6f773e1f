import {
  assumed,
  inboxPath,
  isInHierarchy,
  isPrimary,
  parseSiteControl,
  type Site,
  type SiteControl,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';

/** That parents hold the site control files of the sites below is told, where they lie is not. */
export const knownSitesProvenance = assumed(
  'A primary site keeps the site control files of the sites below it in Hman.box\\Sites.',
  'Q320676, Q212978',
);

/** Where Hierarchy Manager keeps the site control files of the sites below. */
export function knownSitesFolder(site: Pick<Site, 'folder'>): string {
  return inboxPath(site, 'hman.box', 'Sites');
}

/** The sites below this one, by code, as their site control files tell; none where there is no hierarchy. */
export function knownSites(self: Self): ReadonlyMap<string, SiteControl> {
  const known = new Map<string, SiteControl>();
  if (!isInHierarchy(self.site) || !isPrimary(self.site)) return known;
  self.restsOn('place of the site control files of child sites', knownSitesProvenance);
  for (const file of filesIn(self, knownSitesFolder(self.site), '*.ct2')) {
    const text = self.files.readText(file);
    const control = text.ok ? parseSiteControl(text.value) : undefined;
    if (control?.ok === true) known.set(control.value.code, control.value);
  }
  return known;
}

/** The secondary sites directly below this one: it decides for them which computers are theirs. */
export function secondarySites(self: Self): readonly SiteControl[] {
  return [...knownSites(self).values()].filter(
    ({ identity }) => identity?.kind === 'secondary' && identity.parent === self.site.code,
  );
}

/** Whether the database in which the computers of a site below are loaded first is that of another primary site. */
export function hasOtherDatabase(self: Self, siteCode: string): boolean {
  const identity = knownSites(self).get(siteCode.toUpperCase())?.identity;
  if (identity === undefined) return false;
  return identity.kind !== 'secondary' || identity.parent !== self.site.code;
}

/** The site to which a job for a destination goes next: by an address of its own, or the way up or down to it. */
export function nextSite(self: Self, destination: string): string {
  const { addresses = [], parent } = self.site;
  const known = knownSites(self);
  for (let code: string | undefined = destination; code !== undefined; code = known.get(code)?.identity?.parent) {
    if (addresses.some(({ site }) => site === code)) return code;
    if (code === self.site.code) break;
  }
  return known.has(destination) ? destination : (parent ?? destination);
}
