import {
  assumed,
  documented,
  fileName,
  inboxPath,
  inferred,
  printNetConfiguration,
  type Site,
  type SiteDomain,
} from '../../../world/index.ts';

/** A file that a site wants on the logon points of a domain. */
export interface LogonPointFile {
  /** Path below the share, as Copylog.tcf spells it (Q264976). */
  readonly path: string;
  /** Where the site server has it. */
  readonly source: string;
  /** One for all sites of the domain, or in the site's own folder. */
  readonly shared: boolean;
  /** Whether Copylog.tcf has a line for it. */
  readonly listed: boolean;
}

/** Which files each method needs, and how the folders are called. */
export const logonPointFilesProvenance = documented('Q264976, Q213004, Q235535');

/** What of the many files is emulated: those for Intel and the language of the site. */
export const logonPointSources = inferred(
  'Q224388, Q246331',
  'Boot programs come from Data\\Nt_logon, the base components from Clicomp.src of the site server.',
);

/** That the bundle of Clicore lies open beside it is our way of showing what is in it. */
export const openBundle = assumed('The programs in Clicore.exe lie beside it as files.', 'Q264630');

/** Folders of the share (Q264976, Q235173); `open`: everybody may write into it, `closed`: administrators only. */
export const logonPointFolders: readonly { readonly name: string; readonly access: 'read' | 'write' | 'none' }[] = [
  { name: 'Config', access: 'read' },
  { name: 'Logs', access: 'none' },
  { name: 'Sites', access: 'read' },
  { name: 'SitesCfg', access: 'none' },
  { name: 'i386', access: 'read' },
  { name: 'x86.bin', access: 'read' },
  { name: 'x86.bin\\00000409', access: 'read' },
];

/** The only inbox of a logon point (Q235769). */
export const discoveryBox = 'DDR.box';

export const copyLogPath = 'Config\\Copylog.tcf';

/** The line of Copylog.tcf by which clients find the site they get the base components from. */
export const clicorePath = 'X86.BIN\\CLICORE.EXE';

/** Where the boot programs and the logon scripts lie on the site server (Q224388). */
export function logonSources(site: Pick<Site, 'folder'>): string {
  return `${site.folder}\\data\\Nt_logon`;
}

/** The folder of a site on a logon point, or a file in it. */
export function siteOnLogonPoint(siteCode: string, ...parts: readonly string[]): string {
  return ['Sites', siteCode, ...parts].join('\\');
}

/** The file in which a site tells the others about itself (Q227028). */
export function configurationName(siteCode: string): string {
  return `${siteCode}_cfg.lcf`;
}

/** Folders of the site server with the programs of Clicore: the base components, and what installs the others. */
export function clicoreSources(site: Pick<Site, 'folder'>): readonly string[] {
  return ['base', 'smsapm32'].map((component) => inboxPath(site, 'clicomp.src', component, 'i386'));
}

/** What a site wants on the logon points of a domain, `bundle` being the paths of the programs in Clicore (Q213004). */
export function wantedFiles(
  site: Site,
  domain: SiteDomain,
  bundle: readonly string[],
  writesCompver: boolean,
): readonly LogonPointFile[] {
  const discovery = domain.logonDiscovery ? [bootFile(site, 'i386\\NTLGDSCA.EXE')] : [];
  return [...sharedFiles(site, bundle), ...discovery, ...siteFiles(site, domain, writesCompver)];
}

/** Discovery alone installs the base components, too (Q202338). */
function sharedFiles(site: Site, bundle: readonly string[]): readonly LogonPointFile[] {
  const programs = bundle.map((source): LogonPointFile => {
    const name = fileName(source);
    const isClicore = name.toUpperCase() === 'CLICORE.EXE';
    const path = isClicore ? clicorePath : `x86.bin\\${name}`;
    return { path, source, shared: true, listed: isClicore };
  });
  return [
    ...['smsboot1.exe', 'boot32wn.exe', 'Slwnt32.exe', '00000409\\SMSMan.exe'].map((name) =>
      bootFile(site, `x86.bin\\${name}`),
    ),
    ...programs,
    programsManager(site),
  ];
}

/** A new client has it with the base components, before CCIM has been at a CAP (Q236596). */
function programsManager(site: Site): LogonPointFile {
  const source = inboxPath(site, 'clicomp.src', 'smsapm32', 'i386', 'Smsapm32.exe');
  return { path: 'x86.bin\\Smsapm32.exe', source, shared: true, listed: false };
}

function bootFile(site: Site, path: string): LogonPointFile {
  return { path, source: `${logonSources(site)}\\${path}`, shared: true, listed: true };
}

function siteFiles(site: Site, domain: SiteDomain, writesCompver: boolean): readonly LogonPointFile[] {
  const file = (name: string, source: string): LogonPointFile => ({
    path: `SITES\\${site.code}\\${name}`,
    source,
    shared: false,
    listed: true,
  });
  const compver = file('compver.ini', inboxPath(site, 'clicomp.src', 'base', 'Compver.ini'));
  return [
    file('cli_inst.cfg', inboxPath(site, 'clidata.src', 'Cli_inst.cfg')),
    ...(writesCompver ? [{ ...compver, listed: false }] : []),
    ...(domain.logonInstallation
      ? [
          file('NETCONF.NCF', netConfigurationSource(site)),
          file('caplist.ini', inboxPath(site, 'clidata.src', 'Caplist.ini')),
        ]
      : []),
  ];
}

/** Where Logon Server Manager keeps the boundaries that it hands out. */
export function netConfigurationSource(site: Pick<Site, 'folder'>): string {
  return `${logonSources(site)}\\NETCONF.NCF`;
}

/** The text of the file above. */
export function netConfiguration(site: Pick<Site, 'boundaries'>): string {
  return printNetConfiguration(site.boundaries);
}
