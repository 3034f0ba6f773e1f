import { assumed } from '../provenance.ts';
import type { SettingValue, Site } from '../site.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { parsed, syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';
import { remembering } from './text-memo.ts';

/** The three kinds of files are those of the guides, the text in them is not. */
export const siteControlProvenance = assumed(
  'Site control files are INI files with the site, its boundaries and its settings; a delta has what changes alone.',
  'Q133113, Q212978; Resource Guide for SMS 1.2 (site control file)',
);

/** What sites tell each other of themselves (.ct0, .ct2), or what one is to become (.ct1). */
export interface SiteControl {
  readonly code: string;
  /** Missing in a delta. */
  readonly identity?: Pick<Site, 'name' | 'server' | 'kind' | 'parent'>;
  /** Build of the Site Control Manager that wrote it; missing in a delta. */
  readonly version?: string;
  readonly boundaries?: readonly string[];
  /** Of a delta those that change. */
  readonly settings: Readonly<Record<string, SettingValue>>;
}

/** All that a site tells of itself. */
export function siteControlOf(site: Site): SiteControl {
  const { code, name, server, kind, parent, boundaries, settings } = site;
  const known = { ...(kind === undefined ? {} : { kind }), ...(parent === undefined ? {} : { parent }) };
  return { code, identity: { name, server, ...known }, boundaries, settings };
}

const header = 'SITE CONTROL FILE';

/** The text of a site control file or a delta of one. */
export function printSiteControl({ code, identity, version, boundaries, settings }: SiteControl): string {
  const about =
    identity === undefined
      ? []
      : ([
          ['Name', identity.name],
          ['Server', identity.server],
          ['Type', identity.kind ?? 'primary'],
          ['Parent', identity.parent ?? ''],
        ] as const);
  return printIni(
    iniOf([
      [header, [['Site Code', code], ...about, ...(version === undefined ? [] : [['Version', version] as const])]],
      ...(boundaries === undefined ? [] : [['Boundaries', [['Subnets', boundaries.join(';')]]] as const]),
      ['Properties', Object.entries(settings).map(([name, value]) => [name, JSON.stringify(value)] as const)],
    ]),
  );
}

/** Reads one; line 1 is blamed where it names no site. */
export const parseSiteControl = remembering((text: string): Parsed<SiteControl> => {
  const ini = parseIni(text);
  const code = iniValue(ini, header, 'Site Code');
  if (code === undefined) return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  const about = (name: string): string => iniValue(ini, header, name) ?? '';
  const subnets = iniValue(ini, 'Boundaries', 'Subnets');
  const settings = iniEntries(ini, 'Properties').map(([name, value]) => [name, JSON.parse(value) as SettingValue]);
  return parsed({
    code,
    ...(about('Server') === '' ? {} : { identity: identityOf(about) }),
    ...(about('Version') === '' ? {} : { version: about('Version') }),
    ...(subnets === undefined ? {} : { boundaries: subnets === '' ? [] : subnets.split(';') }),
    settings: Object.fromEntries(settings) as Record<string, SettingValue>,
  });
});

function identityOf(about: (name: string) => string): NonNullable<SiteControl['identity']> {
  const parent = about('Parent');
  return {
    name: about('Name'),
    server: about('Server'),
    ...(about('Type') === 'secondary' ? { kind: 'secondary' } : {}),
    ...(parent === '' ? {} : { parent }),
  };
}
