import {
  assumed,
  fileName,
  parseSiteControlFile,
  type Site,
  type SiteControlFile,
  type SiteKind,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';

/** That status files go up the hierarchy is told; the database keeps them, in tables that no article names. */
export const knownSitesProvenance = assumed(
  'Hierarchy Manager keeps the last .CT2 of its own site and of each site below in SITECFG.BOX\\SITES.',
  'Q168682, Resource Guide for SMS 1.2 (Site Control File)',
);

/** Codes of the property `Site Type` (Resource Guide for SMS 1.2, Site Control File). */
const siteTypes: Readonly<Record<SiteKind, number>> = { primary: 6, secondary: 9 };

const properties = { type: 'Site Type', parent: 'Parent Site', server: 'Site Server' } as const;

/** What a site knows of another one. */
export type KnownSite = Pick<Site, 'code' | 'parent' | 'kind' | 'server'>;

/** Where Hierarchy Manager keeps what sites say of themselves. */
export function knownSitesFolder(site: Pick<Site, 'folder'>): string {
  return siteFolder(site, 'SITECFG.BOX', 'SITES');
}

/** The status file of a site: what Site Configuration Manager found. */
export function statusFileOf(self: Self): SiteControlFile {
  const { code, kind = 'primary', parent = '', server } = self.site;
  const time = Math.floor(self.now() / 1000) * 1000;
  return {
    definition: { kind: 'actual', comment: '', targetSite: code, originSite: code, time, posted: false },
    properties: [
      { name: properties.type, texts: ['', ''], number: siteTypes[kind] },
      { name: properties.parent, texts: [parent, ''], number: 0 },
      { name: properties.server, texts: [server, ''], number: 0 },
    ],
    transactions: [],
  };
}

/** This site and the sites below it that have reported. */
export function knownSites(self: Self): readonly KnownSite[] {
  const { code, parent, kind, server } = self.site;
  const own: KnownSite = {
    ...{ code, server },
    ...(parent === undefined ? {} : { parent }),
    ...(kind === undefined ? {} : { kind }),
  };
  const files = filesIn(self, knownSitesFolder(self.site), '*.CT2');
  if (files.length > 0) self.restsOn('place of the site control files of other sites', knownSitesProvenance);
  const others = files.flatMap((path) => {
    const text = self.files.readText(path);
    const file = text.ok ? parseSiteControlFile(text.value) : undefined;
    return file?.ok === true
      ? [
          knownSite(
            fileName(path)
              .replace(/\.CT2$/i, '')
              .toUpperCase(),
            file.value,
          ),
        ]
      : [];
  });
  return [own, ...others.filter((other) => other.code !== code)];
}

function knownSite(code: string, file: SiteControlFile): KnownSite {
  const property = (name: string) => file.properties.find((one) => one.name === name);
  const parent = property(properties.parent)?.texts[0] ?? '';
  return {
    ...{ code, server: property(properties.server)?.texts[0] ?? '' },
    ...(parent === '' ? {} : { parent }),
    kind: property(properties.type)?.number === siteTypes.secondary ? 'secondary' : 'primary',
  };
}

/** The site to which something for another site goes next: the child on the way down to it, else the parent. */
export function nextSite(self: Self, destination: string): string | undefined {
  const { addresses = [], parent, code: own } = self.site;
  const known = knownSites(self);
  for (let code: string | undefined = destination; code !== undefined && code !== own;) {
    const here: string = code;
    if (addresses.some(({ site }) => site === here)) return here;
    code = known.find((one) => one.code === here)?.parent;
  }
  return parent;
}
